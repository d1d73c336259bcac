import { Health } from '../model/health';
import { Span } from './replay';

/**
 * What was true, by file and object: spans of `[from, to, health]`, the times
 * of day in UTC or ISO 8601; several healths with `|` between: any is right.
 *
 * @public
 */
export type Truth = Readonly<
  Record<
    string,
    Readonly<
      Record<
        string,
        ReadonlyArray<readonly [from: string, to: string, health: string]>
      >
    >
  >
>;

/**
 * A span of a real failure, and when it was called one.
 *
 * @public
 */
export interface NamedFailure {
  file: string;
  object: string;
  from: string;
  /** Seconds that it lasted. */
  seconds: number;
  /** Seconds of it in which the verdict said Degraded. */
  named: number;
  /** Seconds until the verdict said so; undefined: it never did. */
  after?: number;
}

/**
 * How far verdicts agree with what was true.
 *
 * @public
 */
export interface Score {
  /** Seconds that the truth covers. */
  covered: number;
  /** Those in which the verdict is right. */
  agreed: number;
  failures: NamedFailure[];
  /** Where it is wrong: one line a run of seconds. */
  wrong: Array<{
    file: string;
    object: string;
    from: string;
    to: string;
    said: string;
    true: string;
  }>;
}

/**
 * Compares spans with the truth, second by second.
 *
 * @public
 */
export function scoreOf(spans: readonly Span[], truth: Truth): Score {
  const score: Score = { covered: 0, agreed: 0, failures: [], wrong: [] };
  for (const [file, objects] of Object.entries(truth)) {
    for (const [object, facts] of Object.entries(objects)) {
      const said = spans.filter(
        span => span.file === file && span.object === object,
      );
      const day = spans.find(span => span.file === file)?.from.slice(0, 10);
      for (const [from, to, health] of facts) {
        judge(score, {
          file,
          object,
          said,
          health,
          from: timeOf(from, day),
          to: timeOf(to, day),
        });
      }
    }
  }
  return score;
}

interface Fact {
  file: string;
  object: string;
  said: readonly Span[];
  health: string;
  from: number;
  to: number;
}

function judge(score: Score, { file, object, said, health, from, to }: Fact) {
  const failure: NamedFailure = {
    file,
    object,
    from: new Date(from).toISOString(),
    seconds: (to - from) / 1000,
    named: 0,
  };
  for (let at = from; at < to; at += 1000) {
    const verdict = healthAt(said, at) ?? 'none';
    score.covered += 1;
    if (verdict === 'Degraded') {
      failure.named += 1;
      failure.after ??= (at - from) / 1000;
    }
    if (health.split('|').includes(verdict)) score.agreed += 1;
    else noteWrong(score, { file, object, at, verdict, health });
  }
  if (health === 'Degraded') score.failures.push(failure);
}

function noteWrong(
  { wrong }: Score,
  seen: {
    file: string;
    object: string;
    at: number;
    verdict: string;
    health: string;
  },
) {
  const { file, object, at, verdict, health } = seen;
  const from = new Date(at).toISOString();
  const to = new Date(at + 1000).toISOString();
  const last = wrong.at(-1);
  if (last?.object === object && last.to === from && last.said === verdict) {
    last.to = to;
  } else {
    wrong.push({ file, object, from, to, said: verdict, true: health });
  }
}

function healthAt(spans: readonly Span[], at: number): Health | undefined {
  return spans.find(
    ({ from, to }) => Date.parse(from) <= at && at < Date.parse(to),
  )?.health;
}

/** A time of day is one of the day that was recorded. */
function timeOf(time: string, day: string | undefined): number {
  return Date.parse(
    time.includes('T') ? time : `${day ?? '1970-01-01'}T${time}Z`,
  );
}
