import { Condition, ObjectMetadata } from './metadata';

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
 * State of one executor, as Kubeflow's operator 2.5.2 writes it.
 *
 * @public
 */
export type SparkExecutorState =
  | 'PENDING'
  | 'RUNNING'
  | 'COMPLETED'
  | 'FAILED'
  | 'UNKNOWN';

/**
 * What a driver or an executor asks for.
 *
 * @public
 */
export interface SparkProcess {
  cores?: number;
  coreRequest?: string;
  memory?: string;
  memoryOverhead?: string;
}

/**
 * The properties of Spark that say how big its pods are and what they run.
 *
 * @public
 */
export interface SparkSizeConf {
  'spark.kubernetes.container.image'?: string;
  'spark.executor.instances'?: string;
  'spark.dynamicAllocation.enabled'?: string;
  'spark.driver.cores'?: string;
  'spark.executor.cores'?: string;
  'spark.kubernetes.driver.request.cores'?: string;
  'spark.kubernetes.executor.request.cores'?: string;
  'spark.driver.memory'?: string;
  'spark.executor.memory'?: string;
  'spark.driver.memoryOverhead'?: string;
  'spark.executor.memoryOverhead'?: string;
  'spark.driver.memoryOverheadFactor'?: string;
  'spark.executor.memoryOverheadFactor'?: string;
  'spark.kubernetes.memoryOverheadFactor'?: string;
  'spark.driver.minMemoryOverhead'?: string;
  'spark.executor.minMemoryOverhead'?: string;
  'spark.executor.pyspark.memory'?: string;
  'spark.memory.offHeap.enabled'?: string;
  'spark.memory.offHeap.size'?: string;
}

/**
 * How many executors Spark asks for by itself.
 *
 * @public
 */
export interface SparkDynamicAllocation {
  enabled?: boolean;
  initialExecutors?: number;
  minExecutors?: number;
  maxExecutors?: number;
}

/**
 * What a Spark application (Kubeflow) is told to be.
 *
 * @public
 */
export interface SparkSpec {
  type?: 'Java' | 'Scala' | 'Python' | 'R';
  image?: string;
  sparkVersion?: string;
  suspend?: boolean;
  driver?: SparkProcess;
  executor?: SparkProcess & { instances?: number };
  dynamicAllocation?: SparkDynamicAllocation;
  memoryOverheadFactor?: string;
  sparkConf?: SparkSizeConf;
  restartPolicy?: {
    type?: 'Always' | 'OnFailure' | 'Never';
    onFailureRetries?: number;
    onSubmissionFailureRetries?: number;
  };
  /** Seconds after its end when the operator deletes the application. */
  timeToLiveSeconds?: number;
}

/**
 * What we read of a SparkApplication (Kubeflow).
 *
 * @public
 */
export interface SparkApplication {
  kind: 'SparkApplication';
  metadata: ObjectMetadata;
  spec?: SparkSpec;
  status?: {
    /** Spark's own id of the application. */
    sparkApplicationId?: string;
    /** A UUID for each attempt. */
    submissionID?: string;
    /** Runs so far, the present one included; 0 again after a change of the spec. */
    executionAttempts?: number;
    submissionAttempts?: number;
    driverInfo?: { podName?: string };
    applicationState?: { state?: SparkState; errorMessage?: string };
    /** By name of the executor's pod. */
    executorState?: Readonly<Record<string, SparkExecutorState>>;
    lastSubmissionAttemptTime?: string;
    terminationTime?: string;
  };
}

/**
 * `status.scheduleState` of Kubeflow's operator 2.5.2; empty while new.
 *
 * @public
 */
export type SparkScheduleState = '' | 'Scheduled' | 'FailedValidation';

/**
 * What we read of a ScheduledSparkApplication (Kubeflow).
 *
 * @public
 */
export interface ScheduledSparkApplication {
  kind: 'ScheduledSparkApplication';
  metadata: ObjectMetadata;
  spec: {
    schedule?: string;
    timeZone?: string;
    suspend?: boolean;
    concurrencyPolicy?: 'Allow' | 'Forbid' | 'Replace';
    template?: SparkSpec;
  };
  status?: {
    scheduleState?: SparkScheduleState;
    reason?: string;
    lastRun?: string;
    /** Name of the SparkApplication that was made for it. */
    lastRunName?: string;
    nextRun?: string;
    /** Those that the history limits keep. */
    pastSuccessfulRunNames?: string[];
    pastFailedRunNames?: string[];
  };
}

/**
 * `status.state` of a SparkConnect, from the source of Kubeflow's operator
 * 2.5; empty while new. Not recorded from a running one.
 *
 * @public
 */
export type SparkConnectState =
  | ''
  | 'Provisioning'
  | 'Ready'
  | 'NotReady'
  | 'Failed';

/**
 * What we read of a SparkConnect (Kubeflow): a server that clients run
 * sessions on.
 *
 * @public
 */
export interface SparkConnect {
  kind: 'SparkConnect';
  metadata: ObjectMetadata;
  spec: {
    sparkVersion?: string;
    image?: string;
    server?: SparkProcess;
    executor?: SparkProcess & { instances?: number };
    dynamicAllocation?: SparkDynamicAllocation;
    sparkConf?: SparkSizeConf;
  };
  status?: {
    state?: SparkConnectState;
    conditions?: Condition[];
    server?: { podName?: string };
    /** How many executor pods are in each phase, in small letters. */
    executors?: Readonly<Record<string, number>>;
    startTime?: string;
    lastUpdateTime?: string;
  };
}
