import {
  FlinkDeployment,
  FlinkJobState,
  KnownObjects,
  LABEL_JOB,
  LABEL_PIPELINE,
  ObjectMetadata,
  ObjectRef,
  ObjectSource,
  RESOURCES,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { ServiceRef } from '../serviceProxy/ServiceRef';

/** Resources that a job which Flink can be asked about may be. */
export type FlinkAsked = Parameters<ObjectSource['flinkStats']>[0];

/** A job that Flink is to be asked about. */
export interface AskedJob {
  resource: FlinkAsked;
  namespace: string;
  name: string;
  /** Where the operator names it; else it is the one that Flink runs. */
  jobId?: string;
  /** ISO 8601. */
  startedAt?: string;
}

/** One Flink cluster: its REST Service, and the jobs to ask it about. */
export interface FlinkTarget {
  namespace: string;
  /** Of the Service. */
  service: string;
  /** True where our charts made it, with a network policy around it. */
  isOurs: boolean;
  jobs: AskedJob[];
}

/** Whether an object belongs to a pipeline that somebody may look at. */
export type IsWanted = (
  resource: FlinkAsked,
  object: KnownObjects[FlinkAsked],
) => boolean;

/** Flink's own port, in every mode. */
const REST_PORT = 8081;

const RUNS: Record<FlinkJobState, boolean> = {
  CREATED: true,
  INITIALIZING: true,
  RUNNING: true,
  RESTARTING: true,
  FAILING: true,
  RECONCILING: true,
  CANCELLING: false,
  CANCELED: false,
  FAILED: false,
  FINISHED: false,
  SUSPENDED: false,
};

/**
 * The Flink clusters in which jobs run now. Service and port follow from the
 * objects' names, as the operator and our chart make them.
 */
export function flinkTargets(
  source: Pick<ObjectSource, 'all' | 'get'>,
  isWanted: IsWanted,
): FlinkTarget[] {
  const targets = new Map<string, FlinkTarget>();
  const add = (
    { namespace, labels }: ObjectMetadata,
    flink: string,
    job: AskedJob,
  ) => {
    const service = `${flink}-rest`;
    const key = `${namespace}/${service}`;
    const isOurs = labels[LABEL_PIPELINE] !== undefined;
    const target = targets.get(key) ?? { namespace, service, isOurs, jobs: [] };
    target.jobs.push(job);
    targets.set(key, target);
  };
  for (const deployment of source.all('flinkdeployments.flink.apache.org')) {
    const { metadata } = deployment;
    const job = jobOf(deployment.status);
    if (!job || !answers(deployment)) continue;
    if (!isWanted('flinkdeployments.flink.apache.org', deployment)) continue;
    const { namespace, name } = metadata;
    add(metadata, name, {
      resource: 'flinkdeployments.flink.apache.org',
      namespace,
      name,
      ...job,
    });
  }
  for (const sessionJob of source.all('flinksessionjobs.flink.apache.org')) {
    const { metadata, spec, status } = sessionJob;
    const { namespace, name } = metadata;
    const session = spec?.deploymentName
      ? source.get(
          'flinkdeployments.flink.apache.org',
          namespace,
          spec.deploymentName,
        )
      : undefined;
    const job = jobOf(status);
    if (!job || !session || !answers(session)) continue;
    if (!isWanted('flinksessionjobs.flink.apache.org', sessionJob)) continue;
    add(session.metadata, session.metadata.name, {
      resource: 'flinksessionjobs.flink.apache.org',
      namespace,
      name,
      ...job,
    });
  }
  for (const set of source.all('statefulsets.apps')) {
    const { metadata, status } = set;
    const { namespace, name, labels, deletionTimestamp } = metadata;
    const flink = /^(.+)-jobmanager$/.exec(name)?.[1];
    if (!flink || !labels[LABEL_JOB] || deletionTimestamp) continue;
    if (!status?.readyReplicas || !isWanted('statefulsets.apps', set)) continue;
    add(metadata, flink, { resource: 'statefulsets.apps', namespace, name });
  }
  return [...targets.values()];
}

/** The Flink cluster in which one job runs now; undefined where it does not run. */
export function targetOf(
  source: Pick<ObjectSource, 'all' | 'get'>,
  { kind, namespace, name }: Pick<ObjectRef, 'kind' | 'namespace' | 'name'>,
): FlinkTarget | undefined {
  const [target] = flinkTargets(
    source,
    (resource, { metadata }) =>
      RESOURCES[resource].kind === kind &&
      metadata.namespace === namespace &&
      metadata.name === name,
  );
  return target;
}

/** The Service at which a Flink cluster is asked. */
export function serviceOf(
  cluster: string,
  { namespace, service }: Pick<FlinkTarget, 'namespace' | 'service'>,
): ServiceRef {
  return { cluster, namespace, name: service, port: REST_PORT };
}

function answers({ metadata, status }: FlinkDeployment): boolean {
  return (
    status?.jobManagerDeploymentStatus === 'READY' &&
    !metadata.deletionTimestamp
  );
}

/** undefined where no job runs. */
function jobOf(
  status: FlinkDeployment['status'],
): Pick<AskedJob, 'jobId' | 'startedAt'> | undefined {
  const { state, jobId, startTime } = status?.jobStatus ?? {};
  if (!state || !RUNS[state] || !jobId) return undefined;
  const started = Number(startTime);
  return {
    jobId,
    // Until it runs it is the time of the job before.
    ...(state === 'RUNNING' &&
      started > 0 &&
      started < 8.64e15 && { startedAt: new Date(started).toISOString() }),
  };
}
