import { LoggerService } from '@backstage/backend-plugin-api';
import {
  CollectorFlinkView,
  ObjectRef,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { ClusterAccess } from '@headworks/backstage-plugin-data-pipelines-node';
import { Collector } from '../collector/Collector';
import { FlinkStatsChange } from '../collector/ObjectChange';
import { ServiceProxy } from '../serviceProxy/ServiceProxy';
import { ClusterPoll, Outcome } from './ClusterPoll';
import { FLINK_READS, FlinkReads } from './flinkReads';
import { flinkTargets, IsWanted, targetOf } from './flinkTargets';
import { Pace } from './Pace';

/** Milliseconds between two looks at a cluster, at least and at most. */
const LOOK = 2_000;
const LONGEST_LOOK = 10_000;
/** A look takes one part in so many of the time: a thousand jobs are not walked through all day. */
const LOOK_SHARE = 200;

/** Gets the changes of one Flink cluster together. */
export type StatsListener = (changes: readonly FlinkStatsChange[]) => void;

/**
 * Asks every Flink in which a pipeline's job runs for what no resource tells:
 * checkpoints and restarts from within. In its own time, whoever looks.
 */
export class FlinkPoll {
  readonly #collector: Pick<Collector, 'names' | 'now' | 'source' | 'state'>;
  readonly #proxy: ServiceProxy<FlinkReads>;
  readonly #pace = new Pace();
  readonly #every: number;
  readonly #logger: LoggerService;
  readonly #onOutcome: (outcome: Outcome) => void;
  readonly #listeners = new Set<StatsListener>();
  readonly #clusters = new Map<string, ClusterPoll>();
  /** By cluster (ms, as `performance.now()` counts). */
  readonly #nextLooks = new Map<string, number>();
  #clock: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(options: {
    access: ClusterAccess;
    collector: Pick<Collector, 'names' | 'now' | 'source' | 'state'>;
    /** Milliseconds; 0: nobody is asked. */
    every: number;
    logger: LoggerService;
    onOutcome?: (outcome: Outcome) => void;
  }) {
    const { access } = options;
    this.#proxy = new ServiceProxy({ access, reads: FLINK_READS });
    this.#collector = options.collector;
    this.#every = options.every;
    this.#logger = options.logger;
    this.#onOutcome = options.onOutcome ?? (() => {});
  }

  /** @param isWanted - which objects of a cluster belong to a pipeline */
  start(isWanted: (cluster: string) => IsWanted) {
    if (this.#every === 0) return;
    const often = Math.min(LOOK, this.#every / 10);
    this.#clock = setInterval(() => this.#tick(isWanted), often);
  }

  stop() {
    this.#isStopped = true;
    clearInterval(this.#clock);
    for (const poll of this.#clusters.values()) poll.stop();
  }

  subscribe(listener: StatsListener) {
    this.#listeners.add(listener);
  }

  /** How the Flinks of a cluster are asked; undefined where they are not. */
  view(cluster: string): CollectorFlinkView | undefined {
    return this.#clusters.get(cluster)?.view();
  }

  /**
   * Whether a job is asked about and its Flink has said nothing of late: not
   * where it was found out that it does not answer.
   */
  awaits(object: ObjectRef): boolean {
    if (this.#every === 0) return false;
    const { cluster, namespace, name } = object;
    const index = this.#collector.source(cluster);
    const target = targetOf(index, object);
    if (!target) return false;
    const [{ resource }] = target.jobs;
    const stats = index.flinkStats(resource, namespace, name);
    if (!stats) return true;
    const age = this.#collector.now(cluster).getTime() - Date.parse(stats.at);
    return !stats.error && age > (stats.freshFor ?? 0) * 1000;
  }

  #tick(isWanted: (cluster: string) => IsWanted) {
    const names = this.#collector.names();
    for (const [name, poll] of this.#clusters) {
      if (names.includes(name)) continue;
      poll.stop();
      this.#clusters.delete(name);
    }
    // One after the other: what waits meanwhile is answered in between.
    for (const name of names) setImmediate(() => this.#look(name, isWanted));
  }

  #look(name: string, isWanted: (cluster: string) => IsWanted) {
    if (this.#isStopped) return;
    const poll = this.#clusters.get(name) ?? this.#of(name);
    this.#clusters.set(name, poll);
    if (this.#collector.state(name)?.status !== 'live') {
      poll.pause();
      this.#nextLooks.delete(name);
      return;
    }
    const began = performance.now();
    if (began < (this.#nextLooks.get(name) ?? 0)) return;
    const index = this.#collector.source(name);
    const targets = flinkTargets(index, isWanted(name));
    const others = [...this.#clusters.values()].filter(one => one !== poll);
    const inAll = others.reduce((sum, one) => sum + one.targets, 0);
    poll.tick(targets, index, inAll + targets.length);
    const rest = LOOK_SHARE * (performance.now() - began);
    this.#nextLooks.set(name, began + Math.min(LONGEST_LOOK, rest));
  }

  #of(cluster: string): ClusterPoll {
    return new ClusterPoll({
      cluster,
      proxy: this.#proxy,
      pace: this.#pace,
      every: this.#every,
      now: () => this.#collector.now(cluster),
      onChanges: changes => this.#tell(changes),
      onOutcome: this.#onOutcome,
    });
  }

  #tell(changes: readonly FlinkStatsChange[]) {
    for (const listener of this.#listeners) {
      try {
        listener(changes);
      } catch (error) {
        // One that fails must not keep the others from knowing.
        this.#logger.error('What Flink said was not taken in', error as Error);
      }
    }
  }
}
