import {
  ActionPlan,
  FlinkAction,
  planJobAction,
  valuesOfAction,
  valuesYaml,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { RUNS, SAVEPOINT, standaloneMoment, STOPPED } from './standaloneMoment';

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

const SITUATIONS: Record<string, Parameters<typeof standaloneMoment>[0]> = {
  runs: { stats: RUNS, replicas: 1 },
  'was stopped with a savepoint': { stats: STOPPED, replicas: 1 },
  'is `suspended` in its values': { replicas: 0 },
  'has a Flink that says nothing': { replicas: 1 },
};

const INTRODUCTION = `## A Flink job without the operator

Of jobs with \`mode: standalone\`, by Flink's own REST interface: what it can do is
done by it, with the right of \`manifests/ask-flink.yaml\`. What such a job starts
from its values alone say, so a start is a change in Git; the portal writes it and
opens it as a pull or merge request. Taking savepoints, stopping, draining and going on from
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
        const moment = standaloneMoment(situation);
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
