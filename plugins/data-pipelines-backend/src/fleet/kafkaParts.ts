import {
  HealthReport,
  KafkaCluster,
  kafkaClusterFacts,
  KafkaClusterView,
  LABEL_ENVIRONMENT,
  OtherView,
  severity,
  StatefulSet,
  TopicView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Place, refTo, reportOf } from './Place';

const STRIMZI = 'kafkas.kafka.strimzi.io';
const CONFLUENT = 'kafkas.platform.confluent.io';
const KAFKA_LABEL = 'headworks.dev/kafka-cluster';

/** The Kafka clusters that the topics live on, where the portal sees them. */
export function kafkaParts(
  place: Place,
  topics: readonly TopicView[],
): KafkaClusterView[] {
  const ids = new Set(topics.flatMap(({ kafka }) => kafka ?? []));
  const pools = ownPools(place);
  return [
    ...[...ids].sort().flatMap(id => ofOperator(place, id) ?? []),
    ...(pools.length > 0 ? [ofPools(place, pools)] : []),
  ];
}

/** StatefulSets of a Kafka cluster that the pipeline itself brings. */
export function ownPools({ environment, pipeline, source }: Place) {
  return source
    .ofPipeline('statefulsets.apps', pipeline.name)
    .filter(
      ({ metadata: { labels } }) =>
        labels[LABEL_ENVIRONMENT] === environment.name &&
        labels[KAFKA_LABEL] !== undefined,
    );
}

function ofOperator(place: Place, id: string): KafkaClusterView | undefined {
  const { source } = place;
  const [namespace, name] = id.split('/');
  const strimzi = source.get(STRIMZI, namespace, name);
  if (strimzi) {
    return {
      id,
      name,
      object: refTo(place, STRIMZI, strimzi),
      report: reportOf(place, STRIMZI, strimzi),
      ...factsOf(place, { mode: 'strimzi', kafka: strimzi }),
    };
  }
  const confluent = source.get(CONFLUENT, namespace, name);
  return (
    confluent && {
      id,
      name,
      object: refTo(place, CONFLUENT, confluent),
      report: reportOf(place, CONFLUENT, confluent),
      ...factsOf(place, { mode: 'confluent', kafka: confluent }),
    }
  );
}

function ofPools(
  place: Place,
  pools: readonly StatefulSet[],
): KafkaClusterView {
  const [first] = pools;
  const name = first.metadata.labels[KAFKA_LABEL];
  const reports = pools.map(pool => reportOf(place, 'statefulsets.apps', pool));
  return {
    id: `${first.metadata.namespace}/${name}`,
    name,
    object: refTo(place, 'statefulsets.apps', first),
    report: worst(reports),
    ...factsOf(place, { mode: 'statefulset', pools }),
  };
}

/** A cluster of an odd shape has a report that says so, and no facts. */
function factsOf({ source }: Place, cluster: KafkaCluster) {
  try {
    return kafkaClusterFacts(cluster, source);
  } catch {
    return {};
  }
}

function worst(reports: readonly HealthReport[]): HealthReport {
  return [...reports].sort(
    (a, b) => severity(a.health) - severity(b.health),
  )[0];
}

const OTHERS = [
  'kafkausers.kafka.strimzi.io',
  'kafkaconnects.kafka.strimzi.io',
  'kafkaconnectors.kafka.strimzi.io',
] as const;

/** Users, Connect and connectors that carry the pipeline's labels. */
export function otherParts(place: Place): OtherView[] {
  const { environment, pipeline, source } = place;
  return OTHERS.flatMap(resource =>
    source
      .ofPipeline(resource, pipeline.name)
      .filter(
        ({ metadata }) =>
          metadata.labels[LABEL_ENVIRONMENT] === environment.name,
      )
      .map(object => ({
        name: object.metadata.name,
        object: refTo(place, resource, object),
        report: reportOf(place, resource, object),
      }))
      .sort((a, b) => a.name.localeCompare(b.name)),
  );
}
