import { Checkpoint, CheckpointTrend } from './checkpoint';
import { bytesInWords, timeInWords } from './words';

/** So many completed ones are needed before anything is called a trend. */
const ENOUGH = 6;
/** What has grown by less, or takes less, is noise. */
const GROWN = 2;
const SIZE_GROWN = 1.5;
const SECOND = 1_000;
const MEBIBYTE = 1024 ** 2;
/** The part of the interval from which a job does little else than checkpoints. */
const CROWDED = 0.8;

/**
 * What a job's checkpoints mean together: whether they fail, hang, crowd the
 * job, take longer, or keep more each time, the worst of it. Savepoints are
 * left out, which people take when they like.
 *
 * @param checkpoints - newest first
 * @param interval - milliseconds; undefined where they are switched off
 * @returns undefined where there is nothing to be said
 */
export function checkpointTrend(
  checkpoints: readonly Checkpoint[],
  interval: number | undefined,
  now: Date,
): CheckpointTrend | undefined {
  const own = checkpoints.filter(({ isSavepoint }) => !isSavepoint);
  const completed = own.filter(({ state }) => state === 'completed');
  return (
    off(own, interval) ??
    failing(own, completed, now) ??
    hanging(own, completed, now) ??
    crowded(completed, interval) ??
    slower(completed) ??
    larger(completed, now) ??
    steady(completed)
  );
}

type Completed = readonly Checkpoint[];

function off(own: Completed, interval: number | undefined) {
  if (interval !== undefined || own.length > 0) return undefined;
  return bad(
    'Checkpoints are switched off: what the job remembers is lost when it fails',
  );
}

function failing(own: Completed, completed: Completed, now: Date) {
  const ended = own.filter(
    ({ state }) => state === 'completed' || state === 'failed',
  );
  const first = ended.findIndex(({ state }) => state === 'completed');
  const count = first < 0 ? ended.length : first;
  if (count === 0) return undefined;
  const last = completed[0]
    ? `the last good one began ${timeInWords(age(completed[0], now))} ago`
    : 'Flink remembers no good one';
  const why = ended[0].message ? `: ${ended[0].message}` : '';
  return bad(
    count === 1
      ? `The last checkpoint failed, and ${last}${why}`
      : `The last ${count} checkpoints failed, and ${last}${why}`,
  );
}

function hanging(own: Completed, completed: Completed, now: Date) {
  const running = own.find(({ state }) => state === 'in-progress');
  if (!running || completed.length < ENOUGH) return undefined;
  const usual = median(times(completed));
  const since = age(running, now);
  if (since < 10 * SECOND || since < 5 * usual) return undefined;
  return bad(
    `The checkpoint that runs began ${timeInWords(
      since,
    )} ago, and one usually takes ${timeInWords(
      usual,
    )}: a task does not get on, or is held back`,
  );
}

function crowded(completed: Completed, interval: number | undefined) {
  if (!interval || completed.length < ENOUGH) return undefined;
  const usual = median(times(completed.slice(0, ENOUGH)));
  if (usual < SECOND || usual < CROWDED * interval) return undefined;
  return bad(
    `A checkpoint takes ${timeInWords(
      usual,
    )} and one is due every ${timeInWords(
      interval,
    )}: the job is hardly ever without one; make the interval longer`,
  );
}

function slower(completed: Completed) {
  const [before, now] = halves(completed, times);
  if (now < SECOND || now < GROWN * before) return undefined;
  return bad(
    `Checkpoints take longer: ${timeInWords(before)} before, ${timeInWords(
      now,
    )} now`,
  );
}

function larger(completed: Completed, at: Date) {
  const [before, now] = halves(completed, sizes);
  if (now < MEBIBYTE || now < SIZE_GROWN * before) return undefined;
  return bad(
    `The state grows: ${bytesInWords(before)} before, ${bytesInWords(
      now,
    )} now, within ${timeInWords(age(completed[completed.length - 1], at))}`,
  );
}

function steady(completed: Completed): CheckpointTrend | undefined {
  if (completed.length === 0) return undefined;
  return {
    isGood: true,
    sentence: `Checkpoints are made as they should be: about ${timeInWords(
      median(times(completed)),
    )} and ${bytesInWords(median(sizes(completed)))} each`,
  };
}

/** The medians of the older and of the newer half; zeroes where there are too few. */
function halves(
  completed: Completed,
  of: (some: Completed) => number[],
): [before: number, now: number] {
  if (completed.length < ENOUGH) return [0, 0];
  const middle = Math.floor(completed.length / 2);
  return [
    median(of(completed.slice(middle))),
    median(of(completed.slice(0, middle))),
  ];
}

function times(some: Completed): number[] {
  return some.flatMap(({ took }) => took ?? []);
}

function sizes(some: Completed): number[] {
  return some.flatMap(({ size }) => size ?? []);
}

function age({ startedAt }: Checkpoint, now: Date): number {
  return Math.max(0, now.getTime() - Date.parse(startedAt));
}

function median(numbers: readonly number[]): number {
  if (numbers.length === 0) return 0;
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function bad(sentence: string): CheckpointTrend {
  return { isGood: false, sentence };
}
