import { FlinkJobForm, SparkJobForm } from './pipelineForm';
import { FLINK_SIZES, FLINK_STATES, SPARK_SIZES } from './presets';

const MEBI = 1024 ** 2;
const UNITS: Record<string, number> = {
  m: MEBI,
  g: 1024 * MEBI,
  Gi: 1024 * MEBI,
};

/** Of a TaskManager's memory, what state on the heap may take. */
const HEAP_FOR_STATE = 0.2;
/** Of a TaskManager's disk: compaction and recovery need the rest. */
const DISK_FOR_STATE = 0.5;

/** What the charts give a job that names no size. */
const FLINK_DEFAULT = {
  parallelism: 1,
  jobManager: { cpu: 0.5, memory: '1536m' },
  taskManager: { cpu: 1, memory: '2048m', slots: 2 },
  disk: undefined,
};

/**
 * What a job's size and state come to in the cluster.
 *
 * @public
 */
export interface SizeMeaning {
  /** JobManager or driver included. */
  pods: number;
  /** TaskManagers or executors. */
  workers: number;
  /** Parallel parts that they run. */
  slots: number;
  /** Cores of all pods. */
  cpu: number;
  /** Bytes of all pods. */
  memory: number;
  /** Bytes of state that it is good for; absent where nothing says so. */
  state?: number;
}

/**
 * What a Flink job of the form comes to.
 *
 * @public
 */
export function flinkSizeMeaning(
  job: Pick<FlinkJobForm, 'size' | 'state' | 'parallelism'>,
): SizeMeaning {
  const size = job.size ? FLINK_SIZES[job.size] : FLINK_DEFAULT;
  const { jobManager, taskManager } = size;
  const parallelism = job.parallelism ?? size.parallelism;
  const workers = Math.ceil(parallelism / taskManager.slots);
  const state = stateOfEach(job.state, taskManager.memory, size.disk);
  return {
    pods: 1 + workers,
    workers,
    slots: workers * taskManager.slots,
    cpu: jobManager.cpu + workers * taskManager.cpu,
    memory: bytes(jobManager.memory) + workers * bytes(taskManager.memory),
    ...(state !== undefined && { state: workers * state }),
  };
}

/**
 * What a Spark job of the form comes to while it runs.
 *
 * @public
 */
export function sparkSizeMeaning(
  job: Partial<Pick<SparkJobForm, 'size' | 'main'>>,
): SizeMeaning {
  const { driver, executor } = SPARK_SIZES[job.size ?? 'S'];
  // What Spark adds beside the JVM; more where Python or R runs there.
  const factor = /\.(py|r)$/i.test(job.main ?? '') ? 0.4 : 0.1;
  const pod = (memory: string) =>
    bytes(memory) + Math.max(384 * MEBI, factor * bytes(memory));
  return {
    pods: 1 + executor.instances,
    workers: executor.instances,
    slots: executor.instances * executor.cores,
    cpu: driver.cores + executor.instances * executor.cores,
    memory: pod(driver.memory) + executor.instances * pod(executor.memory),
  };
}

function stateOfEach(
  state: FlinkJobForm['state'],
  memory: string,
  disk: string | undefined,
): number | undefined {
  if (state === undefined) return undefined;
  if (state === 'none') return 0;
  if (!FLINK_STATES[state].onDisk) return bytes(memory) * HEAP_FOR_STATE;
  return disk === undefined ? undefined : bytes(disk) * DISK_FOR_STATE;
}

function bytes(amount: string): number {
  const [, number, unit] = /^([0-9]+)(m|g|Gi)$/.exec(amount)!;
  return Number(number) * UNITS[unit];
}
