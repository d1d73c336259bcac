import {
  ScheduledSparkApplication,
  SparkApplication,
  SparkConnect,
  SparkSizeConf,
  SparkSpec,
} from '../../resources/spark';
import { custom } from './custom';
import { Selection } from './selection';

const PROCESS = {
  cores: true,
  coreRequest: true,
  memory: true,
  memoryOverhead: true,
} as const;

/** Only these: other properties may hold credentials. */
export const SIZE_CONF: Selection<SparkSizeConf> = {
  'spark.kubernetes.container.image': true,
  'spark.executor.instances': true,
  'spark.dynamicAllocation.enabled': true,
  'spark.driver.cores': true,
  'spark.executor.cores': true,
  'spark.kubernetes.driver.request.cores': true,
  'spark.kubernetes.executor.request.cores': true,
  'spark.driver.memory': true,
  'spark.executor.memory': true,
  'spark.driver.memoryOverhead': true,
  'spark.executor.memoryOverhead': true,
  'spark.driver.memoryOverheadFactor': true,
  'spark.executor.memoryOverheadFactor': true,
  'spark.kubernetes.memoryOverheadFactor': true,
  'spark.driver.minMemoryOverhead': true,
  'spark.executor.minMemoryOverhead': true,
  'spark.executor.pyspark.memory': true,
  'spark.memory.offHeap.enabled': true,
  'spark.memory.offHeap.size': true,
};

const DYNAMIC = {
  enabled: true,
  initialExecutors: true,
  minExecutors: true,
  maxExecutors: true,
} as const;

const SPEC: Selection<SparkSpec> = {
  type: true,
  image: true,
  sparkVersion: true,
  suspend: true,
  driver: PROCESS,
  executor: { ...PROCESS, instances: true },
  dynamicAllocation: DYNAMIC,
  memoryOverheadFactor: true,
  sparkConf: SIZE_CONF,
  restartPolicy: {
    type: true,
    onFailureRetries: true,
    onSubmissionFailureRetries: true,
  },
  timeToLiveSeconds: true,
};

export const sparkApplication = custom<SparkApplication>('SparkApplication', {
  spec: SPEC,
  status: {
    sparkApplicationId: true,
    submissionID: true,
    executionAttempts: true,
    submissionAttempts: true,
    driverInfo: { podName: true },
    applicationState: { state: true, errorMessage: true },
    executorState: true,
    lastSubmissionAttemptTime: true,
    terminationTime: true,
  },
});

export const scheduledSparkApplication = custom<ScheduledSparkApplication>(
  'ScheduledSparkApplication',
  {
    spec: {
      schedule: true,
      timeZone: true,
      suspend: true,
      concurrencyPolicy: true,
      template: SPEC,
    },
    status: {
      pastSuccessfulRunNames: true,
      pastFailedRunNames: true,
      scheduleState: true,
      reason: true,
      lastRun: true,
      lastRunName: true,
      nextRun: true,
    },
  },
);

export const sparkConnect = custom<SparkConnect>('SparkConnect', {
  spec: {
    sparkVersion: true,
    image: true,
    server: PROCESS,
    executor: { ...PROCESS, instances: true },
    dynamicAllocation: DYNAMIC,
    sparkConf: SIZE_CONF,
  },
  status: {
    state: true,
    conditions: true,
    server: { podName: true },
    executors: true,
    startTime: true,
    lastUpdateTime: true,
  },
});
