import {
  FAIL,
  FlinkDeployment,
  FlinkStatus,
  flinkStep,
} from './flinkTransitions';

type Moment = [
  second: number,
  lifecycle: string,
  jobManager: string,
  job: string | undefined,
  error: boolean,
];

/** Runs the simulation on a clock of its own and notes every change. */
function play(
  change: (object: FlinkDeployment) => void,
  from?: { object: FlinkDeployment; second: number },
) {
  const object: FlinkDeployment = from?.object ?? {
    apiVersion: 'flink.apache.org/v1beta1',
    kind: 'FlinkDeployment',
    metadata: { name: 'orders', namespace: 'data', generation: 1 },
    spec: {
      flinkConfiguration: {
        'execution.checkpointing.savepoint-dir': 's3://state/savepoints',
      },
      job: { upgradeMode: 'savepoint' },
    },
  };
  change(object);
  const moments: Moment[] = [];
  let now = from ? from.second * 1000 : 0;
  const start = now;
  for (let steps = 0; steps < 20; steps++) {
    const step = flinkStep({ object, now, speed: 1, newJobId: 'c'.repeat(32) });
    object.status = step.status;
    const moment = momentOf(step.status, (now - start) / 1000);
    if (
      JSON.stringify(moments.at(-1)?.slice(1)) !==
      JSON.stringify(moment.slice(1))
    ) {
      moments.push(moment);
    }
    if (step.again === undefined) break;
    now += step.again;
  }
  return { object, moments, second: now / 1000 };
}

function momentOf(status: FlinkStatus, second: number): Moment {
  return [
    Math.round(second),
    status.lifecycleState,
    status.jobManagerDeploymentStatus,
    status.jobStatus.state,
    Boolean(status.error),
  ];
}

// Each sequence is as operator 1.15.0 wrote it for a job of Flink 2.1.3.
describe('flinkStep', () => {
  it('brings a job up as the operator does', () => {
    expect(play(() => {}).moments).toEqual([
      [0, 'UPGRADING', 'MISSING', undefined, false],
      [1, 'DEPLOYED', 'DEPLOYING', 'RECONCILING', false],
      [25, 'DEPLOYED', 'DEPLOYED_NOT_READY', 'RECONCILING', false],
      [36, 'DEPLOYED', 'READY', 'CREATED', false],
      [38, 'STABLE', 'READY', 'RUNNING', false],
    ]);
  });

  it('says that a job has started when it is created, not when its tasks run', () => {
    const { status } = play(() => {}).object;
    expect(status?.jobStatus).toMatchObject({
      startTime: String(36_000),
      updateTime: String(38_000),
    });
  });

  it('shows an error for a moment in an ordinary upgrade', () => {
    const first = play(() => {});
    const { moments, object } = play(deployment => {
      deployment.metadata.generation = 2;
    }, first);
    expect(moments.map(moment => moment.slice(1))).toEqual([
      ['UPGRADING', 'MISSING', 'FINISHED', false],
      ['DEPLOYED', 'ERROR', 'RECONCILING', true],
      ['DEPLOYED', 'DEPLOYING', 'RECONCILING', true],
      ['DEPLOYED', 'DEPLOYED_NOT_READY', 'RECONCILING', true],
      ['DEPLOYED', 'READY', 'CREATED', true],
      ['STABLE', 'READY', 'RUNNING', false],
    ]);
    expect(object.status?.jobStatus.upgradeSavepointPath).toMatch(
      /^s3:\/\/state\/savepoints\/savepoint-/,
    );
  });

  it('suspends with a savepoint, and starts again from it', () => {
    const first = play(() => {});
    const suspended = play(deployment => {
      deployment.metadata.generation = 2;
      deployment.spec.job!.state = 'suspended';
    }, first);
    expect(suspended.moments).toEqual([
      [0, 'SUSPENDED', 'READY', 'FINISHED', false],
    ]);
    const again = play(deployment => {
      deployment.metadata.generation = 3;
      deployment.spec.job!.state = 'running';
    }, suspended);
    expect(again.moments.at(-1)?.slice(1)).toEqual([
      'STABLE',
      'READY',
      'RUNNING',
      false,
    ]);
    const pathOf = ({ object }: typeof again) =>
      object.status?.jobStatus.upgradeSavepointPath;
    expect(pathOf(again)).toBe(pathOf(suspended));
  });

  it('goes on with its last state under the same id, without a path', () => {
    const lastState = (deployment: FlinkDeployment, state: string) => {
      deployment.metadata.generation = deployment.metadata.generation! + 1;
      deployment.spec.job = { upgradeMode: 'last-state', state };
    };
    const first = play(() => {});
    const run = first.object.status?.jobStatus.jobId;
    const suspended = play(one => lastState(one, 'suspended'), first);
    expect(suspended.moments).toEqual([
      [0, 'SUSPENDED', 'MISSING', 'FINISHED', false],
    ]);
    const { object } = play(one => lastState(one, 'running'), suspended);
    expect(object.status?.jobStatus).toMatchObject({
      state: 'RUNNING',
      jobId: run,
      upgradeSavepointPath: 'KUBERNETES_OPERATOR_LAST_STATE',
    });
  });

  it('is STABLE all the way after a redeploy from a savepoint', () => {
    const first = play(() => {});
    const restored = play(deployment => {
      deployment.metadata.generation = 2;
      deployment.spec = {
        ...deployment.spec,
        job: {
          ...deployment.spec.job,
          initialSavepointPath: 's3://state/savepoints/one',
          savepointRedeployNonce: 1,
        },
      };
    }, first);
    expect(restored.moments.map(moment => moment.slice(1))).toEqual([
      ['STABLE', 'MISSING', 'FINISHED', false],
      ['STABLE', 'DEPLOYING', 'RECONCILING', false],
      ['STABLE', 'DEPLOYED_NOT_READY', 'RECONCILING', false],
      ['STABLE', 'READY', 'CREATED', false],
      ['STABLE', 'READY', 'RUNNING', false],
    ]);
    expect(restored.object.status?.jobStatus.upgradeSavepointPath).toBe(
      's3://state/savepoints/one',
    );
  });

  it('fails after a minute where the image cannot be pulled', () => {
    const { moments } = play(deployment => {
      deployment.metadata.annotations = { [FAIL]: 'image-pull' };
    });
    expect(moments).toEqual([
      [0, 'UPGRADING', 'MISSING', undefined, false],
      [1, 'DEPLOYED', 'DEPLOYING', 'RECONCILING', false],
      [66, 'DEPLOYED', 'ERROR', 'RECONCILING', true],
    ]);
  });
});
