import {
  FlinkBlueGreenDeployment,
  FlinkDeployment,
  FlinkJobSpec,
  FlinkProcess,
  FlinkSessionJob,
} from '../../resources/flinkDeployment';
import { FlinkStateSnapshot } from '../../resources/flinkStateSnapshot';
import { RawObject } from '../../resources/rawObject';
import { custom, Projection } from './custom';
import { flinkDeployedIn } from './flinkDeployed';
import { withKafka } from './kafkaTold';
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
        formatType: true,
      },
      savepointHistory: true,
    },
  },
};

export const flinkDeployment = withKafka(
  withDeployed(
    custom<FlinkDeployment>('FlinkDeployment', {
      spec: {
        image: true,
        flinkVersion: true,
        mode: true,
        job: JOB,
        jobManager: PROCESS,
        taskManager: PROCESS,
      },
      status: STATUS,
    }),
  ),
);

export const flinkSessionJob = withDeployed(
  custom<FlinkSessionJob>('FlinkSessionJob', {
    spec: { deploymentName: true, job: JOB },
    status: STATUS,
  }),
);

export const flinkStateSnapshot = custom<FlinkStateSnapshot>(
  'FlinkStateSnapshot',
  {
    spec: {
      jobReference: { kind: true, name: true },
      savepoint: {
        path: true,
        alreadyExists: true,
        formatType: true,
        disposeOnDelete: true,
      },
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

/** The specification that the operator keeps in its status is long: a few words of it stay. */
function withDeployed<T extends FlinkDeployment | FlinkSessionJob>(
  projection: Projection<T>,
): Projection<T> {
  return (raw: RawObject, before) => {
    const deployed = flinkDeployedIn(raw.status);
    return { ...projection(raw, before), ...(deployed && { deployed }) };
  };
}
