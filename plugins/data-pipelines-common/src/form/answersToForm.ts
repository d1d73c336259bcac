import { CiSystem, GitopsSpec } from '../model/spec';
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
      | 'storageUri'
    >
  > {
  target?: { environment?: string; cluster?: string; namespace?: string };
  kafka?: Partial<KafkaForm>;
  /** Folder of all pipelines; each has its own in it. */
  storageRoot?: string;
  /** As Backstage's RepoUrlPicker has it: `github.com?owner=acme&repo=orders`. */
  repoUrl?: string;
  /** Who installs it from there. */
  installedBy?: 'nobody' | GitopsSpec['tool'];
  ci?: CiSystem[];
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
  const { name = '', owner = '', target = {}, storageRoot = '' } = answers;
  const { description, topics, flinkJobs, sparkJobs } = answers;
  const { profile, ci, review } = answers;
  const ownFolder = storageRoot && `${storageRoot.replace(/\/+$/, '')}/${name}`;
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
    kafka: kafkaForm(answers),
    storageUri: answers.storageUri || ownFolder,
    gitops: gitops(answers),
    ci,
    accepted: review?.accepted,
  };
}

/** Nobody can install from a repository without an address. */
function gitops({
  repoUrl,
  installedBy = 'nobody',
}: PipelineAnswers): GitopsSpec | undefined {
  if (installedBy === 'nobody' || !repoUrl) return undefined;
  const { host, searchParams } = new URL(`https://${repoUrl}`);
  const path = [searchParams.get('owner'), searchParams.get('repo')];
  return { tool: installedBy, repoUrl: `https://${host}/${path.join('/')}` };
}

/** A cluster of its own has the pipeline's name, and is where the pipeline is. */
function kafkaForm({ name, target, kafka = {} }: PipelineAnswers): KafkaForm {
  const own = kafka.create
    ? { cluster: name, namespace: target?.namespace }
    : undefined;
  const { authentication = 'none' } = kafka;
  const cluster = kafka.cluster || own?.cluster || '';
  const namespace = kafka.namespace || own?.namespace || '';
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
