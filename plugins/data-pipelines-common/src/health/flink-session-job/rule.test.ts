import { ObjectIndex } from '../../objects/ObjectIndex';
import {
  FlinkDeployment,
  FlinkSessionJob,
} from '../../resources/flinkDeployment';
import { flinkSessionJobRule } from './rule';

/** Session jobs were not recorded: after the operator's source. */
const NOW = new Date('2026-11-23T09:00:00Z');

const metadata = {
  name: 'counts',
  namespace: 'data',
  generation: 1,
  creationTimestamp: '2026-11-23T08:50:00Z',
  labels: {},
  annotations: {},
};

function cluster(
  jobManagerDeploymentStatus: NonNullable<
    FlinkDeployment['status']
  >['jobManagerDeploymentStatus'],
): FlinkDeployment {
  return {
    kind: 'FlinkDeployment',
    metadata: { ...metadata, name: 'session' },
    spec: {},
    status: {
      observedGeneration: 1,
      lifecycleState: 'STABLE',
      jobManagerDeploymentStatus,
    },
  };
}

function ask(
  status: FlinkSessionJob['status'],
  session: FlinkDeployment | undefined = cluster('READY'),
  created = metadata.creationTimestamp,
) {
  const source = new ObjectIndex();
  if (session) source.put('flinkdeployments.flink.apache.org', session);
  return flinkSessionJobRule(
    {
      kind: 'FlinkSessionJob',
      metadata: { ...metadata, creationTimestamp: created },
      spec: { deploymentName: 'session', job: { state: 'running' } },
      status: status && { observedGeneration: 1, ...status },
    },
    { source, now: NOW },
  );
}

function askAlone(created?: string) {
  const source = new ObjectIndex();
  return flinkSessionJobRule(
    {
      kind: 'FlinkSessionJob',
      metadata: {
        ...metadata,
        creationTimestamp: created ?? metadata.creationTimestamp,
      },
      spec: { deploymentName: 'session' },
    },
    { source, now: NOW },
  ).health;
}

const running = {
  lifecycleState: 'STABLE',
  jobStatus: { state: 'RUNNING' },
} as const;

describe('flinkSessionJobRule', () => {
  it('is as well as its job, where the cluster is ready', () => {
    expect(ask(running)).toMatchObject({
      health: 'Healthy',
      reason: 'Running',
    });
    expect(
      ask({ lifecycleState: 'STABLE', jobStatus: { state: 'FINISHED' } }),
    ).toMatchObject({ health: 'Healthy', reason: 'Completed' });
    expect(
      ask({ lifecycleState: 'STABLE', jobStatus: { state: 'RESTARTING' } }),
    ).toMatchObject({ health: 'Degraded', reason: 'JobRestarting' });
  });

  it('waits a moment for a cluster that was installed with it, and no longer', () => {
    expect(askAlone()).toBe('Degraded');
    expect(askAlone('2026-11-23T08:59:55Z')).toBe('Progressing');
  });

  it('is no better than its cluster, whatever its own resource says', () => {
    expect(ask(running, cluster('MISSING'))).toMatchObject({
      health: 'Degraded',
      reason: 'SessionClusterFailing',
      message:
        'Its session cluster session is not ready: The JobManager is gone',
    });
    expect(ask(running, cluster('DEPLOYING'))).toMatchObject({
      health: 'Progressing',
      reason: 'SessionClusterStarting',
    });
  });

  it('says why the operator does not submit it', () => {
    const error = JSON.stringify({
      type: 'x.ReconciliationException',
      message: 'scheme local is not allowed',
    });
    expect(ask({ lifecycleState: 'UPGRADING', error })).toMatchObject({
      health: 'Degraded',
      reason: 'UpgradeFailed',
      message:
        'The Flink operator cannot start the job: scheme local is not allowed',
    });
    expect(ask({ lifecycleState: 'DEPLOYED', error })).toMatchObject({
      health: 'Degraded',
      reason: 'JobNotStarted',
    });
  });
});
