import { RenderedObject } from './compare/renderedObject';
import { RenderedPipeline } from './RenderedPipeline';

/** Where the values speak of the job that an object belongs to. */
export function jobValue(
  pipeline: RenderedPipeline,
  { metadata }: Pick<RenderedObject, 'metadata'>,
  field: string,
): { value?: string } {
  const name = metadata.labels?.['headworks.dev/job'];
  const engine = metadata.labels?.['app.kubernetes.io/component'];
  const job = pipeline.jobs.find(
    it => it.name === name && (!engine || it.engine === engine),
  );
  return job ? { value: `values.${job.engine}.jobs.${job.name}.${field}` } : {};
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
