import {
  assess,
  Environment,
  EnvironmentView,
  HealthReport,
  JobView,
  LABEL_ENVIRONMENT,
  LABEL_JOB,
  ObjectMetadata,
  ObjectRef,
  ResourceId,
  RESOURCES,
  ObjectIndex,
  TopicView,
  Verdict,
  verdictOf,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { PipelineIndex } from '../collector/PipelineIndex';
import { DeclaredJob, DeclaredPipeline, DeclaredTopic } from './entities';

interface Context {
  pipeline: DeclaredPipeline;
  environment: Environment;
  index: PipelineIndex;
}

/** What one environment of a pipeline looks like now, from the index alone. */
export function environmentView(
  context: Context & { reachable: boolean },
): EnvironmentView {
  const { pipeline, environment, reachable } = context;
  const jobs = pipeline.jobs.map(job => jobView(context, job));
  const topics = pipeline.topics.map(topic => topicView(context, topic));
  const upstream = new Map(
    [...pipeline.jobs, ...pipeline.topics].map(part => [
      part.entityRef,
      part.upstream,
    ]),
  );
  const verdict: Verdict = verdictOf(
    [...topics, ...jobs].map(part => ({
      entityRef: part.entityRef,
      name: part.name,
      report: part.report,
      upstream: upstream.get(part.entityRef) ?? [],
    })),
  );
  return {
    environment,
    jobs,
    topics,
    kafka: [],
    others: [],
    verdict: reachable ? verdict : { ...verdict, stale: true },
  };
}

function jobView(context: Context, job: DeclaredJob): JobView {
  const base = {
    name: job.name,
    entityRef: job.entityRef,
    engine: job.engine,
    upstream: job.upstream,
    facts: {},
  };
  const found =
    job.engine === 'flink' ? flink(context, job) : spark(context, job);
  return { ...base, ...(found ?? { report: missing(context, 'job') }) };
}

type Found = Pick<JobView, 'object' | 'report'> | undefined;

/** Objects count only where label, cluster and namespace match the environment. */
function belongsTo(environment: Environment, job: DeclaredJob) {
  return ({ metadata }: { metadata: ObjectMetadata }) =>
    metadata.namespace === environment.namespace &&
    metadata.labels[LABEL_ENVIRONMENT] === environment.name &&
    metadata.labels[LABEL_JOB] === job.name;
}

function flink(context: Context, job: DeclaredJob): Found {
  const { environment, index, pipeline } = context;
  const { cluster } = environment;
  const mine = belongsTo(environment, job);
  const deployment = index
    .find(cluster, 'flinkdeployments.flink.apache.org', pipeline.name)
    .find(mine);
  if (!deployment) return undefined;
  const source = new ObjectIndex();
  index
    .find(cluster, 'pods', pipeline.name)
    .filter(mine)
    .forEach(pod => source.put('pods', pod));
  return {
    object: refTo(cluster, 'flinkdeployments.flink.apache.org', deployment),
    report: assess('flinkdeployments.flink.apache.org', deployment, {
      source,
      now: new Date(),
    }),
  };
}

function spark(context: Context, job: DeclaredJob): Found {
  const { environment, index, pipeline } = context;
  const { cluster } = environment;
  const mine = belongsTo(environment, job);
  const pods = index.find(cluster, 'pods', pipeline.name).filter(mine);
  const runs = index
    .find(cluster, 'sparkapplications.sparkoperator.k8s.io', pipeline.name)
    .filter(mine);
  const scheduled = index
    .find(
      cluster,
      'scheduledsparkapplications.sparkoperator.k8s.io',
      pipeline.name,
    )
    .find(mine);
  const source = new ObjectIndex();
  pods.forEach(pod => source.put('pods', pod));
  runs.forEach(run =>
    source.put('sparkapplications.sparkoperator.k8s.io', run),
  );
  const moment = { source, now: new Date() };
  if (scheduled) {
    return {
      object: refTo(
        cluster,
        'scheduledsparkapplications.sparkoperator.k8s.io',
        scheduled,
      ),
      report: assess(
        'scheduledsparkapplications.sparkoperator.k8s.io',
        scheduled,
        moment,
      ),
    };
  }
  const [application] = runs;
  return (
    application && {
      object: refTo(
        cluster,
        'sparkapplications.sparkoperator.k8s.io',
        application,
      ),
      report: assess(
        'sparkapplications.sparkoperator.k8s.io',
        application,
        moment,
      ),
    }
  );
}

function topicView(context: Context, topic: DeclaredTopic): TopicView {
  const { environment, index, pipeline } = context;
  const { cluster } = environment;
  // A topic lives beside its Kafka cluster, so its namespace is another one.
  const found = index
    .find(cluster, 'kafkatopics.kafka.strimzi.io', pipeline.name)
    .find(
      object =>
        object.metadata.labels[LABEL_ENVIRONMENT] === environment.name &&
        (object.spec.topicName ?? object.metadata.name) === topic.name,
    );
  const { name, entityRef, upstream } = topic;
  const base = { name, entityRef, upstream };
  return found
    ? {
        ...base,
        object: refTo(cluster, 'kafkatopics.kafka.strimzi.io', found),
        partitions: found.spec.partitions,
        replicas: found.spec.replicas,
        report: assess('kafkatopics.kafka.strimzi.io', found, {
          source: index.sourceOf(cluster),
          now: new Date(),
        }),
      }
    : { ...base, report: missing(context, 'topic') };
}

function refTo(
  cluster: string,
  resource: ResourceId,
  object: { kind?: string; metadata: ObjectMetadata },
): ObjectRef {
  return {
    cluster,
    apiVersion: `${RESOURCES[resource].group}/${RESOURCES[resource].versions[0]}`,
    kind: object.kind ?? '',
    namespace: object.metadata.namespace,
    name: object.metadata.name,
  };
}

function missing({ environment }: Context, what: string): HealthReport {
  const { name, cluster, namespace, release } = environment;
  return {
    health: 'Missing',
    reason: 'NotInstalled',
    message: `The ${what} is not in cluster ${cluster}`,
    nextStep: `Install it: helm upgrade --install ${release} . --namespace ${namespace} -f values-${name}.yaml`,
  };
}
