import {
  FlinkDeployment,
  FlinkJobState,
  FlinkSessionJob,
  KnownObjects,
  LABEL_JOB,
  LABEL_PIPELINE,
  ObjectMetadata,
  ObjectRef,
  ObjectSource,
  RESOURCES,
  StatefulSet,
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

const ASKED: readonly FlinkAsked[] = [
  'flinkdeployments.flink.apache.org',
  'flinksessionjobs.flink.apache.org',
  'statefulsets.apps',
];

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

type Source = Pick<ObjectSource, 'all' | 'get'>;

/**
 * The Flink clusters in which jobs run now. Service and port follow from the
 * objects' names, as the operator and our chart make them.
 */
export function flinkTargets(
  source: Source,
  isWanted: IsWanted,
): FlinkTarget[] {
  const targets = new Map<string, FlinkTarget>();
  for (const resource of ASKED) {
    for (const object of source.all(resource)) {
      const one = targetIn(source, resource, object);
      if (!one || !isWanted(resource, object)) continue;
      const key = `${one.namespace}/${one.service}`;
      const known = targets.get(key);
      if (known) known.jobs.push(...one.jobs);
      else targets.set(key, one);
    }
  }
  return [...targets.values()];
}

/** The Flink cluster in which one job runs now; undefined where it does not run. */
export function targetOf(
  source: Source,
  { kind, namespace, name }: Pick<ObjectRef, 'kind' | 'namespace' | 'name'>,
): FlinkTarget | undefined {
  const resource = ASKED.find(one => RESOURCES[one].kind === kind);
  const object = resource && source.get(resource, namespace, name);
  return object && targetIn(source, resource, object);
}

/** Of one object; undefined where no job of it runs. */
function targetIn(
  source: Source,
  resource: FlinkAsked,
  object: KnownObjects[FlinkAsked],
): FlinkTarget | undefined {
  switch (object.kind) {
    case 'FlinkDeployment':
      return operated(resource, object, object);
    case 'FlinkSessionJob':
      return operated(resource, object, sessionOf(source, object));
    case 'StatefulSet':
      return unoperated(resource, object);
    default:
      return object satisfies never;
  }
}

/** @param cluster - in which the job runs: its own, or a session */
function operated(
  resource: FlinkAsked,
  { metadata: { namespace, name }, status }: FlinkDeployment | FlinkSessionJob,
  cluster: FlinkDeployment | undefined,
): FlinkTarget | undefined {
  const job = jobOf(status);
  if (!job || !cluster || !answers(cluster)) return undefined;
  return target(cluster.metadata, cluster.metadata.name, {
    resource,
    namespace,
    name,
    ...job,
  });
}

function sessionOf(
  source: Source,
  { metadata, spec }: FlinkSessionJob,
): FlinkDeployment | undefined {
  return spec?.deploymentName
    ? source.get(
        'flinkdeployments.flink.apache.org',
        metadata.namespace,
        spec.deploymentName,
      )
    : undefined;
}

function unoperated(
  resource: FlinkAsked,
  { metadata, status }: StatefulSet,
): FlinkTarget | undefined {
  const { namespace, name, labels, deletionTimestamp } = metadata;
  const flink = /^(.+)-jobmanager$/.exec(name)?.[1];
  if (!flink || !labels[LABEL_JOB] || deletionTimestamp) return undefined;
  if (!status?.readyReplicas) return undefined;
  return target(metadata, flink, { resource, namespace, name });
}

function target(
  { namespace, labels }: ObjectMetadata,
  flink: string,
  job: AskedJob,
): FlinkTarget {
  const isOurs = labels[LABEL_PIPELINE] !== undefined;
  return { namespace, service: `${flink}-rest`, isOurs, jobs: [job] };
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
