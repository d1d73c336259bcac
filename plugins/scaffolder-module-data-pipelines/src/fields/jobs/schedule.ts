import { Cron } from 'croner';
import cronstrue from 'cronstrue';

const NEXT = 5;

/** What a schedule means. */
export type Schedule =
  | { words: string; next: Date[]; problem?: undefined }
  | { problem: string };

/** Words and next times of a cron expression of five fields, in its time zone. */
export function scheduleOf(
  cron: string,
  timeZone: string = 'UTC',
  after: Date = new Date(),
): Schedule {
  if (cron.trim().split(/\s+/).length !== 5) {
    return {
      problem:
        'Write five fields: minute, hour, day of the month, month, day of the week, such as 0 3 * * *.',
    };
  }
  if (!isTimeZone(timeZone)) {
    return { problem: `There is no time zone ${timeZone}; pick one.` };
  }
  try {
    const next = new Cron(cron, { timezone: timeZone }).nextRuns(NEXT, after);
    if (next.length === 0) return { problem: 'This never comes.' };
    return { words: wordsOf(cron), next };
  } catch {
    return {
      problem:
        'This is no schedule: a field is out of its range, or is not written as cron wants it.',
    };
  }
}

/** `Wed, 25 Nov 2026, 03:00`, as a clock there shows it. */
export function timeWords(time: Date, timeZone: string = 'UTC'): string {
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(time);
}

/** `At 03:00, every day`. */
function wordsOf(cron: string) {
  return cronstrue.toString(cron, { use24HourTimeFormat: true, verbose: true });
}

function isTimeZone(timeZone: string) {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }));
  } catch {
    return false;
  }
}
