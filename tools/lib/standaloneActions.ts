import {
  ActionPlan,
  FlinkAction,
  FlinkStats,
  planJobAction,
  StandaloneMoment,
  valuesOfAction,
  valuesYaml,
} from '@headworks/backstage-plugin-data-pipelines-common';

const AT = '2026-11-28T12:00:00Z';
const SAVEPOINT = 's3://acme/web/count/savepoints/savepoint-1a';

const ACTIONS: Record<string, FlinkAction> = {
  'Take savepoint': { action: 'savepoint' },
  Suspend: { action: 'suspend' },
  'Suspend, drained': { action: 'suspend', drain: true },
  Resume: { action: 'resume' },
  Restart: { action: 'restart' },
  Restore: {
    action: 'restore',
    path: SAVEPOINT,
    savepointFirst: true,
    allowNonRestoredState: false,
  },
};

const RUNS: FlinkStats = { at: AT, jobId: '0'.repeat(32) };

const SITUATIONS: Record<string, { stats?: FlinkStats; replicas: number }> = {
  runs: { stats: RUNS, replicas: 1 },
  'was stopped with a savepoint': {
    stats: {
      ...RUNS,
      ended: { state: 'FINISHED', at: AT },
      checkpoints: {
        completed: 1,
        failed: 0,
        inProgress: 0,
        failedInARow: 0,
        latestSavepoint: { at: AT, size: 1, path: SAVEPOINT },
      },
    },
    replicas: 1,
  },
  'is `suspended` in its values': { replicas: 0 },
  'has a Flink that says nothing': { replicas: 1 },
};

const INTRODUCTION = `## A Flink job without the operator

Of jobs with \`mode: standalone\`, by Flink's own REST interface: what it can do is
done by it, with the right of \`manifests/ask-flink.yaml\`. What such a job starts
from its values alone say, so a start is a change in Git; the portal writes it and
opens it as a pull request. Taking savepoints, stopping, draining and going on from
there are tested with a real Flink 2.2 (\`flinkAlone\`), and what the rendered
JobManager does then (\`flinkStandalone\`).
`;

/** The part of the page about Flink jobs that no operator watches. */
export function standaloneSections(
  cells: (plan: ActionPlan) => string,
): string[] {
  return [
    INTRODUCTION,
    ...Object.entries(ACTIONS).map(([title, action]) => {
      const rows = Object.entries(SITUATIONS).map(([words, situation]) => {
        const moment = momentOf(situation);
        const plan = planJobAction(action, moment);
        const values = valuesOfAction(action, 'count', moment);
        const git =
          values.length > 0
            ? valuesYaml(values).trim().split('\n').slice(3).join(' ').trim()
            : '';
        return `| ${words} | ${
          git && `\`${git.replace(/\s+/g, ' ')}\``
        } | ${cells(plan)} |`;
      });
      return `### ${title}, without the operator

| The job | In its values | What happens | Mind |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
    }),
  ];
}

function momentOf({
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
    trigger: '0'.repeat(32),
  };
}
