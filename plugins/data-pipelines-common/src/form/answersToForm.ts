import { KafkaForm, PipelineForm } from './pipelineForm';

/**
 * A wizard's answers by the names that our templates give their fields, before
 * they are all there.
 *
 * @public
 */
export interface PipelineAnswers
  extends Partial<
    Pick<
      PipelineForm,
      | 'name'
      | 'owner'
      | 'description'
      | 'topics'
      | 'flinkJobs'
      | 'sparkJobs'
      | 'profile'
      | 'gitops'
      | 'ci'
    >
  > {
  target?: { environment?: string; cluster?: string; namespace?: string };
  kafka?: Partial<KafkaForm>;
  /** Folder of all pipelines; each has its own in it. */
  storageUri?: string;
  review?: Pick<PipelineForm, 'accepted'>;
}

/**
 * The form that a wizard's answers fill: what is missing is empty, and what
 * follows from other answers is worked out. The same for the review and for
 * the action that renders.
 *
 * @public
 */
export function answersToForm(answers: PipelineAnswers): PipelineForm {
  const { name = '', owner = '', target = {}, storageUri = '' } = answers;
  const { description, topics, flinkJobs, sparkJobs } = answers;
  const { profile, gitops, ci, review } = answers;
  return {
    name,
    owner,
    description,
    topics,
    flinkJobs,
    sparkJobs,
    environment: target.environment ?? '',
    cluster: target.cluster ?? '',
    namespace: target.namespace ?? '',
    profile,
    kafka: kafkaForm(answers.kafka ?? {}),
    storageUri: storageUri && `${storageUri.replace(/\/+$/, '')}/${name}`,
    gitops,
    ci,
    accepted: review?.accepted,
  };
}

function kafkaForm(kafka: Partial<KafkaForm>): KafkaForm {
  const { cluster = '', namespace = '', authentication = 'none' } = kafka;
  const port = authentication === 'none' ? 9092 : 9093;
  return {
    ...kafka,
    cluster,
    namespace,
    authentication,
    bootstrapServers:
      kafka.bootstrapServers ||
      `${cluster}-kafka-bootstrap.${namespace}:${port}`,
  };
}
