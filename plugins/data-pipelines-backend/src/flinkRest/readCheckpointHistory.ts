import {
  Checkpoint,
  CheckpointsView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { listIn, numberIn, objectIn, textIn, timeIn } from './fields';
import {
  Entry,
  GIVEN_UP,
  Restored,
  restoredIn,
  sizeOf,
} from './readCheckpoints';

const LONGEST = 300;

/** What Flink remembers of a job's checkpoints, newest first. */
export type CheckpointHistory = Pick<
  CheckpointsView,
  'checkpoints' | 'restored'
>;

/** `/jobs/:job/checkpoints`: every one, and what the job started from. */
export function readCheckpointHistory(json: unknown): CheckpointHistory {
  const { history, latest } = objectIn<{
    history?: unknown;
    latest?: { restored?: Restored | null };
  }>(json);
  return {
    checkpoints: listIn<Entry>(history)
      .flatMap(checkpointIn)
      .sort((a, b) => b.id - a.id),
    ...restoredIn(latest?.restored ?? undefined),
  };
}

function checkpointIn(entry: Entry): Checkpoint[] {
  const id = numberIn(entry.id);
  const startedAt = timeIn(entry.trigger_timestamp);
  if (id === undefined || !startedAt) return [];
  const message = messageOf(entry);
  const state = stateOf(entry, message);
  return [
    {
      id,
      isSavepoint: entry.is_savepoint === true,
      state,
      startedAt,
      ...(state === 'completed' && {
        took: numberIn(entry.end_to_end_duration),
        size: sizeOf(entry),
        written: numberIn(entry.checkpointed_size),
        inFlight: numberIn(entry.persisted_data),
        path: textIn(entry.external_path),
      }),
      ...(message && { message }),
    },
  ];
}

function stateOf(
  { status }: Entry,
  message: string | undefined,
): Checkpoint['state'] {
  switch (status) {
    case 'COMPLETED':
      return 'completed';
    case 'FAILED':
      return GIVEN_UP.test(message ?? '') ? 'given-up' : 'failed';
    default:
      return 'in-progress';
  }
}

function messageOf(entry: Entry): string | undefined {
  const [line] = (textIn(entry.failure_message) ?? '').split('\n');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
