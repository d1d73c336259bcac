import { ApacheSparkCluster } from '../../resources/sparkApache';
import { ago, around, metadata, UNSCHEDULABLE } from '../__testUtils__/around';
import { Pod } from '../../resources/pod';
import { apacheSparkClusterRule } from './clusterRule';

const cluster: ApacheSparkCluster = {
  kind: 'SparkCluster',
  metadata: metadata('pool'),
  spec: { clusterTolerations: { instanceConfig: { minWorkers: 2 } } },
  status: {
    currentState: {
      currentStateSummary: 'RunningHealthy',
      lastTransitionTime: ago(20),
    },
  },
};

const pod = (name: string, status: Pod['status']): Pod => ({
  metadata: metadata(name),
  status,
});
const ready = {
  phase: 'Running',
  conditions: [{ type: 'Ready', status: 'True' }],
};

describe('apacheSparkClusterRule', () => {
  it('believes the operator where no pod is watched', () => {
    expect(apacheSparkClusterRule(cluster, around())).toMatchObject({
      health: 'Healthy',
      since: ago(20),
    });
  });

  it('does not take created objects for a cluster that runs', () => {
    const with_ = (...pods: Pod[]) =>
      apacheSparkClusterRule(cluster, around({ pods }));
    expect(with_(pod('pool-master-0', { phase: 'Pending' }))).toMatchObject({
      health: 'Progressing',
      reason: 'MasterStarting',
    });
    expect(
      with_(pod('pool-master-0', ready), pod('pool-worker-0', ready)),
    ).toMatchObject({
      health: 'Progressing',
      message: '1 of 2 workers are ready',
    });
    expect(
      with_(
        pod('pool-master-0', ready),
        pod('pool-worker-0', ready),
        pod('pool-worker-1', UNSCHEDULABLE),
      ),
    ).toMatchObject({ health: 'Degraded', reason: 'Unschedulable' });
    expect(
      with_(
        pod('pool-master-0', ready),
        pod('pool-worker-0', ready),
        pod('pool-worker-1', ready),
      ),
    ).toMatchObject({ health: 'Healthy' });
  });

  it('says why its pods are not even made', () => {
    expect(
      apacheSparkClusterRule(
        cluster,
        around({
          events: [
            {
              involvedObject: {
                kind: 'StatefulSet',
                namespace: 'data',
                name: 'pool-worker',
              },
              reason: 'FailedCreate',
              message: 'exceeded quota: small',
            },
          ],
        }),
      ),
    ).toMatchObject({ health: 'Degraded', reason: 'QuotaExceeded' });
  });
});
