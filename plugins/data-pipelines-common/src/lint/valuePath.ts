import { RenderedObject } from './compare/renderedObject';
import { belongsTo } from './kinds/jobClient';
import { RenderedPipeline } from './RenderedPipeline';

/** Where the values speak of the job that an object belongs to; of one field, if it is named. */
export function jobValue(
  pipeline: RenderedPipeline,
  object: Pick<RenderedObject, 'metadata'>,
  field?: string,
): { value?: string } {
  const job = pipeline.jobs.find(it => belongsTo(object, it));
  if (!job) return {};
  const value = `values.${job.engine}.jobs.${job.name}`;
  return { value: field ? `${value}.${field}` : value };
}

/** Where the values speak of a topic, by its name in Kafka. */
export function topicValue(
  pipeline: RenderedPipeline,
  kafkaName: string,
  field: string,
): { value?: string } {
  const topic = pipeline.topics.find(it => it.kafkaName === kafkaName);
  return topic ? { value: `values.kafka.topics.${topic.name}.${field}` } : {};
}
