import { PodGroup, PodSpec } from './podSize';
import { Role, SparkConf, sparkPods } from './sparkPods';

type Quantity = string | number;

/** A role of Kubeflow's kinds. */
interface RoleSpec {
  cores?: number;
  coreRequest?: Quantity;
  memory?: string;
  memoryOverhead?: string;
  instances?: number;
  template?: { spec?: PodSpec };
  sidecars?: PodSpec['containers'];
  initContainers?: PodSpec['initContainers'];
}

/** A SparkApplication of Kubeflow's operator, or its SparkConnect. */
export interface KubeflowSpec {
  type?: 'Java' | 'Scala' | 'Python' | 'R';
  suspend?: boolean;
  driver?: RoleSpec;
  /** A SparkConnect's driver. */
  server?: RoleSpec;
  executor?: RoleSpec;
  dynamicAllocation?: { enabled?: boolean; maxExecutors?: number };
  memoryOverheadFactor?: string;
  sparkConf?: SparkConf;
}

/** A ScheduledSparkApplication. */
export interface ScheduledSpec {
  suspend?: boolean;
  template?: KubeflowSpec;
}

/** A SparkApplication of Apache's operator. */
export interface ApacheSpec {
  jars?: string;
  pyFiles?: string;
  sparkRFiles?: string;
  sparkConf?: SparkConf;
  driverSpec?: { podTemplateSpec?: { spec?: PodSpec } };
  executorSpec?: { podTemplateSpec?: { spec?: PodSpec } };
}

export function kubeflowApplication(spec: KubeflowSpec): PodGroup[] {
  if (spec.suspend) return [];
  const { dynamicAllocation, executor, type } = spec;
  const driver = spec.driver ?? spec.server;
  const dynamic = dynamicAllocation?.enabled && {
    'spark.dynamicAllocation.enabled': 'true',
    'spark.dynamicAllocation.maxExecutors': dynamicAllocation.maxExecutors,
  };
  return sparkPods({
    python: type === 'Python' || type === 'R',
    conf: withValues(spec.sparkConf, {
      // The operator's default, where Spark's own is 2.
      'spark.executor.instances': executor?.instances ?? 1,
      'spark.kubernetes.memoryOverheadFactor': spec.memoryOverheadFactor,
      ...roleConf('driver', driver),
      ...roleConf('executor', executor),
      ...dynamic,
    }),
    driver: podOf(driver),
    executor: podOf(executor),
  });
}

/** One run at a time, whatever its concurrency policy lets pile up. */
export function kubeflowSchedule({ suspend, template = {} }: ScheduledSpec) {
  return suspend ? [] : kubeflowApplication(template);
}

export function apacheApplication(spec: ApacheSpec): PodGroup[] {
  return sparkPods({
    python: !spec.jars && Boolean(spec.pyFiles ?? spec.sparkRFiles),
    conf: spec.sparkConf ?? {},
    driver: spec.driverSpec?.podTemplateSpec?.spec,
    executor: spec.executorSpec?.podTemplateSpec?.spec,
  });
}

/** What `spark-submit` starts with a file of properties. */
export function submittedApplication(options: {
  properties: string;
  python: boolean;
}): PodGroup[] {
  const conf = Object.fromEntries(
    options.properties
      .split('\n')
      .filter(line => line.includes('='))
      .map(line => {
        const at = line.indexOf('=');
        return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
      }),
  );
  return sparkPods({ conf, python: options.python });
}

function podOf(role: RoleSpec = {}): PodSpec {
  const { spec = {} } = role.template ?? {};
  return {
    ...spec,
    containers: [...(spec.containers ?? []), ...(role.sidecars ?? [])],
    initContainers: [
      ...(spec.initContainers ?? []),
      ...(role.initContainers ?? []),
    ],
  };
}

function roleConf(role: Role, spec: RoleSpec = {}) {
  return {
    [`spark.${role}.cores`]: spec.cores,
    [`spark.${role}.memory`]: spec.memory,
    [`spark.${role}.memoryOverhead`]: spec.memoryOverhead,
    [`spark.kubernetes.${role}.request.cores`]: spec.coreRequest,
  };
}

/** A spec's own fields over its `sparkConf`, which they win over. */
function withValues(
  conf: SparkConf = {},
  fields: Record<string, Quantity | undefined>,
): SparkConf {
  const set = Object.entries(fields).filter(([, value]) => value !== undefined);
  return {
    ...conf,
    ...Object.fromEntries(set.map(([key, value]) => [key, `${value}`])),
  };
}
