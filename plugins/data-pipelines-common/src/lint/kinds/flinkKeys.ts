/** Settings with two spellings: that of Flink 2, then that of Flink 1. */
export const CHECKPOINTS_DIR = [
  'execution.checkpointing.dir',
  'state.checkpoints.dir',
];
export const SAVEPOINTS_DIR = [
  'execution.checkpointing.savepoint-dir',
  'state.savepoints.dir',
];
export const INCREMENTAL = [
  'execution.checkpointing.incremental',
  'state.backend.incremental',
];
export const RETAINED = [
  'execution.checkpointing.num-retained',
  'state.checkpoints.num-retained',
];
export const BACKEND = ['state.backend.type', 'state.backend'];
export const AVAILABILITY = ['high-availability.type', 'high-availability'];

export const STORAGE_DIR = 'high-availability.storageDir';
export const INTERVAL = 'execution.checkpointing.interval';
export const TIMEOUT = 'execution.checkpointing.timeout';
export const MAX_PARALLELISM = 'pipeline.max-parallelism';
