import {
  SparkDynamicAllocation,
  SparkExecutorState,
} from '../../resources/spark';
import { ExecutorCounts } from '../spark-pods/executors';

const COUNTED_AS: Readonly<Record<SparkExecutorState, keyof ExecutorCounts>> = {
  RUNNING: 'running',
  PENDING: 'pending',
  COMPLETED: 'completed',
  FAILED: 'failed',
  // Its node does not answer: nobody knows whether it works.
  UNKNOWN: 'failed',
};

/** Counts what the operator wrote of the executors. */
export function executorCounts(
  states: Readonly<Record<string, SparkExecutorState>> | undefined,
): ExecutorCounts {
  const counts = { running: 0, pending: 0, failed: 0, completed: 0 };
  for (const state of Object.values(states ?? {})) {
    const counted = COUNTED_AS[state];
    if (counted) counts[counted] += 1;
  }
  return counts;
}

/**
 * As few executors as the application is content with: one where neither the
 * spec nor Spark's defaults say otherwise.
 */
export function leastExecutors(spec: {
  executor?: { instances?: number };
  dynamicAllocation?: SparkDynamicAllocation;
}): number {
  const { dynamicAllocation } = spec;
  return dynamicAllocation?.enabled
    ? dynamicAllocation.minExecutors ?? 0
    : spec.executor?.instances ?? 1;
}
