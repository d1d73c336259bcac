import { Checkpoint } from '@headworks/backstage-plugin-data-pipelines-common';
import { listIn, numberIn, objectIn, textIn, timeIn } from './fields';
import { Entry, GIVEN_UP, sizeOf } from './readCheckpoints';

const LONGEST = 300;

/** `/jobs/:job/checkpoints`: every one that Flink remembers, newest first. */
export function readCheckpointHistory(json: unknown): Checkpoint[] {
  const { history } = objectIn<{ history?: unknown }>(json);
  return listIn<Entry>(history)
    .flatMap(checkpointIn)
    .sort((a, b) => b.id - a.id);
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
