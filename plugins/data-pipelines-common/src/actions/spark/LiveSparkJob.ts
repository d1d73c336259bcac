import { LiveMetadata } from '../LiveMetadata';
import {
  ScheduledSparkApplication,
  SparkApplication,
  SparkState,
} from '../../resources/spark';

interface Live<K extends string> {
  /** Of Kubeflow's operator: Apache's has a kind of the same name. */
  apiVersion: string;
  kind: K;
  metadata: LiveMetadata & { uid?: string };
}

/**
 * A SparkApplication as the API server has it right now.
 *
 * @public
 */
export interface LiveSparkApplication extends Live<'SparkApplication'> {
  spec: NonNullable<SparkApplication['spec']>;
  status?: SparkApplication['status'];
}

/**
 * A ScheduledSparkApplication as the API server has it right now.
 *
 * @public
 */
export interface LiveSparkSchedule extends Live<'ScheduledSparkApplication'> {
  spec: ScheduledSparkApplication['spec'];
  status?: ScheduledSparkApplication['status'];
}

/**
 * A Spark job of Kubeflow's operator.
 *
 * @public
 */
export type LiveSparkJob = LiveSparkApplication | LiveSparkSchedule;

/** What the operator calls terminated (2.5): it does nothing more of itself. */
const ENDED: ReadonlySet<SparkState> = new Set(['COMPLETED', 'FAILED']);

/** @public */
export function hasEnded({ status }: Pick<SparkApplication, 'status'>) {
  return ENDED.has(status?.applicationState?.state ?? '');
}
