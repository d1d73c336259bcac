import {
  FlinkBlueGreenDeployment,
  FlinkDeployment,
  FlinkJobSpec,
  FlinkProcess,
  FlinkSessionJob,
} from '../../resources/flinkDeployment';
import { FlinkStateSnapshot } from '../../resources/flinkStateSnapshot';
import { custom } from './custom';
import { Selection } from './selection';

const JOB: Selection<FlinkJobSpec> = {
  state: true,
  jarURI: true,
  parallelism: true,
  upgradeMode: true,
  initialSavepointPath: true,
};

const PROCESS: Selection<FlinkProcess> = {
  replicas: true,
  resource: { cpu: true, memory: true },
};

const STATUS: Selection<NonNullable<FlinkDeployment['status']>> = {
  lifecycleState: true,
  jobManagerDeploymentStatus: true,
  observedGeneration: true,
  error: true,
  conditions: true,
  taskManager: { replicas: true },
  jobStatus: {
    state: true,
    updateTime: true,
    startTime: true,
    jobId: true,
    upgradeSavepointPath: true,
    savepointInfo: {
      lastSavepoint: {
        location: true,
        timeStamp: true,
        triggerType: true,
      },
      savepointHistory: true,
    },
  },
};

export const flinkDeployment = custom<FlinkDeployment>('FlinkDeployment', {
  spec: {
    image: true,
    flinkVersion: true,
    mode: true,
    job: JOB,
    jobManager: PROCESS,
    taskManager: PROCESS,
  },
  status: STATUS,
});

export const flinkSessionJob = custom<FlinkSessionJob>('FlinkSessionJob', {
  spec: { deploymentName: true, job: JOB },
  status: STATUS,
});

export const flinkStateSnapshot = custom<FlinkStateSnapshot>(
  'FlinkStateSnapshot',
  {
    spec: {
      jobReference: { kind: true, name: true },
      savepoint: { path: true, alreadyExists: true },
    },
    status: {
      state: true,
      path: true,
      error: true,
      failures: true,
      triggerTimestamp: true,
      resultTimestamp: true,
    },
  },
);

export const flinkBlueGreenDeployment = custom<FlinkBlueGreenDeployment>(
  'FlinkBlueGreenDeployment',
  {
    status: {
      blueGreenState: true,
      jobStatus: { state: true },
      error: true,
      lastReconciledTimestamp: true,
      deploymentReadyTimestamp: true,
      abortTimestamp: true,
    },
  },
);
