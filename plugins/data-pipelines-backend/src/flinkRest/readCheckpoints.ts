import { FlinkStats } from '@headworks/backstage-plugin-data-pipelines-common';
import { listIn, numberIn, objectIn, textIn, timeIn } from './fields';

/** What Flink says of a job's checkpoints, but for how often there should be one. */
export type Checkpoints = Omit<
  NonNullable<FlinkStats['checkpoints']>,
  'interval'
>;

/** Of the history in Flink's answer. */
export interface Entry {
  id?: unknown;
  status?: unknown;
  is_savepoint?: unknown;
  latest_ack_timestamp?: unknown;
  trigger_timestamp?: unknown;
  end_to_end_duration?: unknown;
  checkpointed_size?: unknown;
  persisted_data?: unknown;
  state_size?: unknown;
  external_path?: unknown;
  failure_timestamp?: unknown;
  failure_message?: unknown;
}

/** What Flink gave the job back last. */
export interface Restored {
  restore_timestamp?: unknown;
  is_savepoint?: unknown;
  external_path?: unknown;
}

/** These were given up because the job itself stopped: no fault of theirs. */
export const GIVEN_UP =
  /coordinator (?:is suspending|shutdown)|failover ?region|not all required tasks|the job has failed/i;

/** `/jobs/:job/checkpoints`. */
export function readCheckpoints(json: unknown): Checkpoints {
  const { counts, latest, history } = objectIn<{
    counts?: {
      completed?: unknown;
      failed?: unknown;
      in_progress?: unknown;
      restored?: unknown;
    };
    latest?: {
      completed?: Entry | null;
      savepoint?: Entry | null;
      restored?: Restored | null;
    };
    history?: unknown;
  }>(json);
  const ended = listIn<Entry>(history)
    .filter(({ is_savepoint: isSavepoint }) => !isSavepoint)
    .filter(({ status }) => status === 'COMPLETED' || status === 'FAILED')
    .filter(entry => !GIVEN_UP.test(textIn(entry.failure_message) ?? ''))
    .sort((a, b) => (numberIn(b.id) ?? 0) - (numberIn(a.id) ?? 0));
  const completed = ended.findIndex(({ status }) => status === 'COMPLETED');
  return {
    completed: numberIn(counts?.completed) ?? 0,
    failed: numberIn(counts?.failed) ?? 0,
    inProgress: numberIn(counts?.in_progress) ?? 0,
    ...completedIn(latest?.completed ?? undefined),
    ...savepointIn(latest?.savepoint ?? undefined),
    ...failedIn(ended.find(({ status }) => status === 'FAILED')),
    failedInARow: completed < 0 ? ended.length : completed,
    restores: numberIn(counts?.restored),
    ...restoredIn(latest?.restored ?? undefined),
  };
}

/** A restore, where there was one. */
export function restoredIn(restored: Restored | undefined) {
  const at = timeIn(restored?.restore_timestamp);
  if (!restored || !at) return {};
  return {
    restored: {
      at,
      isSavepoint: restored.is_savepoint === true,
      path: textIn(restored.external_path),
    },
  };
}

function completedIn(entry: Entry | undefined) {
  const at = timeIn(entry?.latest_ack_timestamp);
  if (!entry || !at) return {};
  return {
    latestCompleted: {
      id: numberIn(entry.id) ?? 0,
      at,
      took: numberIn(entry.end_to_end_duration) ?? 0,
      size: sizeOf(entry),
      path: textIn(entry.external_path),
    },
  };
}

function savepointIn(entry: Entry | undefined) {
  const at = timeIn(entry?.latest_ack_timestamp);
  if (!entry || !at) return {};
  return {
    latestSavepoint: {
      at,
      size: sizeOf(entry),
      path: textIn(entry.external_path),
    },
  };
}

function failedIn(entry: Entry | undefined) {
  const at = timeIn(entry?.failure_timestamp ?? entry?.trigger_timestamp);
  if (!entry || !at) return {};
  return {
    latestFailed: {
      id: numberIn(entry.id) ?? 0,
      at,
      message: textIn(entry.failure_message)?.slice(0, 1_000),
    },
  };
}

/** All that is kept, not what the last one had to write. */
export function sizeOf(entry: Entry): number {
  return numberIn(entry.state_size) ?? numberIn(entry.checkpointed_size) ?? 0;
}
