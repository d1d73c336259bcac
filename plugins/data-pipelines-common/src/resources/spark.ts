import { ObjectMetadata } from './metadata';

/**
 * `status.applicationState.state` of Kubeflow's operator 2.5.2; empty while new.
 *
 * @public
 */
export type SparkState =
  | ''
  | 'SUBMITTED'
  | 'RUNNING'
  | 'COMPLETED'
  | 'FAILED'
  | 'SUBMISSION_FAILED'
  | 'PENDING_RERUN'
  | 'INVALIDATING'
  | 'SUCCEEDING'
  | 'FAILING'
  | 'SUSPENDING'
  | 'SUSPENDED'
  | 'RESUMING'
  | 'UNKNOWN';

/**
 * What we read of a SparkApplication (Kubeflow).
 *
 * @public
 */
export interface SparkApplication {
  kind: 'SparkApplication';
  metadata: ObjectMetadata;
  status?: {
    applicationState?: { state?: SparkState; errorMessage?: string };
    executorState?: Readonly<Record<string, string>>;
    /** A UUID for each attempt. */
    submissionID?: string;
    sparkApplicationId?: string;
    executionAttempts?: number;
    lastSubmissionAttemptTime?: string;
    terminationTime?: string;
  };
}

/**
 * What we read of a ScheduledSparkApplication (Kubeflow).
 *
 * @public
 */
export interface ScheduledSparkApplication {
  kind: 'ScheduledSparkApplication';
  metadata: ObjectMetadata;
  spec: { schedule?: string; timeZone?: string; suspend?: boolean };
  status?: {
    scheduleState?: string;
    reason?: string;
    lastRun?: string;
    lastRunName?: string;
    nextRun?: string;
  };
}

/**
 * What we read of a SparkConnect (Kubeflow): a server that clients run
 * sessions on.
 *
 * @public
 */
export interface SparkConnect {
  kind: 'SparkConnect';
  metadata: ObjectMetadata;
  spec: { sparkVersion?: string };
  status?: {
    state?: string;
    server?: { podName?: string };
    executors?: Readonly<Record<string, number>>;
    startTime?: string;
    lastUpdateTime?: string;
  };
}
