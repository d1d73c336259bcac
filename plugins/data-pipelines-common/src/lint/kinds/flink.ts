import { FlinkJob, settingsOf } from '../compare/flinkSpec';
import { RenderedObject } from '../compare/renderedObject';
import { Violation } from '../finding';
import { ObjectOf, RenderedPipeline } from '../RenderedPipeline';
import { violation } from '../violation';
import { mergedTemplate } from './mergedTemplate';
import { PodTemplate } from './pod';
import { FlinkDeploymentSpec, FlinkRoleSpec } from './flinkSpecs';
import { standaloneJobs } from './flinkStandalone';

type Blamed = Omit<RenderedObject, 'spec'>;

/** JobManager or TaskManagers, whoever makes their pods. */
export interface FlinkRole {
  /** The object that says how many and how large. */
  object: Blamed;
  replicas?: number;
  /** As it is written: `2048m`. */
  memory?: string;
  ephemeralStorage?: string;
  pod: PodTemplate;
}

/** Whatever runs in Flink: a job with a cluster of its own, a session, or a job in one. */
export interface FlinkWorkload {
  /** Its key in the values. */
  name: string;
  shape: 'application' | 'session' | 'session job';
  /** False where StatefulSets do what an operator would. */
  operated: boolean;
  /** The object that holds its settings. */
  object: Blamed;
  /** Where a setting stands in that object. */
  at(key: string): string;
  /** By their dotted key; a job in a session has its session's, too. */
  settings: ReadonlyMap<string, string>;
  /** Absent in a session. */
  job?: FlinkJob;
  flinkVersion?: string;
  image?: string;
  serviceAccount?: string;
  /** Absent for a job in a session, which has no pods of its own. */
  jobManager?: FlinkRole;
  taskManager?: FlinkRole;
  ingress?: FlinkDeploymentSpec['ingress'];
  /** The session that a job is in. */
  session?: FlinkWorkload;
}

const GROUP = 'flink.apache.org';
const JOB = 'headworks.dev/job';
const known = new WeakMap<RenderedPipeline, FlinkWorkload[]>();

/** Everything of a pipeline that runs in Flink. */
export function flinkWorkloads(pipeline: RenderedPipeline): FlinkWorkload[] {
  const before = known.get(pipeline);
  if (before) return before;
  const deployments = pipeline
    .all<FlinkDeploymentSpec>(GROUP, 'FlinkDeployment')
    .map(deployment);
  const found = [
    ...deployments,
    ...pipeline
      .all<FlinkDeploymentSpec>(GROUP, 'FlinkSessionJob')
      .map(object => sessionJob(object, deployments)),
    ...standaloneJobs(pipeline),
  ];
  known.set(pipeline, found);
  return found;
}

/** Those that have a job: sessions have none of their own. */
export function flinkJobs(pipeline: RenderedPipeline) {
  return flinkWorkloads(pipeline).filter(({ shape }) => shape !== 'session');
}

/** Those that have pods. */
export function flinkClusters(pipeline: RenderedPipeline) {
  return flinkWorkloads(pipeline).filter(
    ({ shape }) => shape !== 'session job',
  );
}

/** The pods that a workload runs in; a job in a session has its session's. */
export function podsOf({ session, jobManager, taskManager }: FlinkWorkload) {
  return [
    session?.jobManager,
    session?.taskManager,
    jobManager,
    taskManager,
  ].flatMap(part => part?.pod ?? []);
}

/** The first of several spellings that is set, with the spelling that is used. */
export function settingOf({ settings }: FlinkWorkload, ...keys: string[]) {
  const key = keys.find(name => settings.has(name)) ?? keys[0];
  return { key, value: settings.get(key) };
}

/** Where the values say something of a workload. */
export function valueOf(
  { shape, name }: Pick<FlinkWorkload, 'shape' | 'name'>,
  field?: string,
) {
  const at = `values.flink.${
    shape === 'session' ? 'sessions' : 'jobs'
  }.${name}`;
  return field ? `${at}.${field}` : at;
}

/** What is wrong with one of a workload's settings; `field` is what decides it in the values. */
export function settingViolation(
  workload: FlinkWorkload,
  what: { key: string; problem: string; remedy: string; field: string },
): Violation[] {
  const { key, problem, remedy, field } = what;
  return violation(workload.object, {
    path: workload.at(key),
    problem,
    remedy,
    value: valueOf(workload, field),
  });
}

/** Whether an upgrade keeps what it remembers; without an operator a restart alone does. */
export function isStateful({ operated, job, settings }: FlinkWorkload) {
  return operated
    ? job !== undefined && (job.upgradeMode ?? 'stateless') !== 'stateless'
    : settings.has('execution.checkpointing.interval');
}

function deployment(object: ObjectOf<FlinkDeploymentSpec>): FlinkWorkload {
  const { spec } = object;
  return {
    name: nameOf(object),
    shape: spec.job ? 'application' : 'session',
    operated: true,
    object,
    at: key => `spec.flinkConfiguration.${key}`,
    settings: settingsOf(spec),
    job: spec.job,
    flinkVersion: spec.flinkVersion,
    image: spec.image,
    serviceAccount: spec.serviceAccount,
    jobManager: role(object, spec.jobManager),
    taskManager: role(object, spec.taskManager),
    ingress: spec.ingress,
  };
}

function role(
  object: ObjectOf<FlinkDeploymentSpec>,
  spec: FlinkRoleSpec = {},
): FlinkRole {
  return {
    object,
    replicas: spec.replicas,
    memory: spec.resource?.memory,
    ephemeralStorage: spec.resource?.ephemeralStorage,
    pod: mergedTemplate(object.spec.podTemplate, spec.podTemplate),
  };
}

function sessionJob(
  object: ObjectOf<FlinkDeploymentSpec>,
  deployments: readonly FlinkWorkload[],
): FlinkWorkload {
  const session = deployments.find(
    ({ object: { metadata } }) =>
      metadata.name === object.spec.deploymentName &&
      metadata.namespace === object.metadata.namespace,
  );
  return {
    name: nameOf(object),
    shape: 'session job',
    operated: true,
    object,
    at: key => `spec.flinkConfiguration.${key}`,
    settings: new Map([
      ...(session?.settings ?? []),
      ...settingsOf(object.spec),
    ]),
    job: object.spec.job ?? {},
    flinkVersion: session?.flinkVersion,
    session,
  };
}

/** The key in the values, which every object of a job has as a label. */
export function nameOf({ metadata }: Blamed): string {
  return metadata.labels?.[JOB] ?? metadata.name;
}
