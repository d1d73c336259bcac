import {
  CheckpointsView,
  checkpointTrend,
  Environment,
  ObjectRef,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { ClusterAccess } from '@headworks/backstage-plugin-data-pipelines-node';
import { Collector } from '../collector/Collector';
import { Gate } from '../collector/Gate';
import { Shared } from '../drift/Shared';
import { asNoAnswer } from '../serviceProxy/NoAnswer';
import { ServiceProxy } from '../serviceProxy/ServiceProxy';
import { FLINK_READS, FlinkReads } from './flinkReads';
import { FlinkTarget, serviceOf, targetOf } from './flinkTargets';
import { noAnswerSentence } from './noAnswerSentence';
import { CheckpointHistory } from './readCheckpointHistory';
import { runningJob } from './runningJob';
import { unlessOff } from './unlessOff';

/** Milliseconds for which all who look get the same answer. */
const KEPT = 5_000;
/** Flinks that are asked at once, whoever looks. */
const AT_ONCE = 10;

const NOT_RUNNING =
  'The job does not run, and Flink remembers checkpoints only while it does';

/** A job that somebody looks at, in one environment. */
export interface Looked {
  environment: Environment;
  object: ObjectRef | undefined;
}

/**
 * What Flink itself says of a job, asked when somebody looks at it and shared
 * among all who do.
 */
export class FlinkLook {
  readonly #collector: Pick<Collector, 'now' | 'source'>;
  readonly #proxy: Pick<ServiceProxy<FlinkReads>, 'read'>;
  readonly #places = new Gate(AT_ONCE);
  readonly #views = new Shared<CheckpointsView>({ milliseconds: KEPT });
  readonly #abort = new AbortController();

  constructor(options: {
    access: ClusterAccess;
    collector: Pick<Collector, 'now' | 'source'>;
    proxy?: Pick<ServiceProxy<FlinkReads>, 'read'>;
  }) {
    const { access, collector } = options;
    this.#collector = collector;
    this.#proxy =
      options.proxy ?? new ServiceProxy({ access, reads: FLINK_READS });
  }

  stop() {
    this.#abort.abort();
  }

  /** Never rejects: why nothing is known is part of the answer. */
  async checkpoints(looked: Looked): Promise<CheckpointsView> {
    const { environment, object } = looked;
    const now = this.#collector.now(environment.cluster);
    const target =
      object && targetOf(this.#collector.source(environment.cluster), object);
    if (!target) return nothing(environment, now, NOT_RUNNING);
    const [{ namespace, name, jobId }] = target.jobs;
    const key = JSON.stringify([environment, namespace, name, jobId]);
    return this.#views.get(key, () =>
      this.#places.run(() => this.#ask(environment, target)),
    );
  }

  async #ask(
    environment: Environment,
    target: FlinkTarget,
  ): Promise<CheckpointsView> {
    const { cluster } = environment;
    try {
      const read = await this.#read(cluster, target);
      const now = this.#collector.now(cluster);
      if (!read) return nothing(environment, now, NOT_RUNNING);
      const { checkpoints, interval, restored } = read;
      return {
        environment,
        at: now.toISOString(),
        checkpoints,
        restored,
        interval,
        trend: checkpointTrend(checkpoints, interval, now),
      };
    } catch (error) {
      const hasAnswered = this.#hasAnswered(cluster, target);
      const around = { ...target, cluster, hasAnswered };
      const sentence = noAnswerSentence(asNoAnswer(error), around);
      return nothing(environment, this.#collector.now(cluster), sentence);
    }
  }

  /** As far as the background poll knows. */
  #hasAnswered(cluster: string, { jobs: [job] }: FlinkTarget): boolean {
    const { resource, namespace, name } = job;
    const source = this.#collector.source(cluster);
    const stats = source.flinkStats(resource, namespace, name);
    return stats !== undefined && !stats.error;
  }

  async #read(
    cluster: string,
    target: FlinkTarget,
  ): Promise<(CheckpointHistory & { interval?: number }) | undefined> {
    const [asked] = target.jobs;
    const service = serviceOf(cluster, target);
    const { signal } = this.#abort;
    const job =
      asked.jobId ??
      runningJob(await this.#proxy.read(service, 'jobs', { signal }))?.id;
    if (!job) return undefined;
    const about = { signal, job };
    const interval = await unlessOff(() =>
      this.#proxy.read(service, 'checkpointInterval', about),
    );
    const history = await unlessOff(() =>
      this.#proxy.read(service, 'checkpointHistory', about),
    );
    return { checkpoints: [], ...history, interval };
  }
}

function nothing(
  environment: Environment,
  at: Date,
  unanswered: string,
): CheckpointsView {
  return { environment, at: at.toISOString(), checkpoints: [], unanswered };
}
