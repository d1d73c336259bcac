import { ObjectMetadata } from './metadata';

/** One entry of Apache's state history. */
interface ApacheSparkState {
  currentStateSummary?: string;
  lastTransitionTime?: string;
  message?: string;
}

/**
 * What we read of the Apache operator's SparkApplication.
 *
 * @public
 */
export interface ApacheSparkApplication {
  kind: 'SparkApplication';
  metadata: ObjectMetadata;
  spec: { runtimeVersions?: { sparkVersion?: string } };
  status?: {
    currentState?: ApacheSparkState;
    stateTransitionHistory?: Readonly<Record<string, ApacheSparkState>>;
    currentAttemptSummary?: {
      attemptInfo?: { id?: number };
    };
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
  status?: {
    currentState?: ApacheSparkState;
    stateTransitionHistory?: Readonly<Record<string, ApacheSparkState>>;
  };
}
