import {
  ApacheSparkApplication,
  ApacheSparkCluster,
} from '../../resources/sparkApache';
import { custom } from './custom';
import { SIZE_CONF } from './spark';

const STATE = {
  currentStateSummary: true,
  lastTransitionTime: true,
  message: true,
} as const;

export const apacheSparkApplication = custom<ApacheSparkApplication>(
  'SparkApplication',
  {
    spec: {
      pyFiles: true,
      sparkRFiles: true,
      jars: true,
      sparkConf: SIZE_CONF,
      runtimeVersions: { sparkVersion: true },
      applicationTolerations: {
        instanceConfig: {
          initExecutors: true,
          minExecutors: true,
          maxExecutors: true,
        },
        restartConfig: { restartPolicy: true },
        ttlAfterStopMillis: true,
      },
    },
    status: {
      currentState: { ...STATE, lastObservedDriverStatus: true },
      stateTransitionHistory: true,
      currentAttemptSummary: { attemptInfo: { id: true } },
    },
  },
);

export const apacheSparkCluster = custom<ApacheSparkCluster>('SparkCluster', {
  spec: {
    runtimeVersions: { sparkVersion: true },
    clusterTolerations: {
      instanceConfig: { initWorkers: true, minWorkers: true, maxWorkers: true },
    },
  },
  status: { currentState: STATE, stateTransitionHistory: true },
});
