import { ObjectMetadata } from './metadata';
import { ContainerStatus } from './pod';
import { SparkSizeConf } from './spark';

/**
 * States of a SparkApplication, from the CRD of Apache's operator 1.0 and its
 * source (`ApplicationStateSummary`). Not recorded from a running one.
 *
 * @public
 */
export type ApacheSparkStateSummary =
  | 'Submitted'
  | 'ScheduledToRestart'
  | 'DriverRequested'
  | 'DriverStarted'
  | 'DriverReady'
  | 'InitializedBelowThresholdExecutors'
  | 'RunningHealthy'
  | 'RunningWithPartialCapacity'
  | 'RunningWithBelowThresholdExecutors'
  | 'DriverStartTimedOut'
  | 'ExecutorsStartTimedOut'
  | 'DriverReadyTimedOut'
  | 'Succeeded'
  | 'Failed'
  | 'SchedulingFailure'
  | 'DriverEvicted'
  | 'ResourceReleased'
  | 'TerminatedWithoutReleaseResources';

/**
 * States of a SparkCluster, from the CRD of Apache's operator 1.0 and its
 * source (`ClusterStateSummary`). Not recorded from a running one.
 *
 * @public
 */
export type ApacheClusterStateSummary =
  | 'Submitted'
  | 'SchedulingFailure'
  | 'RunningHealthy'
  | 'Failed'
  | 'ResourceReleased';

/**
 * One entry of Apache's state history.
 *
 * @public
 */
export interface ApacheSparkState<S extends string> {
  currentStateSummary?: S;
  lastTransitionTime?: string;
  message?: string;
}

/**
 * One entry of an application's state history, with the driver as it was.
 *
 * @public
 */
export interface ApacheApplicationState
  extends ApacheSparkState<ApacheSparkStateSummary> {
  lastObservedDriverStatus?: {
    phase?: string;
    reason?: string;
    message?: string;
    containerStatuses?: ContainerStatus[];
  };
}

/**
 * What we read of the Apache operator's SparkApplication.
 *
 * @public
 */
export interface ApacheSparkApplication {
  kind: 'SparkApplication';
  metadata: ObjectMetadata;
  spec: {
    /** Where it is written in Python or R. */
    pyFiles?: string;
    sparkRFiles?: string;
    jars?: string;
    sparkConf?: SparkSizeConf;
    runtimeVersions?: { sparkVersion?: string };
    applicationTolerations?: {
      instanceConfig?: {
        initExecutors?: number;
        minExecutors?: number;
        maxExecutors?: number;
      };
      restartConfig?: { restartPolicy?: string };
      /** Milliseconds after its end when the operator deletes it; -1: never. */
      ttlAfterStopMillis?: number;
    };
  };
  status?: {
    currentState?: ApacheApplicationState;
    /** By a number that counts up. */
    stateTransitionHistory?: Readonly<Record<string, ApacheApplicationState>>;
    /** `id` counts attempts from 0. */
    currentAttemptSummary?: { attemptInfo?: { id?: number } };
  };
}

/**
 * What we read of the Apache operator's SparkCluster.
 *
 * @public
 */
export interface ApacheSparkCluster {
  kind: 'SparkCluster';
  metadata: ObjectMetadata;
  spec?: {
    runtimeVersions?: { sparkVersion?: string };
    clusterTolerations?: {
      instanceConfig?: {
        initWorkers?: number;
        minWorkers?: number;
        maxWorkers?: number;
      };
    };
  };
  status?: {
    currentState?: ApacheSparkState<ApacheClusterStateSummary>;
    stateTransitionHistory?: Readonly<
      Record<string, ApacheSparkState<ApacheClusterStateSummary>>
    >;
  };
}
