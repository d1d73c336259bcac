import { stuckStep } from './flinkStuck';
import { FAIL, FlinkDeployment, flinkStep } from './flinkTransitions';

/** A job that runs, and somebody's change to it. */
function changed(change: (object: FlinkDeployment) => void): FlinkDeployment {
  const object: FlinkDeployment = {
    apiVersion: 'flink.apache.org/v1beta1',
    kind: 'FlinkDeployment',
    metadata: { name: 'orders', namespace: 'data', generation: 1 },
    spec: { job: { upgradeMode: 'savepoint' } },
  };
  for (let now = 0; object.status?.lifecycleState !== 'STABLE'; ) {
    const step = flinkStep({ object, now, speed: 1, newJobId: 'c' });
    object.status = step.status;
    now += step.again ?? 0;
  }
  object.metadata.generation = 2;
  change(object);
  return object;
}

// As operator 1.15.0 did it in the recordings unwritable_suspend and unwritable_restart.
describe('stuckStep', () => {
  const stop = (object: FlinkDeployment) => {
    object.metadata.annotations = { [FAIL]: 'savepoint' };
    object.spec.job = { ...object.spec.job, state: 'suspended' };
  };

  it('says why a job cannot be stopped, and has it run on', () => {
    const object = changed(stop);
    expect(stuckStep(object, 1)).toMatchObject({
      status: {
        lifecycleState: 'STABLE',
        observedGeneration: 1,
        error: expect.stringContaining('Savepoint Error'),
        jobStatus: object.status!.jobStatus,
      },
      ...{ jobManager: 'running', taskManager: 'running', again: 15_000 },
    });
  });

  it('leaves a job alone that is told to run again before it was stopped', () => {
    const object = changed(stop);
    object.status = stuckStep(object, 1)!.status;
    object.metadata.generation = 3;
    object.spec.job!.state = 'running';
    expect(stuckStep(object, 1)?.status).toMatchObject({
      ...{ lifecycleState: 'STABLE', observedGeneration: 3, error: null },
      jobStatus: object.status.jobStatus,
    });
  });

  it('does not restart a job for another upgrade mode', () => {
    const object = changed(({ spec }) => {
      spec.job!.upgradeMode = 'last-state';
    });
    expect(stuckStep(object, 1)?.status.observedGeneration).toBe(2);
  });

  it('leaves everything else to be taken up', () => {
    expect(
      stuckStep(
        changed(object => {
          stop(object);
          object.spec.job!.upgradeMode = 'last-state';
        }),
        1,
      ),
    ).toBeUndefined();
    expect(
      stuckStep(
        changed(({ spec }) => {
          spec.job!.parallelism = 2;
        }),
        1,
      ),
    ).toBeUndefined();
  });
});
