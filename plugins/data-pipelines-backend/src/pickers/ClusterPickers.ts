import { NotFoundError } from '@backstage/errors';
import {
  ClusterList,
  KafkaClusterList,
  KafkaTopicList,
  LABEL_PIPELINE,
  NamespaceList,
  PickerList,
  RawObject,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { ClusterAccess } from '@headworks/backstage-plugin-data-pipelines-node';
import { Collector } from '../collector/Collector';
import { failureSentence } from '../collector/failure';
import { Shared } from '../drift/Shared';
import { kafkaChoices, RawKafka, RawNodePool } from './kafkaChoices';
import { listAll } from './listAll';

const KEPT = 30_000;
const STRIMZI = '/apis/kafka.strimzi.io/v1';

/**
 * What the wizard's fields choose from. Namespaces and Kafka clusters are
 * listed, one cluster at a time and at most every 30 seconds; topics are known
 * already.
 */
export class ClusterPickers {
  readonly #access: ClusterAccess;
  readonly #collector: Collector;
  /** cluster → what is simulated there */
  readonly #simulated: ReadonlyMap<string, string>;
  readonly #lists = new Shared<RawObject[]>({ milliseconds: KEPT });

  constructor(options: {
    access: ClusterAccess;
    collector: Collector;
    simulated: ReadonlyMap<string, string>;
  }) {
    this.#access = options.access;
    this.#collector = options.collector;
    this.#simulated = options.simulated;
  }

  clusters(): ClusterList {
    const items = this.#collector
      .names()
      .sort()
      .map(name => ({
        ...this.#known(name),
        simulated: this.#simulated.get(name),
      }));
    return { items };
  }

  async namespaces(cluster: string): Promise<NamespaceList> {
    return this.#answer(cluster, 'namespaces', async () => {
      const namespaces = await this.#list(cluster, '/api/v1/namespaces');
      return namespaces
        .filter(({ metadata }) => !metadata.deletionTimestamp)
        .map(({ metadata }) => metadata.name)
        .sort();
    });
  }

  async kafkaClusters(cluster: string): Promise<KafkaClusterList> {
    return this.#answer(cluster, 'kafkas and kafkanodepools', async () => {
      const [kafkas, pools] = await Promise.all([
        this.#list<RawKafka>(cluster, `${STRIMZI}/kafkas`),
        this.#list<RawNodePool>(cluster, `${STRIMZI}/kafkanodepools`),
      ]);
      return kafkaChoices(kafkas, pools);
    });
  }

  /** From what the collector follows; asks no cluster. */
  topics(of: {
    cluster: string;
    namespace: string;
    kafka: string;
  }): KafkaTopicList {
    const { error, status } = this.#known(of.cluster);
    const items = this.#collector
      .source(of.cluster)
      .labelled(
        'kafkatopics.kafka.strimzi.io',
        of.namespace,
        'strimzi.io/cluster',
        of.kafka,
      )
      .map(({ metadata, spec }) => ({
        name: spec.topicName ?? metadata.name,
        ...(spec.partitions && { partitions: spec.partitions }),
        ...(spec.replicas && { replicas: spec.replicas }),
        ...(metadata.labels[LABEL_PIPELINE] && {
          pipeline: metadata.labels[LABEL_PIPELINE],
        }),
      }))
      .sort((a, b) => a.name.localeCompare(b.name));
    const reason =
      error ??
      (status === 'live'
        ? undefined
        : `Cluster ${of.cluster} has not been read yet`);
    return { cluster: of.cluster, items, ...(reason && { error: reason }) };
  }

  async #answer<Item>(
    cluster: string,
    what: string,
    list: () => Promise<Item[]>,
  ): Promise<PickerList<Item>> {
    const { status, error } = this.#known(cluster);
    // Only a signed-in user's own credential would open it.
    if (status === 'unsupported') return { cluster, items: [], error };
    try {
      return { cluster, items: await list() };
    } catch (problem) {
      return {
        cluster,
        items: [],
        error: failureSentence(cluster, what, problem as Error),
      };
    }
  }

  #list<T extends RawObject>(cluster: string, path: string): Promise<T[]> {
    return this.#lists.get(`${cluster} ${path}`, () =>
      listAll(this.#access, cluster, path),
    ) as Promise<T[]>;
  }

  #known(cluster: string) {
    const state = this.#collector.state(cluster);
    if (!state) {
      throw new NotFoundError(
        `No cluster named ${cluster} is configured in the kubernetes section of the portal`,
      );
    }
    return state;
  }
}
