import { ObjectIndex } from '../../objects/ObjectIndex';
import { FlinkStats } from '../../resources/flinkStats';
import { Pod } from '../../resources/pod';
import { StatefulSet } from '../../resources/workloads';
import { flinkStatefulSetRule } from './rule';

const NOW = new Date('2026-11-23T09:00:00Z');

const metadata = {
  namespace: 'data',
  generation: 2,
  labels: {},
  annotations: {},
};

function set(component: string, status: StatefulSet['status'], replicas = 2) {
  return {
    kind: 'StatefulSet',
    metadata: { ...metadata, name: `shop-orders-${component}` },
    spec: { replicas },
    status: { observedGeneration: 2, ...status },
  } as StatefulSet;
}

function pod(component: string, status: Pod['status']): Pod {
  return {
    metadata: {
      ...metadata,
      name: `shop-orders-${component}-0`,
      creationTimestamp: '2026-11-23T08:50:00Z',
      labels: { app: 'shop-orders', component },
    },
    status,
  };
}

function ask(object: StatefulSet, pods: Pod[] = [], stats?: FlinkStats) {
  const source = new ObjectIndex();
  pods.forEach(one => source.put('pods', one));
  source.putFlinkStats(
    'statefulsets.apps',
    'data',
    object.metadata.name,
    stats,
  );
  const { health, reason, message } = flinkStatefulSetRule(object, {
    source,
    now: NOW,
  });
  return [health, reason, message];
}

describe('flinkStatefulSetRule', () => {
  it('counts what runs', () => {
    expect(ask(set('taskmanager', { readyReplicas: 2 }))).toEqual([
      'Healthy',
      'Running',
      '2 of 2 TaskManagers run',
    ]);
    expect(ask(set('taskmanager', {}, 0))[0]).toBe('Suspended');
    expect(ask(set('taskmanager', { readyReplicas: 1 }))).toEqual([
      'Progressing',
      'PodsNotReady',
      '1 of 2 pods are ready',
    ]);
  });

  it('knows a change from a fault', () => {
    expect(ask(set('jobmanager', { observedGeneration: 1 }))[1]).toBe(
      'SpecChanged',
    );
    const rolling = { currentRevision: 'a', updateRevision: 'b' };
    expect(ask(set('jobmanager', { ...rolling, updatedReplicas: 1 }))[1]).toBe(
      'RollingOut',
    );
    const waiting = { reason: 'ImagePullBackOff' };
    const broken = pod('jobmanager', {
      containerStatuses: [{ name: 'main', state: { waiting } }],
    });
    expect(ask(set('jobmanager', {}), [broken])[1]).toBe('ImagePullBackOff');
    // The other process's pods are its own affair.
    expect(ask(set('taskmanager', { readyReplicas: 2 }), [broken])[0]).toBe(
      'Healthy',
    );
  });

  it('does not wait for a pod for ever', () => {
    const old = pod('jobmanager', { phase: 'Running' });
    expect(ask(set('jobmanager', {}, 1), [old])).toEqual([
      'Degraded',
      'PodsNotReady',
      '0 of 1 pods are ready, 5 minutes after they were made',
    ]);
  });

  it('asks Flink about the job, and believes only what is fresh', () => {
    const stats: FlinkStats = {
      at: '2026-11-23T08:59:50Z',
      startedAt: '2026-11-23T08:00:00Z',
      checkpoints: {
        interval: 10_000,
        completed: 3,
        failed: 4,
        inProgress: 0,
        failedInARow: 4,
        latestFailed: { id: 7, at: '2026-11-23T08:59:40Z', message: 'denied' },
      },
    };
    const manager = set('jobmanager', { readyReplicas: 1 }, 1);
    expect(ask(manager, [], stats)).toEqual([
      'Degraded',
      'CheckpointsFail',
      'The job runs, but its last 4 checkpoints failed: denied',
    ]);
    const stale = { ...stats, at: '2026-11-23T08:50:00Z' };
    expect(ask(manager, [], stale)[0]).toBe('Healthy');
    expect(ask(manager, [], { ...stats, error: 'no answer' })[0]).toBe(
      'Healthy',
    );
  });
});
