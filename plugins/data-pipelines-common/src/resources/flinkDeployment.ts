import { FlinkDeployed } from './flinkDeployed';
import { Condition, ObjectMetadata } from './metadata';

/**
 * `status.lifecycleState` of operator 1.15.0's CRD.
 *
 * @public
 */
export type FlinkLifecycleState =
  | 'CREATED'
  | 'SUSPENDED'
  | 'UPGRADING'
  | 'DEPLOYED'
  | 'STABLE'
  | 'ROLLING_BACK'
  | 'ROLLED_BACK'
  | 'FAILED'
  | 'DELETING'
  | 'DELETED';

/**
 * `status.jobStatus.state` of operator 1.15.0's CRD.
 *
 * @public
 */
export type FlinkJobState =
  | 'CANCELED'
  | 'CANCELLING'
  | 'CREATED'
  | 'FAILED'
  | 'FAILING'
  | 'FINISHED'
  | 'INITIALIZING'
  | 'RECONCILING'
  | 'RESTARTING'
  | 'RUNNING'
  | 'SUSPENDED';

/**
 * `status.jobManagerDeploymentStatus` of operator 1.15.0's CRD.
 *
 * @public
 */
export type JobManagerDeploymentStatus =
  | 'READY'
  | 'DEPLOYED_NOT_READY'
  | 'DEPLOYING'
  | 'MISSING'
  | 'ERROR';

/**
 * A savepoint as old operators list it in the job's own status.
 *
 * @public
 */
export interface FlinkSavepointInfo {
  location?: string;
  /** Milliseconds since the epoch. */
  timeStamp?: number;
  triggerType?: string;
  /** `CANONICAL`, `NATIVE`. */
  formatType?: string;
}

/**
 * What a Flink job is told to do.
 *
 * @public
 */
export interface FlinkJobSpec {
  /** `running` or `suspended`. */
  state?: string;
  jarURI?: string;
  parallelism?: number;
  upgradeMode?: string;
  initialSavepointPath?: string;
}

/**
 * What one of Flink's two kinds of processes asks for.
 *
 * @public
 */
export interface FlinkProcess {
  replicas?: number;
  resource?: { cpu?: number; memory?: string };
}

/**
 * What we read of a FlinkDeployment.
 *
 * @public
 */
export interface FlinkDeployment {
  kind: 'FlinkDeployment';
  metadata: ObjectMetadata;
  spec: {
    image?: string;
    /** Such as `v2_1`. */
    flinkVersion?: string;
    /** `native` or `standalone`. */
    mode?: string;
    job?: FlinkJobSpec;
    jobManager?: FlinkProcess;
    taskManager?: FlinkProcess;
  };
  status?: {
    lifecycleState?: FlinkLifecycleState;
    jobManagerDeploymentStatus?: JobManagerDeploymentStatus;
    observedGeneration?: number;
    error?: string;
    conditions?: Condition[];
    /** What the operator thinks the job needs. */
    taskManager?: { replicas?: number };
    jobStatus?: {
      state?: FlinkJobState;
      /** 32 hex digits; the next job's already while the last one ends. */
      jobId?: string;
      /**
       * Milliseconds since the epoch, as text. Of the job before until this
       * one runs.
       */
      startTime?: string;
      /** Milliseconds since the epoch, as text. */
      updateTime?: string;
      upgradeSavepointPath?: string;
      savepointInfo?: {
        lastSavepoint?: FlinkSavepointInfo;
        savepointHistory?: FlinkSavepointInfo[];
      };
    };
  };
  deployed?: FlinkDeployed;
  /** The bootstrap servers that its pods are told, such as `broker-1:9092,broker-2:9092`. */
  kafka?: string;
}

/**
 * What we read of a FlinkSessionJob: a job on the session cluster that
 * `spec.deploymentName` names.
 *
 * @public
 */
export interface FlinkSessionJob {
  kind: 'FlinkSessionJob';
  metadata: ObjectMetadata;
  spec: { deploymentName?: string; job?: FlinkJobSpec };
  status?: FlinkDeployment['status'];
  deployed?: FlinkDeployed;
}

/**
 * `status.blueGreenState` of operator 1.15.0's CRD.
 *
 * @public
 */
export type FlinkBlueGreenState =
  | 'INITIALIZING_BLUE'
  | 'ACTIVE_BLUE'
  | 'ACTIVE_GREEN'
  | 'SAVEPOINTING_BLUE'
  | 'SAVEPOINTING_GREEN'
  | 'TRANSITIONING_TO_BLUE'
  | 'TRANSITIONING_TO_GREEN';

/**
 * What we read of a FlinkBlueGreenDeployment.
 *
 * @public
 */
export interface FlinkBlueGreenDeployment {
  kind: 'FlinkBlueGreenDeployment';
  metadata: ObjectMetadata;
  status?: {
    blueGreenState?: FlinkBlueGreenState;
    jobStatus?: { state?: FlinkJobState };
    error?: string;
    lastReconciledTimestamp?: string;
    deploymentReadyTimestamp?: string;
    abortTimestamp?: string;
  };
}
