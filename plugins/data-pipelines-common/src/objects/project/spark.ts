import {
  ScheduledSparkApplication,
  SparkApplication,
  SparkConnect,
  SparkSpec,
} from '../../resources/spark';
import { custom } from './custom';
import { Selection } from './selection';

const PROCESS = { cores: true, memory: true } as const;

const DYNAMIC = {
  enabled: true,
  initialExecutors: true,
  minExecutors: true,
  maxExecutors: true,
} as const;

const SPEC: Selection<SparkSpec> = {
  image: true,
  sparkVersion: true,
  suspend: true,
  driver: PROCESS,
  executor: { ...PROCESS, instances: true },
  dynamicAllocation: DYNAMIC,
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
    executor: { ...PROCESS, instances: true },
    dynamicAllocation: DYNAMIC,
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
