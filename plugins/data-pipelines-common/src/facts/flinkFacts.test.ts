import { ObjectIndex } from '../objects/ObjectIndex';
import { FlinkDeployment } from '../resources/flinkDeployment';
import { Pod } from '../resources/pod';
import { flinkJobFacts } from './flinkFacts';

const now = new Date('2026-11-23T09:00:00Z');
const metadata = {
  name: 'orders',
  namespace: 'data',
  labels: {},
  annotations: {},
};

const deployment: FlinkDeployment = {
  kind: 'FlinkDeployment',
  metadata,
  spec: { image: 'flink:2.1', flinkVersion: 'v2_1', job: { parallelism: 4 } },
};

function pod(component: string, ready: boolean, restartCount = 0): Pod {
  return {
    metadata: {
      ...metadata,
      name: `orders-${component}`,
      labels: { app: 'orders', component },
    },
    status: {
      conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }],
      containerStatuses: [{ name: 'flink-main-container', restartCount }],
    },
  };
}

describe('flinkJobFacts', () => {
  it('reads spec, pods and what Flink says', () => {
    const source = new ObjectIndex();
    source.put('pods', pod('jobmanager', true, 1));
    source.put('pods', pod('taskmanager', false));
    source.putFlinkStats(
      'flinkdeployments.flink.apache.org',
      'data',
      'orders',
      {
        at: '2026-11-23T08:59:50Z',
        restarts: 2,
        checkpoints: {
          completed: 3,
          failed: 0,
          inProgress: 0,
          failedInARow: 0,
          latestCompleted: {
            id: 3,
            at: '2026-11-23T08:59:00Z',
            took: 120,
            size: 4096,
          },
        },
      },
    );
    expect(
      flinkJobFacts('flinkdeployments.flink.apache.org', deployment, {
        source,
        now,
      }),
    ).toEqual({
      version: '2.1',
      image: 'flink:2.1',
      parallelism: 4,
      pods: { ready: 1, wanted: 2 },
      restarts: 3,
      lastCheckpoint: { at: '2026-11-23T08:59:00Z', took: 120, size: 4096 },
    });
  });

  it('takes version and image of a session job from its session', () => {
    const source = new ObjectIndex();
    source.put('flinkdeployments.flink.apache.org', deployment);
    expect(
      flinkJobFacts(
        'flinksessionjobs.flink.apache.org',
        {
          kind: 'FlinkSessionJob',
          metadata: { ...metadata, name: 'sum' },
          spec: { deploymentName: 'orders', job: { parallelism: 1 } },
        },
        { source, now },
      ),
    ).toEqual({ version: '2.1', image: 'flink:2.1', parallelism: 1 });
  });

  it('knows nothing of an odd shape, and says nothing', () => {
    expect(
      flinkJobFacts(
        'flinkdeployments.flink.apache.org',
        { kind: 'FlinkDeployment', metadata } as never,
        { source: new ObjectIndex(), now },
      ),
    ).toEqual({});
  });
});
