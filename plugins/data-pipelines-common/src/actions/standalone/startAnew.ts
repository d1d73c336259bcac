import { FlinkAction } from '../flink/FlinkAction';
import { ValueChange } from '../flink/gitChange';
import { replayOf } from '../flink/replay';
import { dropsState, notReplayable } from '../flink/startTraps';
import { snapshotPathRefusal } from '../flink/snapshotPath';
import { ActionPlan, ActionTrap, refusedPlan } from '../plan';
import { targetOf } from '../target';
import { isSwitchedOff, startFromOf } from './LiveStandaloneJob';
import { hasStopped, notRunning, runningId } from './notRunning';
import { StandaloneMoment } from './StandaloneMoment';

type Restore = Extract<FlinkAction, { action: 'restore' }>;

const IN_GIT = {
  sentence: 'Without the Flink operator a job starts from what its values say.',
  remedy: 'Make the change in the values file, as shown below.',
};

/** Lets a job that has stopped go on from where it stopped: its values decide. */
export function planStandaloneResume(moment: StandaloneMoment): ActionPlan {
  const target = targetOf(moment);
  if (runningId(moment)) {
    return refusedPlan(target, 'It runs.', 'Nothing to do.');
  }
  if (!hasStopped(moment)) {
    const refusal = notRunning(moment)!;
    return refusedPlan(target, refusal.sentence, refusal.remedy);
  }
  if (isSwitchedOff(moment.job)) {
    return {
      ...refusedPlan(target, IN_GIT.sentence, IN_GIT.remedy),
      startsFrom: {
        kind: 'checkpoint',
        sentence:
          'Its last checkpoint, which the records of high availability name.',
      },
    };
  }
  const path = lastStateOf(moment);
  return path === undefined
    ? refusedPlan(
        target,
        'No savepoint or checkpoint of it is known here.',
        'Set startFrom.path in its values to one, or leave it out to start empty.',
      )
    : inGit(moment, path, []);
}

/** Starts the job from a chosen snapshot: its values name it. */
export function planStandaloneRestore(
  moment: StandaloneMoment,
  { path, allowNonRestoredState }: Restore,
): ActionPlan {
  const refusal = snapshotPathRefusal(path);
  if (refusal) {
    return refusedPlan(targetOf(moment), refusal.sentence, refusal.remedy);
  }
  return inGit(moment, path, allowNonRestoredState ? [dropsState()] : []);
}

function inGit(
  moment: StandaloneMoment,
  path: string,
  traps: ActionTrap[],
): ActionPlan {
  const { snapshots, reads, now } = moment;
  const chosen = snapshots.find(one => one.path === path);
  const replay = replayOf(chosen?.createdAt ?? chosen?.finishedAt, reads, now);
  return {
    target: targetOf(moment),
    effects: [
      'Its pods are replaced, and the job starts from this snapshot.',
      'What it did since that snapshot is done again.',
    ],
    startsFrom: {
      kind: chosen?.type ?? 'savepoint',
      path,
      sentence: `The ${chosen?.type ?? 'snapshot'} at this path.`,
    },
    steps: [],
    cannotUndo: [],
    traps: [...traps, ...(replay.can === 'no' ? [notReplayable(replay)] : [])],
    refusal: runningId(moment)
      ? {
          ...IN_GIT,
          remedy:
            'Suspend it first, so that what it has done since is kept; then make the change in the values file, as shown below.',
        }
      : IN_GIT,
  };
}

/**
 * The change of the values file that has a job start so; empty where none does.
 *
 * @param key - the job's key in the chart's values
 */
export function standaloneGitChange(
  action: FlinkAction,
  key: string,
  moment: StandaloneMoment,
): ValueChange[] {
  const at = (...path: string[]) => ['flink', 'jobs', key, ...path];
  switch (action.action) {
    case 'resume': {
      if (!hasStopped(moment)) return [];
      if (isSwitchedOff(moment.job)) {
        return [{ path: at('suspended'), value: false }];
      }
      const path = lastStateOf(moment);
      return path === undefined
        ? []
        : [startFrom(at('startFrom'), path, moment)];
    }
    case 'restore':
      return [
        startFrom(at('startFrom'), action.path, moment),
        ...(action.allowNonRestoredState
          ? [{ path: at('allowNonRestoredState'), value: true }]
          : []),
        ...(isSwitchedOff(moment.job)
          ? [{ path: at('suspended'), value: false }]
          : []),
      ];
    default:
      return [];
  }
}

/** The same path once more is another start only with another nonce. */
function startFrom(
  at: string[],
  path: string,
  { job }: StandaloneMoment,
): ValueChange {
  return startFromOf(job) === path
    ? { path: at, value: { path, nonce: job.metadata.generation ?? 1 } }
    : { path: [...at, 'path'], value: path };
}

/**
 * The last state that is known to be kept. Of a job that has finished Flink
 * deletes the checkpoints, whatever is to be retained.
 */
function lastStateOf({ stats, snapshots }: StandaloneMoment) {
  const { latestSavepoint, latestCompleted } = stats?.checkpoints ?? {};
  const [last] = [
    latestSavepoint,
    stats?.ended?.state === 'FINISHED' ? undefined : latestCompleted,
    ...snapshots
      .filter(({ state }) => state === 'completed')
      .map(({ path, createdAt }) => ({ path, at: createdAt ?? '' })),
  ]
    .flatMap(one => (one?.path ? [one] : []))
    .sort((a, b) => (Date.parse(b.at) || 0) - (Date.parse(a.at) || 0));
  return last?.path;
}
