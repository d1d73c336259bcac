import { ProfileTable, severities } from './profile';

/** Rules for Spark: dev, prod, regulated. */
export const SPARK_PROFILES: ProfileTable = {
  'spark-core-limit': severities('error', 'error', 'error'),
  'spark-credentials': severities('error', 'error', 'error'),
  'spark-decommission-grace': severities('info', 'warning', 'warning'),
  'spark-driver-disruption': severities('off', 'off', 'warning'),
  'spark-dynamic-allocation-bounds': severities('error', 'error', 'error'),
  'spark-dynamic-allocation-limit': severities('info', 'warning', 'error'),
  'spark-event-log': severities('off', 'warning', 'error'),
  'spark-event-log-rolling': severities('info', 'warning', 'warning'),
  'spark-executors': severities('error', 'error', 'error'),
  'spark-memory-minimum': severities('error', 'error', 'error'),
  'spark-memory-overhead': severities('info', 'warning', 'warning'),
  'spark-s3-committer': severities('info', 'warning', 'warning'),
  'spark-service-account': severities('warning', 'error', 'error'),
  'spark-shuffle-data': severities('error', 'error', 'error'),
  'spark-spot-driver': severities('warning', 'error', 'error'),
  'spark-spot-executors': severities('info', 'warning', 'warning'),
  'spark-task-cores': severities('error', 'error', 'error'),
};
