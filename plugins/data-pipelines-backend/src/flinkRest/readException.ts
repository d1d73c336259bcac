import { FlinkStats } from '@headworks/backstage-plugin-data-pipelines-common';
import { listIn, objectIn, textIn, timeIn } from './fields';

interface Entry {
  stacktrace?: unknown;
  timestamp?: unknown;
  concurrentExceptions?: unknown;
}

/** Flink's own words around what happened. */
const ABOUT_RESTARTS = /Recovery is suppressed|NoRestartBackoff/;

/** `/jobs/:job/exceptions`: what made the job fail last. */
export function readException(json: unknown): FlinkStats['exception'] {
  const { exceptionHistory } = objectIn<{
    exceptionHistory?: { entries?: unknown };
  }>(json);
  const [entry] = listIn<Entry>(exceptionHistory?.entries);
  const at = timeIn(entry?.timestamp);
  const message = messageOf(entry);
  return at && message ? { at, message } : undefined;
}

function messageOf(entry: Entry | undefined): string | undefined {
  const [first, ...causes] = linesOf(entry?.stacktrace);
  if (!first || !ABOUT_RESTARTS.test(first)) return first;
  const [other] = listIn<Entry>(entry?.concurrentExceptions);
  return causes.at(-1) ?? linesOf(other?.stacktrace)[0] ?? first;
}

/** The exception and what caused it, the outermost first. */
function linesOf(stacktrace: unknown): string[] {
  return (textIn(stacktrace) ?? '')
    .split('\n')
    .filter((line, i) => i === 0 || line.startsWith('Caused by: '))
    .map(line => line.replace(/^Caused by: /, '').slice(0, 1_000))
    .filter(Boolean);
}
