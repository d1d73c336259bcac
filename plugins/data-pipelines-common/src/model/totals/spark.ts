import { PodGroup, podSize, PodSpec, podStorage, Size } from './podSize';
import { coresOf, engineBytesOf, kubernetesBytes } from './quantity';

type Quantity = string | number;
type SparkConf = Readonly<Record<string, string>>;
type Role = 'driver' | 'executor';

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

const MIB = 1024 ** 2;

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

function sparkPods(options: {
  conf: SparkConf;
  python: boolean;
  driver?: PodSpec;
  executor?: PodSpec;
}): PodGroup[] {
  const { conf, python } = options;
  const group = (role: Role, pods: number | undefined): PodGroup => {
    const template = options[role] ?? {};
    const main = mainContainer(template, role);
    const pod = { ...template, containers: [main, ...others(template, main)] };
    return {
      pods,
      size: podSize(pod, { [main.name]: roleSize(conf, role, python) }),
      storage: podStorage(template) + claims(conf, role),
    };
  };
  return [group('driver', 1), group('executor', executors(conf))];
}

/** Undefined where Spark may ask for as many as it likes. */
function executors(conf: SparkConf): number | undefined {
  const dynamic = conf['spark.dynamicAllocation.enabled'] === 'true';
  const count =
    conf[
      dynamic
        ? 'spark.dynamicAllocation.maxExecutors'
        : 'spark.executor.instances'
    ];
  if (count !== undefined) return Number(count);
  return dynamic ? undefined : 2;
}

/** Memory and overhead, as Spark's Kubernetes backend adds them up. */
function roleSize(conf: SparkConf, role: Role, python: boolean): Size {
  const cores = conf[`spark.${role}.cores`] ?? '1';
  const bytes = (key: string) => engineBytesOf(conf[key], MIB);
  const memory = bytes(`spark.${role}.memory`) ?? 1024 * MIB;
  const factor =
    conf[`spark.${role}.memoryOverheadFactor`] ??
    conf['spark.kubernetes.memoryOverheadFactor'] ??
    (python ? '0.4' : '0.1');
  const overhead =
    bytes(`spark.${role}.memoryOverhead`) ??
    Math.max(
      Math.floor((Number(factor) * memory) / MIB) * MIB,
      bytes(`spark.${role}.minMemoryOverhead`) ?? 384 * MIB,
    );
  const beside =
    role === 'executor'
      ? (bytes('spark.executor.pyspark.memory') ?? 0) +
        (conf['spark.memory.offHeap.enabled'] === 'true'
          ? bytes('spark.memory.offHeap.size') ?? 0
          : 0)
      : 0;
  return {
    cpu: coresOf(conf[`spark.kubernetes.${role}.request.cores`] ?? cores),
    memory: memory + overhead + beside,
  };
}

/** Volumes that Spark claims for each pod of a role. */
function claims(conf: SparkConf, role: Role): number {
  const prefix = `spark.kubernetes.${role}.volumes.persistentVolumeClaim.`;
  return Object.entries(conf)
    .filter(
      ([key, claim]) =>
        key.startsWith(prefix) &&
        key.endsWith('.options.claimName') &&
        claim === 'OnDemand',
    )
    .map(([key]) => conf[key.replace(/claimName$/, 'sizeLimit')])
    .reduce((total, size) => total + (kubernetesBytes(size) ?? 0), 0);
}

function mainContainer({ containers = [] }: PodSpec, role: Role) {
  const name = `spark-kubernetes-${role}`;
  const main = containers.find(one => one.name === name) ?? containers[0];
  return { name, ...main };
}

function others({ containers = [] }: PodSpec, main: { name?: string }) {
  return containers.filter(({ name }) => name !== main.name);
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
