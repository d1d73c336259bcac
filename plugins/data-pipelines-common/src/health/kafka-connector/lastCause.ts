import { plainMessage } from '../witness';

/**
 * Why a task failed, for people: the last cause of its stack trace.
 *
 * @returns undefined where there is no trace
 */
export function lastCause(trace: string | undefined): string | undefined {
  if (typeof trace !== 'string' || !trace) return undefined;
  const causes = trace.split(/^Caused by: /m);
  const lines = causes[causes.length - 1].split(/\n\s*(?:at |\.\.\. )/)[0];
  const said = plainMessage(lines);
  return said || undefined;
}

/** The last cause as the end of a sentence; empty where there is none. */
export function because(trace: string | undefined): string {
  const cause = lastCause(trace);
  return cause ? `: ${cause}` : '';
}
