import { ProfileTable, severities } from './profile';

/** Rules for Flink: dev, prod, regulated. */
export const FLINK_PROFILES: ProfileTable = {
  'flink-checkpoint-failures': severities('info', 'warning', 'warning'),
  'flink-checkpoint-interval': severities('warning', 'warning', 'error'),
  'flink-checkpoint-pause': severities('info', 'warning', 'warning'),
  'flink-checkpoint-retained': severities('info', 'warning', 'error'),
  'flink-checkpoint-timeout': severities('info', 'warning', 'warning'),
  'flink-dropped-state': severities('info', 'warning', 'error'),
  'flink-high-availability': severities('warning', 'error', 'error'),
  'flink-incremental-checkpoints': severities('info', 'warning', 'warning'),
  'flink-max-parallelism': severities('info', 'warning', 'error'),
  'flink-parallelism-limit': severities('error', 'error', 'error'),
  'flink-parallelism-partitions': severities('warning', 'warning', 'warning'),
  'flink-state-own-folder': severities('warning', 'error', 'error'),
  'flink-state-storage': severities('warning', 'error', 'error'),
  'flink-task-slots': severities('error', 'error', 'error'),
  'flink-upgrade-mode': severities('info', 'warning', 'warning'),
};
