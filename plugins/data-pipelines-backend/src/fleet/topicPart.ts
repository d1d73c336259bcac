import {
  HealthReport,
  kafkaOfTopic,
  KnownObjects,
  LABEL_ENVIRONMENT,
  retentionOf,
  TopicView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { ownPools } from './kafkaParts';
import { DeclaredTopic } from '../declared/declaredPipeline';
import { missing, Place, refTo, reportOf } from './Place';

const STRIMZI = 'kafkatopics.kafka.strimzi.io';
const CONFLUENT = 'kafkatopics.platform.confluent.io';

type Topic =
  | { resource: typeof STRIMZI; object: KnownObjects[typeof STRIMZI] }
  | { resource: typeof CONFLUENT; object: KnownObjects[typeof CONFLUENT] };

/**
 * Without an operator a topic is made when the chart is installed, and nothing
 * in Kubernetes tells how it is since. It counts for no verdict.
 */
export const NOT_WATCHED: HealthReport = {
  health: 'Unknown',
  reason: 'NotWatched',
  message: 'No operator looks after the topic, so nobody tells how it is',
};

function isWatched(place: Place): boolean {
  return (
    ownPools(place).length === 0 &&
    (place.serves(STRIMZI) || place.serves(CONFLUENT))
  );
}

/** A topic as it is in one environment. */
export function topicPart(place: Place, topic: DeclaredTopic): TopicView {
  const { name, entityRef, upstream } = topic;
  const base = { name, entityRef, upstream };
  const live = liveTopic(place, topic);
  if (!live) {
    return {
      ...base,
      report: isWatched(place)
        ? missing(place, 'topic', [STRIMZI, CONFLUENT])
        : NOT_WATCHED,
    };
  }
  const on = kafkaOfTopic(live.object);
  const kafka = on && `${on.namespace}/${on.name}`;
  if (live.resource === STRIMZI) {
    const { spec } = live.object;
    return {
      ...base,
      object: refTo(place, STRIMZI, live.object),
      partitions: spec.partitions,
      replicas: spec.replicas,
      retention: retentionOf(spec.config),
      kafka,
      report: reportOf(place, STRIMZI, live.object),
    };
  }
  const { spec } = live.object;
  return {
    ...base,
    object: refTo(place, CONFLUENT, live.object),
    partitions: spec.partitionCount,
    replicas: spec.replicas,
    retention: retentionOf(spec.configs),
    kafka,
    report: reportOf(place, CONFLUENT, live.object),
  };
}

/** A topic lives beside its Kafka cluster, so its namespace is another one. */
function liveTopic(place: Place, topic: DeclaredTopic): Topic | undefined {
  const { environment, pipeline, source } = place;
  for (const { resource, namespace, name, ...named } of topic.objects) {
    if (named.environment !== environment.name) continue;
    if (resource === STRIMZI) {
      const object = source.get(STRIMZI, namespace, name);
      if (object) return { resource, object };
    }
    if (resource === CONFLUENT) {
      const object = source.get(CONFLUENT, namespace, name);
      if (object) return { resource, object };
    }
  }
  const strimzi = source
    .ofPipeline(STRIMZI, pipeline.name)
    .find(
      ({ metadata, spec }) =>
        metadata.labels[LABEL_ENVIRONMENT] === environment.name &&
        (spec.topicName ?? metadata.name) === topic.name,
    );
  if (strimzi) return { resource: STRIMZI, object: strimzi };
  const confluent = source
    .ofPipeline(CONFLUENT, pipeline.name)
    .find(
      ({ metadata, spec }) =>
        metadata.labels[LABEL_ENVIRONMENT] === environment.name &&
        (spec.name ?? metadata.name) === topic.name,
    );
  return confluent && { resource: CONFLUENT, object: confluent };
}
