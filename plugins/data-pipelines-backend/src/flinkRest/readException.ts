import { FlinkStats } from '@headworks/backstage-plugin-data-pipelines-common';
import { readFailures } from './readFailures';

/** `/jobs/:job/exceptions`: what made the job fail last. */
export function readException(json: unknown): FlinkStats['exception'] {
  const [failure] = readFailures(json);
  if (!failure) return undefined;
  const { at, message, around } = failure;
  return { at, message: around[0] ?? message };
}
