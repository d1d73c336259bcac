import { JobSize } from './pipelineForm';

/**
 * What a size means for a Flink job: the values that the chart gets.
 *
 * @public
 */
export interface FlinkSize {
  parallelism: number;
  jobManager: { cpu: number; memory: string };
  taskManager: { cpu: number; memory: string; slots: number };
  /** Room on disk of each TaskManager, for state that is large. */
  disk: string;
}

/**
 * Sizes of a Flink job.
 *
 * @public
 */
export const FLINK_SIZES: Readonly<Record<JobSize, FlinkSize>> = {
  S: {
    parallelism: 2,
    jobManager: { cpu: 0.5, memory: '1536m' },
    taskManager: { cpu: 1, memory: '2g', slots: 2 },
    disk: '20Gi',
  },
  M: {
    parallelism: 4,
    jobManager: { cpu: 0.5, memory: '1536m' },
    taskManager: { cpu: 2, memory: '4g', slots: 2 },
    disk: '50Gi',
  },
  L: {
    parallelism: 16,
    jobManager: { cpu: 1, memory: '2g' },
    taskManager: { cpu: 4, memory: '8g', slots: 4 },
    disk: '100Gi',
  },
  XL: {
    parallelism: 64,
    jobManager: { cpu: 2, memory: '4g' },
    taskManager: { cpu: 8, memory: '32g', slots: 8 },
    disk: '250Gi',
  },
};

/**
 * How much a Flink job remembers.
 *
 * @public
 */
export type FlinkStateSize = 'none' | 'small' | 'large';

/**
 * What each amount of state means: where it lives, and how often it is saved.
 *
 * @public
 */
export interface FlinkState {
  /** For a person. */
  description: string;
  state: {
    backend: 'hashmap' | 'rocksdb';
    managedFraction: number;
    incremental?: boolean;
  };
  checkpoints: { interval: string; minPause: string };
  /** Keeps state on the disk that its size has. */
  onDisk: boolean;
}

/**
 * Amounts of state of a Flink job.
 *
 * @public
 */
export const FLINK_STATES: Readonly<Record<FlinkStateSize, FlinkState>> = {
  none: {
    description: 'Remembers only how far it has read',
    state: { backend: 'hashmap', managedFraction: 0.1 },
    checkpoints: { interval: '30s', minPause: '10s' },
    onDisk: false,
  },
  small: {
    description: 'Fits in the memory of its TaskManagers',
    state: { backend: 'hashmap', managedFraction: 0.1 },
    checkpoints: { interval: '1m', minPause: '30s' },
    onDisk: false,
  },
  large: {
    description:
      'Lives on the disk of its TaskManagers; checkpoints hold changes only',
    state: { backend: 'rocksdb', managedFraction: 0.5, incremental: true },
    checkpoints: { interval: '2m', minPause: '1m' },
    onDisk: true,
  },
};

/**
 * What a size means for a Spark job: the values that the chart gets.
 *
 * @public
 */
export interface SparkSize {
  driver: { cores: number; memory: string };
  executor: { cores: number; memory: string; instances: number };
}

/**
 * Sizes of a Spark job.
 *
 * @public
 */
export const SPARK_SIZES: Readonly<Record<JobSize, SparkSize>> = {
  S: {
    driver: { cores: 1, memory: '1g' },
    executor: { cores: 1, memory: '2g', instances: 1 },
  },
  M: {
    driver: { cores: 1, memory: '2g' },
    executor: { cores: 2, memory: '4g', instances: 3 },
  },
  L: {
    driver: { cores: 2, memory: '4g' },
    executor: { cores: 4, memory: '8g', instances: 8 },
  },
  XL: {
    driver: { cores: 4, memory: '8g' },
    executor: { cores: 4, memory: '16g', instances: 24 },
  },
};
