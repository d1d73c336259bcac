import { FlinkMoment } from '../flink/FlinkMoment';
import { LiveFlinkJob } from '../flink/LiveFlinkJob';

export const DAY = 24 * 60 * 60_000;

/** A job that runs well, with upgrade mode savepoint. */
export function runningJob(
  change: {
    spec?: Partial<LiveFlinkJob['spec']>;
    job?: LiveFlinkJob['spec']['job'];
    jobStatus?: NonNullable<LiveFlinkJob['status']>['jobStatus'];
  } = {},
): LiveFlinkJob {
  return {
    apiVersion: 'flink.apache.org/v1beta1',
    kind: 'FlinkDeployment',
    metadata: { name: 'web-count', namespace: 'web', generation: 7 },
    spec: {
      flinkVersion: 'v2_1',
      flinkConfiguration: {
        'execution.checkpointing.dir': 's3://acme/web/count/checkpoints',
        'execution.checkpointing.savepoint-dir':
          's3://acme/web/count/savepoints',
        'high-availability.type': 'kubernetes',
      },
      job: { state: 'running', upgradeMode: 'savepoint', ...change.job },
      ...change.spec,
    },
    status: {
      lifecycleState: 'STABLE',
      jobStatus: { state: 'RUNNING', ...change.jobStatus },
    },
  };
}

/** Stopped with a savepoint. */
export const SUSPENDED = {
  job: { state: 'suspended', upgradeMode: 'savepoint' },
  jobStatus: {
    state: 'FINISHED',
    upgradeSavepointPath: 's3://acme/web/count/savepoints/savepoint-1a',
  },
} as const;

/** For good, after a checkpoint. */
export const FAILED = {
  jobStatus: {
    state: 'FAILED',
    upgradeSavepointPath: 's3://acme/web/count/checkpoints/6dd9/chk-12',
  },
} as const;

export function momentOf(
  job: LiveFlinkJob,
  change: Partial<FlinkMoment> = {},
): FlinkMoment {
  return {
    engine: 'flink',
    cluster: 'lake',
    job,
    snapshots: [
      {
        name: 'savepoint-1a',
        type: 'savepoint',
        origin: 'user',
        state: 'completed',
        createdAt: '2026-11-20T12:00:00Z',
        path: 's3://acme/web/count/savepoints/savepoint-1a',
        source: 'resource',
      },
    ],
    reads: [{ name: 'clicks', retention: 14 * DAY }],
    now: new Date('2026-11-28T12:00:00Z'),
    suffix: 'k1',
    labels: { 'headworks.dev/pipeline': 'web' },
    annotations: { 'headworks.dev/requested-by': 'user:default/ana' },
    ...change,
  };
}
