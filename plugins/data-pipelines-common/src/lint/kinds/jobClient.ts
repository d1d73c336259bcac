import { NamedJob, ObjectOf, RenderedPipeline } from '../RenderedPipeline';
import { containersOf } from './containersOf';
import { KafkaUserSpec, STRIMZI } from './kafka';
import { PodOf } from './podsOf';
import { RenderedObject } from '../compare/renderedObject';

/** How a job's containers are told to connect to Kafka; all of it may be missing. */
export interface JobClient {
  /** Whose containers they are. */
  object?: RenderedObject;
  bootstrapServers?: string;
  protocol?: string;
  groupId?: string;
  transactionalIdPrefix?: string;
  /** Name of the Secret that its user comes from. */
  userSecret?: string;
}

export function clientOf(pipeline: RenderedPipeline, job: NamedJob): JobClient {
  const pod = pipeline.pods.find(
    it => !isTest(it.object) && belongsTo(it.object, job) && usesKafka(it),
  );
  if (!pod) return {};
  return {
    object: pod.object,
    bootstrapServers: variable(pod, 'KAFKA_BOOTSTRAP_SERVERS'),
    protocol: variable(pod, 'KAFKA_SECURITY_PROTOCOL'),
    groupId: variable(pod, 'KAFKA_GROUP_ID'),
    transactionalIdPrefix: variable(pod, 'KAFKA_TRANSACTIONAL_ID_PREFIX'),
    userSecret: userSecretOf(pod),
  };
}

/** The KafkaUser of a job, where the chart makes one. */
export function userOf(
  pipeline: RenderedPipeline,
  job: NamedJob,
): ObjectOf<KafkaUserSpec> | undefined {
  return pipeline
    .all<KafkaUserSpec>(STRIMZI, 'KafkaUser')
    .find(user => belongsTo(user, job));
}

/** Whether an object is a job's own, by its labels. */
export function belongsTo(
  { metadata: { labels } }: Pick<RenderedObject, 'metadata'>,
  { name, engine }: NamedJob,
): boolean {
  const component = labels?.['app.kubernetes.io/component'];
  return (
    labels?.['headworks.dev/job'] === name &&
    (component === undefined || component === engine)
  );
}

/** Whether `helm test` makes it, and nothing else. */
export function isTest({ metadata }: Pick<RenderedObject, 'metadata'>) {
  return metadata.annotations?.['helm.sh/hook'] === 'test';
}

function usesKafka(pod: PodOf): boolean {
  return (
    userSecretOf(pod) !== undefined ||
    containersOf(pod).some(({ container }) =>
      container.env?.some(({ name }) => name?.startsWith('KAFKA_')),
    )
  );
}

function variable(pod: PodOf, wanted: string): string | undefined {
  return containersOf(pod)
    .flatMap(({ container }) => container.env ?? [])
    .find(({ name, value }) => name === wanted && value !== undefined)?.value;
}

function userSecretOf({ spec }: PodOf): string | undefined {
  return spec.volumes?.find(({ name }) => name === 'kafka-user')?.secret
    ?.secretName;
}
