import { SparkConnect, SparkConnectState } from '../../resources/spark';
import {
  ago,
  around,
  metadata,
  sparkPod,
  UNSCHEDULABLE,
} from '../__testUtils__/around';
import { sparkConnectRule } from './rule';

function connect(
  state: SparkConnectState,
  status: SparkConnect['status'] = {},
): SparkConnect {
  return {
    kind: 'SparkConnect',
    metadata: metadata('adhoc'),
    spec: { executor: { instances: 2 } },
    status: { state, startTime: ago(100), ...status },
  };
}

describe('sparkConnectRule', () => {
  it('takes NotReady of a young server for a start, of an old one for a failure', () => {
    expect(sparkConnectRule(connect('NotReady'), around())).toMatchObject({
      health: 'Progressing',
      reason: 'ServerStarting',
    });
    expect(
      sparkConnectRule(connect('NotReady', { startTime: ago(400) }), around()),
    ).toMatchObject({ health: 'Degraded', reason: 'ServerNotReady' });
  });

  it('says why its server does not start, or how it ended', () => {
    const server = (status: Parameters<typeof sparkPod>[3]) =>
      around({ pods: [sparkPod('adhoc-server', 'driver', {}, status)] });
    expect(
      sparkConnectRule(connect('NotReady'), server(UNSCHEDULABLE)),
    ).toMatchObject({ health: 'Degraded', reason: 'Unschedulable' });
    expect(
      sparkConnectRule(
        connect('NotReady'),
        server({
          phase: 'Failed',
          container: { terminated: { exitCode: 1 } },
        }),
      ),
    ).toMatchObject({
      health: 'Degraded',
      message:
        'The Connect server failed with exit code 1: the application ended with an error',
    });
  });

  it('says what its executors wait for', () => {
    const label = { 'sparkoperator.k8s.io/connect-name': 'adhoc' };
    expect(
      sparkConnectRule(
        connect('Ready', { executors: { running: 1, pending: 1 } }),
        around({ pods: [sparkPod('e', 'executor', label, UNSCHEDULABLE)] }),
      ),
    ).toMatchObject({
      health: 'Degraded',
      message: expect.stringMatching(
        /^The Connect server runs and has 1 of its 2 executors: pod e finds no node/,
      ),
    });
  });
});
