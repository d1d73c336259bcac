import {
  Environment,
  ObjectRef,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { ClusterAccess } from '@headworks/backstage-plugin-data-pipelines-node';
import { Collector } from '../collector/Collector';
import { Gate } from '../collector/Gate';
import { Shared } from '../drift/Shared';
import { asNoAnswer } from '../serviceProxy/NoAnswer';
import { ServiceProxy } from '../serviceProxy/ServiceProxy';
import { Ask, FlinkAnswer, FlinkProxy, Look } from './Ask';
import { FLINK_READS } from './flinkReads';
import { FlinkTarget, serviceOf, targetOf } from './flinkTargets';
import { noAnswerSentence } from './noAnswerSentence';
import { lastJob } from './runningJob';

/** Milliseconds for which all who look get the same answer. */
const KEPT = 5_000;
/** Flinks that are asked at once, whoever looks. */
const AT_ONCE = 10;

const OFF =
  'This portal asks no Flink (dataPipelines.flink.askEvery is 0 in its configuration)';

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
  readonly #proxy: FlinkProxy;
  readonly #isOff: boolean;
  readonly #places = new Gate(AT_ONCE);
  readonly #views = new Shared<FlinkAnswer>({ milliseconds: KEPT });
  readonly #abort = new AbortController();

  constructor(options: {
    access: ClusterAccess;
    collector: Pick<Collector, 'now' | 'source'>;
    proxy?: FlinkProxy;
    /** Milliseconds between two background polls; 0: nobody is asked, ever. */
    every: number;
  }) {
    const { access, collector } = options;
    this.#isOff = options.every === 0;
    this.#collector = collector;
    this.#proxy =
      options.proxy ?? new ServiceProxy({ access, reads: FLINK_READS });
  }

  stop() {
    this.#abort.abort();
  }

  /** Never rejects: why nothing is known is part of the answer. */
  async at<V extends FlinkAnswer>(looked: Looked, look: Look<V>): Promise<V> {
    const { environment, object } = looked;
    const { cluster } = environment;
    const now = () => this.#collector.now(cluster);
    const view = (told: Omit<V, 'environment' | 'at'>) =>
      ({ environment, at: now().toISOString(), ...told } as V);
    const nothing = (unanswered: string) =>
      view({ ...look.nothing, unanswered });
    if (this.#isOff) return nothing(OFF);
    const target = object && targetOf(this.#collector.source(cluster), object);
    if (!target) return nothing(look.notRunning);
    const [{ namespace, name, jobId }] = target.jobs;
    const key = [look.name, environment, namespace, name, jobId];
    const work = async () => {
      try {
        const ask = await this.#asking(cluster, target);
        return ask ? view(await look.ask(ask, now)) : nothing(look.notRunning);
      } catch (error) {
        const hasAnswered = this.#hasAnswered(cluster, target);
        const around = { ...target, cluster, hasAnswered };
        return nothing(noAnswerSentence(asNoAnswer(error), around));
      }
    };
    // The name is in the key, so what is kept there is of this look.
    return this.#views.get(JSON.stringify(key), () =>
      this.#places.run(work),
    ) as Promise<V>;
  }

  /** As far as the background poll knows. */
  #hasAnswered(cluster: string, { jobs: [job] }: FlinkTarget): boolean {
    const { resource, namespace, name } = job;
    const source = this.#collector.source(cluster);
    const stats = source.flinkStats(resource, namespace, name);
    return stats !== undefined && !stats.error;
  }

  /** Undefined where no job runs there. */
  async #asking(
    cluster: string,
    target: FlinkTarget,
  ): Promise<Ask | undefined> {
    const [asked] = target.jobs;
    const service = serviceOf(cluster, target);
    const { signal } = this.#abort;
    const job =
      asked.jobId ??
      lastJob(await this.#proxy.read(service, 'jobs', { signal }))?.id;
    return job
      ? (name, about) =>
          this.#proxy.read(service, name, { ...about, signal, job })
      : undefined;
  }
}
