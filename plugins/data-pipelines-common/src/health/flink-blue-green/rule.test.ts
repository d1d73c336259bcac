import { ObjectIndex } from '../../objects/ObjectIndex';
import {
  FlinkBlueGreenDeployment,
  FlinkDeployment,
  FlinkJobState,
} from '../../resources/flinkDeployment';
import { flinkBlueGreenRule } from './rule';

/** Blue/green was not recorded: after the operator's source. */
const NOW = new Date('2026-11-23T09:00:00Z');

const metadata = {
  name: 'orders',
  namespace: 'data',
  generation: 1,
  creationTimestamp: '2026-11-23T08:50:00Z',
  labels: {},
  annotations: {},
};

type Status = FlinkBlueGreenDeployment['status'];

function ask(status: Status, children: Record<string, FlinkJobState> = {}) {
  const source = new ObjectIndex();
  for (const [colour, state] of Object.entries(children)) {
    const deployment: FlinkDeployment = {
      kind: 'FlinkDeployment',
      metadata: { ...metadata, name: `orders-${colour}` },
      spec: { job: {} },
      status: {
        observedGeneration: 1,
        lifecycleState: 'STABLE',
        jobManagerDeploymentStatus: 'READY',
        jobStatus: { state },
      },
    };
    source.put('flinkdeployments.flink.apache.org', deployment);
  }
  const { health, reason, message } = flinkBlueGreenRule(
    { kind: 'FlinkBlueGreenDeployment', metadata, status },
    { source, now: NOW },
  );
  return [health, reason, message];
}

describe('flinkBlueGreenRule', () => {
  it('is as well as the version that serves', () => {
    expect(ask({ blueGreenState: 'ACTIVE_BLUE' }, { blue: 'RUNNING' })).toEqual(
      ['Healthy', 'Running', 'The job runs as its blue version'],
    );
    expect(
      ask({ blueGreenState: 'ACTIVE_GREEN' }, { green: 'RESTARTING' }),
    ).toEqual([
      'Degraded',
      'JobRestarting',
      'The green version: The job failed and restarts',
    ]);
  });

  it('says that a new version is being started, and that it does not start', () => {
    const status: Status = { blueGreenState: 'TRANSITIONING_TO_GREEN' };
    expect(ask(status, { blue: 'RUNNING', green: 'CREATED' })).toEqual([
      'Progressing',
      'Transition',
      'The green version is being started; the blue version serves until it runs',
    ]);
    expect(ask(status, { blue: 'RUNNING', green: 'FAILED' })[2]).toBe(
      'The green version does not start: The job has failed and will not restart by itself',
    );
    expect(ask({ blueGreenState: 'INITIALIZING_BLUE' })[1]).toBe(
      'Initializing',
    );
  });

  it('says that a new version was given up, though the old one serves', () => {
    const status: Status = {
      blueGreenState: 'ACTIVE_BLUE',
      jobStatus: { state: 'FAILING' },
      error: 'Aborting deployment orders-green',
    };
    expect(ask(status, { blue: 'RUNNING' })).toEqual([
      'Degraded',
      'TransitionAborted',
      'The new version did not start, the blue version serves on: Aborting deployment orders-green',
    ]);
  });

  it('knows what was not looked at, refused, or is new to it', () => {
    expect(ask(undefined).slice(0, 2)).toEqual(['Degraded', 'NotObserved']);
    expect(ask({ error: 'no template' })[1]).toBe('SpecRefused');
    const odd = { blueGreenState: 'toString' } as unknown as Status;
    expect(ask(odd)[1]).toBe('StatusNotUnderstood');
  });
});
