import {
  FlinkStats,
  StandaloneMoment,
} from '@headworks/backstage-plugin-data-pipelines-common';

const AT = '2026-11-28T12:00:00Z';
const ID = '0'.repeat(32);

export const SAVEPOINT = 's3://acme/web/count/savepoints/savepoint-1a';

export const RUNS: FlinkStats = { at: AT, jobId: ID };

export const STOPPED: FlinkStats = {
  ...RUNS,
  ended: { state: 'FINISHED', at: AT },
  checkpoints: {
    completed: 1,
    failed: 0,
    inProgress: 0,
    failedInARow: 0,
    latestSavepoint: { at: AT, size: 1, path: SAVEPOINT },
  },
};

/** A Flink job without an operator, for the page of actions. */
export function standaloneMoment({
  stats,
  replicas,
}: {
  stats?: FlinkStats;
  replicas: number;
}): StandaloneMoment {
  return {
    engine: 'flink-standalone',
    cluster: 'production',
    job: {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'web-count-jobmanager', namespace: 'web' },
      spec: { replicas },
    },
    stats,
    snapshots: [],
    reads: [],
    now: new Date(AT),
    trigger: ID,
  };
}
