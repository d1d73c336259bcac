import {
  CollectorFlinkView,
  FlinkStats,
  ObjectIndex,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { FlinkStatsChange } from '../collector/ObjectChange';
import { Gate } from '../collector/Gate';
import { asNoAnswer, NoAnswer, NoAnswerKind } from '../serviceProxy/NoAnswer';
import { ServiceProxy } from '../serviceProxy/ServiceProxy';
import { askFlink } from './askFlink';
import { Attempts } from './Attempts';
import { FlinkReads } from './flinkReads';
import { AskedJob, FlinkTarget, serviceOf } from './flinkTargets';
import { noAnswerSentence } from './noAnswerSentence';
import { A_SECOND as IN_ALL, Pace } from './Pace';

/**
 * Flink clusters that are asked in a second, in one cluster: with more than fit
 * a round takes longer, because each costs the portal and the API server a
 * connection of its own.
 */
const A_SECOND = 5;
/** Flink clusters that are asked at once. */
const AT_ONCE = 10;
/** Milliseconds over which those that were just found are spread. */
const SOON = 5_000;
/** Of these, such as did not answer last time: they keep others from nothing. */
const SILENT_AT_ONCE = 3;
/** Rounds for which an answer is evidence. */
const FRESH_ROUNDS = 3;
/** Seconds for which it is at least. */
const FRESH = 90;
/** Sentences about why some do not answer. */
const SENTENCES = 5;

/** What came of asking one Flink cluster. */
export interface Outcome {
  cluster: string;
  /** Milliseconds. */
  took: number;
  /** Absent where it answered. */
  unanswered?: NoAnswerKind;
}

/** Asks the Flinks of one cluster, each in its turn. */
export class ClusterPoll {
  readonly #cluster: string;
  readonly #proxy: Pick<ServiceProxy<FlinkReads>, 'read'>;
  readonly #pace: Pick<Pace, 'turn'>;
  readonly #every: number;
  readonly #now: () => Date;
  readonly #onChanges: (changes: readonly FlinkStatsChange[]) => void;
  readonly #onOutcome: (outcome: Outcome) => void;
  readonly #abort = new AbortController();
  readonly #places = new Gate(AT_ONCE);
  readonly #silentPlaces = new Gate(SILENT_AT_ONCE);
  readonly #attempts = new Map<string, Attempts>();
  /** Jobs of which something is known, by {@link keyOf}. */
  readonly #told = new Map<string, AskedJob>();
  #isFollowed = false;
  #targets = 0;
  /** Milliseconds in which each is asked once. */
  #round: number;
  #asked = 0;
  #unanswered = 0;

  constructor(options: {
    cluster: string;
    proxy: Pick<ServiceProxy<FlinkReads>, 'read'>;
    /** Shared by all clusters. */
    pace: Pick<Pace, 'turn'>;
    /** Milliseconds. */
    every: number;
    /** The cluster's own clock: Flink's times are by it. */
    now: () => Date;
    onChanges: (changes: readonly FlinkStatsChange[]) => void;
    onOutcome: (outcome: Outcome) => void;
  }) {
    this.#cluster = options.cluster;
    this.#proxy = options.proxy;
    this.#pace = options.pace;
    this.#every = options.every;
    this.#round = options.every;
    this.#now = options.now;
    this.#onChanges = options.onChanges;
    this.#onOutcome = options.onOutcome;
  }

  /**
   * Asks whoever's turn it is, and forgets what does not run any more.
   *
   * @param inAll - how many Flinks there are in all clusters
   */
  tick(
    targets: readonly FlinkTarget[],
    index: ObjectIndex,
    inAll = targets.length,
  ) {
    const now = Date.now();
    this.#forget(targets, index);
    this.#targets = targets.length;
    this.#round = Math.max(
      this.#every,
      shareOf(targets.length),
      shareOf(inAll, IN_ALL),
    );
    const fresh = this.#isFollowed
      ? targets.filter(target => !this.#attempts.has(placeOf(target)))
      : targets;
    const soon = Math.max(Math.min(SOON, this.#every), shareOf(fresh.length));
    for (const target of fresh) {
      const key = placeOf(target);
      const attempts =
        this.#attempts.get(key) ?? new Attempts(key, this.#round);
      attempts.hurry(now, soon);
      this.#attempts.set(key, attempts);
    }
    let due = 0;
    for (const target of targets) {
      const attempts = this.#attempts.get(placeOf(target))!;
      attempts.every = this.#round;
      attempts.jobs = target.jobs.length;
      if (!attempts.begin(now)) continue;
      this.#inTurn(attempts, shareOf(due++), () =>
        this.#ask(target, attempts, index),
      ).finally(() => attempts.end(Date.now()));
    }
    this.#isFollowed = true;
  }

  /** Flinks that are asked in turn. */
  get targets(): number {
    return this.#targets;
  }

  /** The cluster does not answer: nobody is asked, and all soon after. */
  pause() {
    this.#isFollowed = false;
    this.#targets = 0;
  }

  stop() {
    this.#abort.abort();
  }

  view(): CollectorFlinkView {
    const all = [...this.#attempts.values()];
    const sum = (some: Attempts[]) =>
      some.reduce((jobs, one) => jobs + one.jobs, 0);
    const sentences = all.flatMap(({ sentence }) => sentence ?? []);
    return {
      jobs: sum(all),
      answering: sum(all.filter(one => one.hasAnswered && !one.failures)),
      asked: this.#asked,
      unanswered: this.#unanswered,
      messages: [...new Set(sentences)].slice(0, SENTENCES),
    };
  }

  /** @param after - milliseconds: those whose turn it is do not come all at once */
  async #inTurn(
    attempts: Attempts,
    after: number,
    body: () => Promise<void>,
  ): Promise<void> {
    const { signal } = this.#abort;
    if (after > 0) {
      await new Promise(resolve => setTimeout(resolve, after).unref());
    }
    if (signal.aborted) return;
    const run = () =>
      this.#places.run(async () => {
        await this.#pace.turn();
        if (!signal.aborted) await body();
      });
    await (attempts.failures > 0 ? this.#silentPlaces.run(run) : run());
  }

  /** Never throws. */
  async #ask(target: FlinkTarget, attempts: Attempts, index: ObjectIndex) {
    const { signal } = this.#abort;
    const began = Date.now();
    const changes: FlinkStatsChange[] = [];
    const open = new Set(target.jobs);
    let unanswered: NoAnswer | undefined;
    try {
      for (const job of target.jobs) {
        const said = await askFlink(
          {
            proxy: this.#proxy,
            service: serviceOf(this.#cluster, target),
            signal,
            now: this.#now(),
          },
          job,
          statsOf(index, job),
        );
        open.delete(job);
        changes.push(
          // Of a job that Flink does not know nothing is known, as of now.
          ...this.#put(index, job, { ...said, ...this.#stamp() }),
        );
      }
      attempts.answered();
    } catch (error) {
      if (signal.aborted) return;
      unanswered = asNoAnswer(error);
      attempts.failed(
        noAnswerSentence(unanswered, {
          ...target,
          cluster: this.#cluster,
          hasAnswered: attempts.hasAnswered,
        }),
      );
      for (const job of open) {
        changes.push(...this.#miss(index, job, attempts));
      }
    }
    this.#asked++;
    if (unanswered) this.#unanswered++;
    this.#onOutcome({
      cluster: this.#cluster,
      took: Date.now() - began,
      unanswered: unanswered?.kind,
    });
    if (changes.length > 0) this.#onChanges(changes);
  }

  /** One answer that fails to come is no reason to know nothing. */
  #miss(index: ObjectIndex, job: AskedJob, attempts: Attempts) {
    const before = statsOf(index, job);
    if (before && !before.error && attempts.failures < 2) return [];
    const error = attempts.sentence;
    return this.#put(index, job, { ...before, ...this.#stamp(), error });
  }

  #stamp() {
    return {
      at: this.#now().toISOString(),
      freshFor: Math.max(FRESH, (FRESH_ROUNDS * this.#round) / 1000),
    };
  }

  #put(
    index: ObjectIndex,
    job: AskedJob,
    after: FlinkStats | undefined,
  ): FlinkStatsChange[] {
    const { resource, namespace, name } = job;
    const before = statsOf(index, job);
    if (!before && !after) return [];
    index.putFlinkStats(resource, namespace, name, after);
    if (after) this.#told.set(keyOf(job), job);
    else this.#told.delete(keyOf(job));
    const at = new Date().toISOString();
    const cluster = this.#cluster;
    return [{ cluster, resource, namespace, name, before, after, at }];
  }

  #forget(targets: readonly FlinkTarget[], index: ObjectIndex) {
    const running = new Set(
      targets.flatMap(({ jobs }) => jobs.map(job => keyOf(job))),
    );
    const changes = [...this.#told.entries()]
      .filter(([key]) => !running.has(key))
      .flatMap(([, job]) => this.#put(index, job, undefined));
    if (changes.length > 0) this.#onChanges(changes);
    const wanted = new Set(targets.map(placeOf));
    for (const key of this.#attempts.keys()) {
      if (!wanted.has(key)) this.#attempts.delete(key);
    }
  }
}

/** Milliseconds in which so many may be asked. */
function shareOf(targets: number, aSecond = A_SECOND): number {
  return (targets * 1000) / aSecond;
}

function placeOf({ namespace, service }: FlinkTarget): string {
  return `${namespace}/${service}`;
}

function statsOf(index: ObjectIndex, { resource, namespace, name }: AskedJob) {
  return index.flinkStats(resource, namespace, name);
}

function keyOf({ resource, namespace, name }: AskedJob): string {
  return `${resource}/${namespace}/${name}`;
}
