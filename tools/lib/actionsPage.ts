import {
  ActionPlan,
  FlinkAction,
  FlinkActionName,
  LiveFlinkJob,
  planFlinkAction,
  SnapshotView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Mode, rowsByMode } from './byMode';
import { kafkaSections } from './kafkaActions';
import { sparkSections } from './sparkActions';
import { standaloneSections } from './standaloneActions';

const SAVEPOINT = 's3://acme/web/count/savepoints/savepoint-1a';
const CHECKPOINT = 's3://acme/web/count/checkpoints/6dd9/chk-12';

const KEPT: SnapshotView = {
  name: 'before-sale',
  uid: '1',
  type: 'savepoint',
  origin: 'user',
  state: 'completed',
  path: 's3://acme/web/count/savepoints/savepoint-7c',
  source: 'resource',
};

const ACTIONS: Record<FlinkActionName, { title: string; action: FlinkAction }> =
  {
    savepoint: { title: 'Take savepoint', action: { action: 'savepoint' } },
    'delete-snapshot': {
      title: 'Delete a savepoint with its files',
      action: { action: 'delete-snapshot', name: 'before-sale' },
    },
    suspend: { title: 'Suspend', action: { action: 'suspend' } },
    resume: { title: 'Resume', action: { action: 'resume' } },
    restart: { title: 'Restart', action: { action: 'restart' } },
    restore: {
      title: 'Restore from a savepoint of its own',
      action: {
        action: 'restore',
        path: SAVEPOINT,
        savepointFirst: true,
        allowNonRestoredState: false,
      },
    },
  };

const SITUATIONS = {
  runs: { state: 'running', job: 'RUNNING' },
  'restarts in a loop': { state: 'running', job: 'RESTARTING' },
  'has failed': { state: 'running', job: 'FAILED' },
  'is told to stop, and runs': { state: 'suspended', job: 'RUNNING' },
  'is suspended': { state: 'suspended', job: 'FINISHED' },
} as const;

type Situation = (typeof SITUATIONS)[keyof typeof SITUATIONS];

const INTRODUCTION = `<!-- from the plans of actions by: yarn actions -->

# What happens to your state when…

Each line is what the portal plans, and shows before it does it, for a Flink
job of the operator with checkpoints and high availability. *Confirm* means: it
is done only by who says to know it. The rules are those of the Flink Kubernetes
Operator 1.15.0.

These lines ran on the operator itself, with Flink 2.1 and the rights of our
manifests (\`npm run test:lab flinkOperator\`):

- of a job that runs: take savepoint, and deleting one; suspend and resume with
  \`savepoint\` and \`last-state\`, and resume of one that was stopped while
  \`stateless\`; restart with each mode; restore;
- of one whose savepoint folder cannot be written: take savepoint, suspend, restart
  and restore, and resume of one that is told to stop, and runs. The operator tries
  a stop again every 15 seconds, and the job runs on until then;
- of one that restarts in a loop: suspend, resume and restart with \`savepoint\`;
- of one that has failed: suspend, resume, restart and restore with \`savepoint\`,
  and restart with \`last-state\`. One that failed before it had made a checkpoint
  starts empty, which has to be confirmed;
- of one that is suspended: restore with \`savepoint\` and \`last-state\`;
- of one in a session: take savepoint, suspend, resume, restart and restore with
  \`savepoint\`, and suspend, resume and restart with \`last-state\`. The operator
  puts a savepoint into the session's folder where none is named, so the portal
  names the job's. It cancels a job with \`last-state\` that is suspended, and calls
  it UPGRADING from then on; to the portal it is suspended;
- of the changes in Git: another image with \`savepoint\` and \`last-state\`,
  a newer Flink with \`last-state\`, another parallelism with \`savepoint\` and \`stateless\`, and another
  upgrade mode.

The others follow from its source and from recordings.
`;

/** The page of all actions, upgrade modes and situations of a Flink job. */
export function actionsPage(): string {
  const sections = Object.values(ACTIONS).map(({ title, action }) => {
    const rows = Object.entries(SITUATIONS).flatMap(([words, situation]) =>
      rowsByMode(words, mode =>
        cells(planFlinkAction(action, moment(mode, situation))),
      ),
    );
    return `## ${title}

| The job | Upgrade mode | What happens | It starts from | Mind |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
  });
  return [
    INTRODUCTION,
    ...sections,
    ...standaloneSections(withoutState),
    ...sparkSections(withoutState),
    ...kafkaSections(withoutState),
  ].join('\n');
}

function cells(plan: ActionPlan): string {
  const { refusal, effects, startsFrom } = plan;
  if (refusal) return `Refused: ${refusal.sentence} ${refusal.remedy} | |`;
  return [effects.join(' '), startsFrom?.sentence ?? '', minds(plan)].join(
    ' | ',
  );
}

/** Of what has no state that a start takes up. */
function withoutState(plan: ActionPlan): string {
  const { refusal, effects } = plan;
  return refusal
    ? `Refused: ${refusal.sentence} ${refusal.remedy} |`
    : `${effects.join(' ')} | ${minds(plan)}`;
}

function minds({ cannotUndo, traps }: ActionPlan): string {
  return [
    ...cannotUndo,
    ...traps.map(({ weight, sentence }) =>
      weight === 'acknowledge' ? `*Confirm:* ${sentence}` : sentence,
    ),
  ].join(' ');
}

function moment(
  mode: Mode,
  situation: Situation,
): Parameters<typeof planFlinkAction>[1] {
  return {
    engine: 'flink',
    cluster: 'production',
    job: liveJob(mode, situation),
    snapshots: [KEPT],
    reads: [],
    now: new Date(0),
    suffix: '1',
    labels: {},
    annotations: {},
  };
}

function liveJob(upgradeMode: Mode, { state, job }: Situation): LiveFlinkJob {
  return {
    apiVersion: 'flink.apache.org/v1beta1',
    kind: 'FlinkDeployment',
    metadata: { name: 'web-count', namespace: 'web' },
    spec: {
      flinkConfiguration: {
        'execution.checkpointing.savepoint-dir':
          's3://acme/web/count/savepoints',
        'high-availability.type': 'kubernetes',
      },
      job: { state, upgradeMode },
    },
    status: {
      jobStatus: {
        state: job,
        upgradeSavepointPath: pathOf(upgradeMode, job),
      },
    },
  };
}

/** What the operator has written down of the state that a job ended with. */
function pathOf(mode: Mode, job: Situation['job']): string | undefined {
  switch (job) {
    case 'FAILED':
      return CHECKPOINT;
    case 'FINISHED':
      return mode === 'savepoint' ? SAVEPOINT : undefined;
    default:
      return undefined;
  }
}
