import { ActionPlan, ActionTrap, refusedPlan } from '../plan';
import { ActionStep } from '../step';
import { FlinkAction } from './FlinkAction';
import { FlinkMoment } from './FlinkMoment';
import { isOver, isRunning, isSuspended, LiveFlinkJob } from './LiveFlinkJob';
import { isOwn } from './ownFolders';
import { replayOf } from './replay';
import { savepointSteps } from './savepoint';
import { snapshotPathRefusal } from './snapshotPath';
import { dropsState, notReplayable } from './startTraps';
import { patchOf, targetOf } from '../target';

type Restore = Extract<FlinkAction, { action: 'restore' }>;

/**
 * Starts the job from a chosen snapshot. The operator acts on the path only
 * when `savepointRedeployNonce` is another one, and then cancels the running
 * job without a savepoint: that is why one is taken first.
 */
export function planRestore(moment: FlinkMoment, restore: Restore): ActionPlan {
  const { job } = moment;
  const target = targetOf(moment);
  const refusal = snapshotPathRefusal(restore.path);
  if (refusal) return refusedPlan(target, refusal.sentence, refusal.remedy);
  const chosen = moment.snapshots.find(({ path }) => path === restore.path);
  if (chosen && chosen.state !== 'completed') {
    return refusedPlan(
      target,
      `Snapshot ${chosen.name} is ${chosen.state}; a job starts only from a completed one.`,
      'Choose another snapshot.',
    );
  }
  const first = restore.savepointFirst && isRunning(job);
  return {
    target,
    effects: [
      ...(first ? ['The operator takes a savepoint of the running job.'] : []),
      startOf(job),
      'What it did since that snapshot is done again.',
    ],
    startsFrom: {
      kind: chosen?.type ?? 'savepoint',
      path: restore.path,
      sentence: chosen
        ? `The ${chosen.type} ${chosen.name}.`
        : 'The snapshot at this path; the portal does not know it.',
    },
    steps: [
      ...(first ? savepointSteps(moment) : []),
      ...restoreSteps(moment, restore),
    ],
    cannotUndo: [
      first || isSuspended(job)
        ? 'Results that the job has written since that snapshot stay where they are, and are written once more.'
        : 'What the job remembers now is lost: no savepoint is taken first.',
      "The operator's rollback knows no state from before a restore.",
    ],
    traps: traps(moment, restore, first),
  };
}

function startOf(job: LiveFlinkJob): string {
  if (isSuspended(job)) return 'The suspended job starts.';
  return isOver(job)
    ? 'The operator starts the job again.'
    : 'The operator cancels the job and starts it again.';
}

function restoreSteps(moment: FlinkMoment, restore: Restore): ActionStep[] {
  const target = targetOf(moment);
  const { savepointRedeployNonce = 0, allowNonRestoredState = false } =
    moment.job.spec.job ?? {};
  return [
    patchOf(moment, {
      spec: {
        job: {
          ...(isSuspended(moment.job) && { state: 'running' }),
          initialSavepointPath: restore.path,
          savepointRedeployNonce: savepointRedeployNonce + 1,
          ...(restore.allowNonRestoredState !== allowNonRestoredState && {
            allowNonRestoredState: restore.allowNonRestoredState,
          }),
        },
      },
    }),
    { do: 'wait', target, until: 'job-running', minutes: 15 },
  ];
}

function traps(
  moment: FlinkMoment,
  restore: Restore,
  first: boolean,
): ActionTrap[] {
  const { job, snapshots, reads, now } = moment;
  const chosen = snapshots.find(({ path }) => path === restore.path);
  const replay = replayOf(chosen?.createdAt ?? chosen?.finishedAt, reads, now);
  const found: Array<ActionTrap | false> = [
    !first &&
      !isSuspended(job) && {
        id: 'no-savepoint-first',
        weight: 'acknowledge',
        sentence: isRunning(job)
          ? 'The running job is cancelled without a savepoint.'
          : 'It does not run, so no savepoint can be taken first.',
        remedy: isRunning(job)
          ? 'Let a savepoint be taken first.'
          : 'Its last checkpoint stays in the checkpoint folder, if it has one.',
      },
    chosen?.source === 'history' && {
      id: 'no-object',
      weight: 'acknowledge',
      sentence:
        'No object in the cluster stands for it, and its data may be gone: a job that finds nothing there does not start.',
      remedy: 'Look whether there is something at this path.',
    },
    replay.can === 'no' && notReplayable(replay),
    restore.allowNonRestoredState && dropsState(),
    // One that is known is of this job, wherever it was put.
    !chosen &&
      !isOwn(job.spec, restore.path) && {
        id: 'other-folder',
        weight: 'acknowledge',
        sentence:
          "The path is outside this job's own folders: another job's state fits only where the operators have the same ids.",
        remedy: 'Choose one of the snapshots in the list.',
      },
  ];
  return found.filter((trap): trap is ActionTrap => trap !== false);
}
