import {
  HEALTH_RULES,
  KafkaClusterView,
  LABEL_ENVIRONMENT,
  OtherView,
  TopicView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Place, refTo, reportOf } from './Place';

const KAFKA = 'kafkas.kafka.strimzi.io';

/** The Kafka clusters that the topics live on, where the portal sees them. */
export function kafkaParts(
  place: Place,
  topics: readonly TopicView[],
): KafkaClusterView[] {
  const ids = new Set(topics.flatMap(({ kafka }) => kafka ?? []));
  return [...ids].sort().flatMap((id): KafkaClusterView[] => {
    const [namespace, name] = id.split('/');
    const kafka = place.source.get(KAFKA, namespace, name);
    // As long as no rule reads the kind, nothing can be said of it.
    if (!kafka || !HEALTH_RULES[KAFKA]) return [];
    return [
      {
        id,
        name,
        object: refTo(place, KAFKA, kafka),
        version: kafka.status?.kafkaVersion,
        report: reportOf(place, KAFKA, kafka),
      },
    ];
  });
}

const OTHERS = [
  'kafkausers.kafka.strimzi.io',
  'kafkaconnects.kafka.strimzi.io',
  'kafkaconnectors.kafka.strimzi.io',
] as const;

/** Users, Connect and connectors that carry the pipeline's labels. */
export function otherParts(place: Place): OtherView[] {
  const { environment, pipeline, source } = place;
  return OTHERS.filter(resource => HEALTH_RULES[resource]).flatMap(resource =>
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
