import { setting } from '../../lint/compare/flinkSpec';
import { ActionTrap } from '../plan';
import { FlinkMoment } from './FlinkMoment';
import {
  isOver,
  isSuspended,
  stoppedModeOf,
  upgradeModeOf,
} from './LiveFlinkJob';
import { Replay, replayOf } from './replay';
import { nextStart } from './startingState';

/** What surprises people about a start as the upgrade mode has it. */
export function startTraps(moment: FlinkMoment): ActionTrap[] {
  const { job } = moment;
  const mode = upgradeModeOf(job);
  if (nextStart(job).kind === 'nothing') {
    return [emptyBecause(moment)];
  }
  return [
    ...(mode === 'last-state' &&
    !isOver(job) &&
    !setting(job.spec, 'high-availability.type')
      ? [withoutRecovery()]
      : []),
    ...(isSuspended(job) ? forgotten(moment) : []),
  ];
}

function emptyBecause({ job }: FlinkMoment): ActionTrap {
  if (upgradeModeOf(job) === 'stateless') {
    return startsEmpty(
      'its upgrade mode is stateless.',
      'Set upgrade: savepoint in the values, or restore it from a savepoint.',
    );
  }
  return startsEmpty(
    stoppedModeOf(job) === 'stateless'
      ? 'it was stopped while its upgrade mode was stateless.'
      : 'it had made no checkpoint when it ended.',
    'Restore it from a savepoint instead.',
  );
}

function startsEmpty(why: string, remedy: string): ActionTrap {
  return {
    id: 'starts-empty',
    weight: 'acknowledge',
    sentence: `The job starts empty: ${why}`,
    remedy,
  };
}

function withoutRecovery(): ActionTrap {
  return {
    id: 'without-recovery',
    weight: 'note',
    sentence:
      'Its upgrade mode is last-state, but high availability is off: where Flink is gone, the operator knows no last checkpoint.',
    remedy: 'Set high-availability.type: kubernetes in the values.',
  };
}

/** A job that slept for longer than its topics remember. */
function forgotten({ job, snapshots, reads, now }: FlinkMoment): ActionTrap[] {
  const { path } = nextStart(job);
  const snapshot = path ? snapshots.find(one => one.path === path) : undefined;
  const replay = replayOf(
    snapshot?.createdAt ?? snapshot?.finishedAt,
    reads,
    now,
  );
  return replay.can === 'no' ? [notReplayable(replay)] : [];
}

export function dropsState(): ActionTrap {
  return {
    id: 'drops-state',
    weight: 'acknowledge',
    sentence:
      'State of operators that the job no longer has is dropped without a word.',
    remedy: 'Leave it off; Flink then refuses to start and names the operator.',
  };
}

export function notReplayable({
  topic,
  deletedUpTo,
}: Extract<Replay, { can: 'no' }>): ActionTrap {
  return {
    id: 'not-replayable',
    weight: 'acknowledge',
    sentence: deletedUpTo
      ? `The brokers no longer have all that topic ${topic} had since this snapshot: the job goes on with a gap.`
      : `Topic ${topic} no longer has all that came after this snapshot: the job goes on with a gap.`,
    remedy:
      'Take a newer snapshot, or fill the gap from where the records are kept.',
  };
}
