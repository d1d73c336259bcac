import { Entity } from '@backstage/catalog-model';
import { filterPredicateToFilterFunction } from '@backstage/filter-predicates';
import {
  LABEL_PIPELINE,
  TYPE_FLINK_JOB,
  TYPE_KAFKA_CLUSTER,
  TYPE_KAFKA_TOPIC,
  TYPE_PIPELINE,
  TYPE_SPARK_JOB,
} from '@headworks/backstage-plugin-data-pipelines-common';

// As the new frontend system asks for them; the old one gets functions of the same.

export const IS_PIPELINE = { kind: 'component', 'spec.type': TYPE_PIPELINE };
export const IS_PART = {
  'spec.type': {
    $in: [TYPE_FLINK_JOB, TYPE_SPARK_JOB, TYPE_KAFKA_TOPIC, TYPE_KAFKA_CLUSTER],
  },
  [`metadata.annotations.${LABEL_PIPELINE}`]: { $exists: true },
};
export const IS_FLINK_JOB = { kind: 'component', 'spec.type': TYPE_FLINK_JOB };
export const IS_JOB = {
  kind: 'component',
  'spec.type': { $in: [TYPE_FLINK_JOB, TYPE_SPARK_JOB] },
};

/**
 * Whether an entity is a pipeline.
 *
 * @public
 */
export const isPipeline = filterPredicateToFilterFunction<Entity>(IS_PIPELINE);

/**
 * Whether an entity is a job, topic or Kafka cluster of a pipeline.
 *
 * @public
 */
export const isPipelinePart = filterPredicateToFilterFunction<Entity>(IS_PART);

/**
 * Whether an entity is a Flink or Spark job.
 *
 * @public
 */
export const isJob = filterPredicateToFilterFunction<Entity>(IS_JOB);

/**
 * Whether an entity is a Flink job.
 *
 * @public
 */
export const isFlinkJob = filterPredicateToFilterFunction<Entity>(IS_FLINK_JOB);
