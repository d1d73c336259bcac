import { listIn, textIn } from './fields';

/** One of the failures that Flink remembers, or one beside it. */
export interface FailureEntry {
  stacktrace?: unknown;
  timestamp?: unknown;
  taskName?: unknown;
  concurrentExceptions?: unknown;
}

const LONGEST = 1_000;

/** Flink's own words around what happened. */
const ABOUT_RESTARTS = /Recovery is suppressed|NoRestartBackoff/;

/** What was thrown and what caused it, the outermost first, in the words of the program. */
export function failureLines(entry: FailureEntry | undefined): string[] {
  const [first, ...causes] = linesOf(entry?.stacktrace);
  if (!first) return [];
  if (!ABOUT_RESTARTS.test(first)) return [first, ...causes];
  if (causes.length > 0) return causes;
  const [other] = listIn<FailureEntry>(entry?.concurrentExceptions);
  const lines = linesOf(other?.stacktrace);
  return lines.length > 0 ? lines : [first];
}

/** The task of a failure, or of the one that Flink wraps. */
export function taskOf(entry: FailureEntry): string | undefined {
  const [other] = listIn<FailureEntry>(entry.concurrentExceptions);
  return textIn(entry.taskName) ?? textIn(other?.taskName);
}

function linesOf(stacktrace: unknown): string[] {
  return (textIn(stacktrace) ?? '')
    .split('\n')
    .filter((line, i) => i === 0 || line.startsWith('Caused by: '))
    .map(line => line.replace(/^Caused by: /, '').slice(0, LONGEST))
    .filter(Boolean);
}
