import { FlinkFailure } from '@headworks/backstage-plugin-data-pipelines-common';
import { failureLines, FailureEntry, taskOf } from './failureLines';
import { listIn, objectIn, timeIn } from './fields';

/** `/jobs/:job/exceptions`: what made the job fail, the latest first. */
export function readFailures(json: unknown): FlinkFailure[] {
  const { exceptionHistory } = objectIn<{
    exceptionHistory?: { entries?: unknown };
  }>(json);
  return listIn<FailureEntry>(exceptionHistory?.entries).flatMap(entry => {
    const at = timeIn(entry.timestamp);
    const lines = failureLines(entry);
    const message = lines.at(-1);
    const task = taskOf(entry);
    return at && message
      ? [{ at, message, around: lines.slice(0, -1), ...(task && { task }) }]
      : [];
  });
}
