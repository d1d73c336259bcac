import {
  plainMessage,
  Waited,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { failureLines } from './failureLines';
import { objectIn, textIn } from './fields';

/**
 * `/jobs/:job/savepoints/:trigger`: how far a savepoint is, or a stop with one.
 * One that failed is COMPLETED, too; only its cause tells.
 */
export function readSavepoint(json: unknown): Waited & { path?: string } {
  const { status, operation } = objectIn<{
    status?: { id?: unknown };
    operation?: {
      location?: unknown;
      'failure-cause'?: { 'stack-trace'?: unknown };
    } | null;
  }>(json);
  if (status?.id !== 'COMPLETED') return { state: 'waiting' };
  const path = textIn(operation?.location);
  if (path) {
    return { state: 'reached', path, sentence: `The savepoint is at ${path}.` };
  }
  const cause = operation?.['failure-cause'];
  const why = failureLines({ stacktrace: cause?.['stack-trace'] }).at(-1);
  return {
    state: 'failed',
    sentence: `The savepoint failed: ${
      plainMessage(why) || 'Flink does not say why'
    }`,
  };
}
