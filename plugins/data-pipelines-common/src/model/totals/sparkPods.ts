import { PodGroup, podSize, PodSpec, podStorage, Size } from './podSize';
import { coresOf, engineBytesOf, kubernetesBytes } from './quantity';

/** Spark's properties. */
export type SparkConf = Readonly<Record<string, string>>;

/** The pods of an application. */
export type Role = 'driver' | 'executor';

const MIB = 1024 ** 2;

/** Driver and executors, as Spark sizes them from its properties. */
export function sparkPods(options: {
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
