import { FlinkSpec, setting } from '../../lint/compare/flinkSpec';
import {
  PodGroup,
  podSize,
  PodSpec,
  podStorage,
  Resources,
  Size,
  sizeOf,
} from './podSize';
import { coresOf, engineBytesOf } from './quantity';

type Quantity = string | number;

interface PodTemplate {
  spec?: PodSpec;
}

interface Role {
  replicas?: number;
  resource?: { cpu?: Quantity; memory?: Quantity };
  /** What newer operators prefer to `resource`. */
  resources?: Resources;
  podTemplate?: PodTemplate;
}

/** A FlinkDeployment, as far as it says how big it is. */
export interface FlinkDeploymentSpec extends FlinkSpec {
  jobManager?: Role;
  taskManager?: Role;
  podTemplate?: PodTemplate;
}

/** Flink's own container in every pod. */
const MAIN = 'flink-main-container';

/**
 * JobManagers and TaskManagers.
 *
 * @param most - how many TaskManagers a HorizontalPodAutoscaler may make of them
 * @param sessionJobs - the jobs that this cluster runs besides its own
 */
export function flinkDeployment(
  spec: FlinkDeploymentSpec,
  most: number | undefined,
  sessionJobs: readonly FlinkSpec[],
): PodGroup[] {
  if (spec.job?.state === 'suspended') return [];
  const jobs = spec.job ? [spec] : sessionJobs;
  const taskManagers = most ?? taskManagersOf(spec, jobs);
  return [
    roleOf(spec, 'jobManager', spec.jobManager?.replicas ?? 1),
    roleOf(spec, 'taskManager', taskManagers),
  ];
}

/** Undefined where jobs or an autoscaler decide that nobody here knows. */
function taskManagersOf(
  spec: FlinkDeploymentSpec,
  jobs: readonly FlinkSpec[],
): number | undefined {
  const { mode = 'native', taskManager } = spec;
  if (mode === 'standalone' && taskManager?.replicas !== undefined) {
    return taskManager.replicas;
  }
  if (jobs.length === 0) return mode === 'standalone' ? 1 : undefined;
  const slots = Number(setting(spec, 'taskmanager.numberOfTaskSlots') ?? 1);
  const parallelism = jobs
    .filter(({ job }) => job?.state !== 'suspended')
    .map(job => parallelismOf(job, spec));
  return parallelism.includes(undefined)
    ? undefined
    : Math.ceil(
        parallelism.reduce<number>((total, one) => total + (one ?? 0), 0) /
          slots,
      );
}

/** The most that an autoscaler may choose, where one does. */
function parallelismOf(job: FlinkSpec, cluster: FlinkSpec): number | undefined {
  const of = (key: string) => setting(job, key) ?? setting(cluster, key);
  if (of('job.autoscaler.enabled') === 'true') {
    const limit = of('job.autoscaler.vertex.max-parallelism');
    return limit === undefined ? undefined : Number(limit);
  }
  return job.job?.parallelism ?? Number(of('parallelism.default') ?? 1);
}

function roleOf(
  spec: FlinkDeploymentSpec,
  role: 'jobManager' | 'taskManager',
  pods: number | undefined,
): PodGroup {
  const { resource, resources, podTemplate } = spec[role] ?? {};
  const main: Size = resources
    ? sizeOf(resources)
    : {
        cpu: coresOf(resource?.cpu),
        memory: engineBytesOf(resource?.memory, 1),
      };
  const template = merged(spec.podTemplate?.spec, podTemplate?.spec);
  return {
    pods,
    size: podSize(template, { [MAIN]: main }),
    storage: podStorage(template),
  };
}

/** A role's own template over the one of both: containers and volumes by their name. */
function merged(both: PodSpec = {}, own: PodSpec = {}): PodSpec {
  return {
    containers: byName(
      [{ name: MAIN }, ...(both.containers ?? [])],
      own.containers,
    ),
    initContainers: byName(both.initContainers, own.initContainers),
    volumes: byName(both.volumes, own.volumes),
  };
}

function byName<T extends { name?: string }>(below: T[] = [], over: T[] = []) {
  const parts = new Map<string | undefined, T>();
  for (const part of [...below, ...over]) {
    parts.set(part.name, { ...parts.get(part.name), ...part });
  }
  return [...parts.values()];
}
