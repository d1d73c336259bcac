import {
  EnvironmentView,
  JobView,
  ObjectIndex,
  RecordsThere,
  TopicView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { FleetEntry } from '../fleet/Fleet';
import { liveFlinkJob } from '../fleet/liveFlinkJob';
import { BrokerLook } from '../kafkaRecords/BrokerLook';
import { idOf, KafkaAccess } from '../kafkaRecords/KafkaAccess';
import { kafkaOf } from '../kafkaRecords/kafkaOf';

/** What brokers said of the topics that a job reads in one environment. */
export interface BrokerWords {
  /** By the topic's entity ref. */
  topics: ReadonlyMap<string, RecordsThere>;
  /** Sentences about what they did not say. */
  unanswered: string[];
}

/** Asks the brokers of the topics that a job reads, where that is configured. */
export class JobBrokers {
  readonly #kafkas: readonly KafkaAccess[];
  readonly #look: Pick<BrokerLook, 'at'>;
  readonly #clusters: { source(cluster: string): ObjectIndex };

  constructor(options: {
    kafkas: readonly KafkaAccess[];
    look: Pick<BrokerLook, 'at'>;
    clusters: { source(cluster: string): ObjectIndex };
  }) {
    this.#kafkas = options.kafkas;
    this.#look = options.look;
    this.#clusters = options.clusters;
  }

  /**
   * Never rejects. Topics that the viewer may not see are not asked for.
   *
   * @param only - name of the environment; all of them by default
   * @returns by the name of the environment
   */
  async of(
    { environments }: FleetEntry,
    entityRef: string,
    only?: string,
  ): Promise<ReadonlyMap<string, BrokerWords>> {
    if (this.#kafkas.length === 0) return new Map();
    const words = environments
      .filter(({ environment }) => !only || environment.name === only)
      .flatMap(view => {
        const job = view.jobs.find(one => one.entityRef === entityRef);
        return job ? [this.#words(view, job)] : [];
      });
    return new Map(await Promise.all(words));
  }

  async #words(
    view: EnvironmentView,
    job: JobView,
  ): Promise<[string, BrokerWords]> {
    const asked = await Promise.all(
      this.#topicsByKafka(view, job).map(async ({ kafka, topics }) => {
        const names = topics.map(({ name }) => name);
        return { topics, said: await this.#look.at(kafka, names) };
      }),
    );
    return [
      view.environment.name,
      {
        topics: new Map(
          asked.flatMap(({ topics, said }) =>
            topics.flatMap(({ entityRef, name }) => {
              const records = said.topics.get(name);
              return records ? [[entityRef, records] as const] : [];
            }),
          ),
        ),
        unanswered: asked.flatMap(({ said }) => said.unanswered).sort(),
      },
    ];
  }

  #topicsByKafka({ environment, topics }: EnvironmentView, job: JobView) {
    const { cluster } = environment;
    const servers = this.#serversOf(job);
    const found = new Map<
      string,
      { kafka: KafkaAccess; topics: TopicView[] }
    >();
    for (const topic of topics) {
      if (!job.upstream.includes(topic.entityRef)) continue;
      const hint = { cluster, object: topic.kafka, servers };
      const kafka = kafkaOf(this.#kafkas, hint);
      if (!kafka) continue;
      const group = found.get(idOf(kafka)) ?? { kafka, topics: [] };
      group.topics.push(topic);
      found.set(idOf(kafka), group);
    }
    return [...found.values()];
  }

  /** The bootstrap servers that the pods of a job are told. */
  #serversOf({ object }: JobView): string | undefined {
    if (!object) return undefined;
    const source = this.#clusters.source(object.cluster);
    const live = liveFlinkJob(source, object);
    if (live?.kind !== 'FlinkSessionJob') return live?.kafka;
    return source.get(
      'flinkdeployments.flink.apache.org',
      object.namespace,
      live.spec.deploymentName ?? '',
    )?.kafka;
  }
}
