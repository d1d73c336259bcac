import { JsonObject } from '@backstage/types';
import { PipelineSpec } from '../model/spec';
import { flinkJobValues, sparkJobValues } from './jobValues';
import { kafkaClusterValues, kafkaValues } from './kafkaValues';
import { PipelineForm, TopicForm } from './pipelineForm';

/**
 * The specification that a filled form means. Pure; what is wrong stays wrong.
 *
 * @public
 */
export function formToSpec(form: PipelineForm): PipelineSpec {
  const { create, replicas } = form.kafka;
  const accepted = form.accepted && Object.keys(form.accepted).length > 0;
  return {
    pipeline: {
      name: form.name,
      owner: form.owner,
      ...(form.description && { description: form.description }),
    },
    environments: {
      [form.environment]: {
        cluster: form.cluster,
        namespace: form.namespace,
        ...(form.profile && { values: { global: { profile: form.profile } } }),
      },
    },
    values: {
      global: {
        kafka: kafkaValues(form),
        storage: { uri: form.storageUri },
        ...(accepted && { lint: { accepted: form.accepted } }),
      },
      kafka: {
        ...(create && { cluster: kafkaClusterValues(create) }),
        topics: byName(form.topics, topic => topicValues(topic, replicas)),
      },
      ...(form.flinkJobs?.length && {
        flink: { jobs: byName(form.flinkJobs, flinkJobValues) },
      }),
      ...(form.sparkJobs?.length && {
        spark: { jobs: byName(form.sparkJobs, sparkJobValues) },
      }),
    },
    ...(form.gitops && { gitops: form.gitops }),
    ...(form.ci?.length && { ci: form.ci }),
  };
}

/**
 * The values of a topic that a form describes.
 *
 * @param replicas - copies, where the form says how many
 * @public
 */
export function topicValues(topic: TopicForm, replicas?: number): JsonObject {
  if (topic.external) return { external: true };
  return {
    ...(topic.partitions !== undefined && { partitions: topic.partitions }),
    ...(replicas !== undefined && { replicas }),
    ...(topic.retention && { retention: topic.retention }),
  };
}

function byName<T extends { name: string }>(
  rows: T[] | undefined,
  values: (row: T) => JsonObject,
): JsonObject {
  return Object.fromEntries((rows ?? []).map(row => [row.name, values(row)]));
}
