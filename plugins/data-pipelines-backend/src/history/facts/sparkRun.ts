import { SparkState } from '@headworks/backstage-plugin-data-pipelines-common';
import { ObjectChangeOf } from '../../collector/ObjectChange';
import { ProgressFact } from './Fact';
import { ENDED, runFact, RUNNING, RunState } from './runFact';

/** What the operator's state says of the latest submission, where anything. */
const STATES: Record<SparkState, RunState | undefined> = {
  SUBMITTED: 'running',
  RUNNING: 'running',
  SUCCEEDING: 'finished',
  COMPLETED: 'finished',
  FAILING: 'failed',
  FAILED: 'failed',
  SUBMISSION_FAILED: 'failed',
  SUSPENDING: 'stopped',
  SUSPENDED: 'stopped',
  '': undefined,
  // The submission has ended, and how is not said any more.
  PENDING_RERUN: undefined,
  INVALIDATING: undefined,
  RESUMING: undefined,
  UNKNOWN: undefined,
};

/** Each submission of a SparkApplication (Kubeflow) is a run. */
export function sparkRunFacts(
  change: ObjectChangeOf<'sparkapplications.sparkoperator.k8s.io'>,
): Array<ProgressFact<'run'>> {
  const { metadata, status } = change.after ?? change.before ?? {};
  const gone = !change.after;
  const seen = STATES[status?.applicationState?.state ?? ''];
  const run = status?.submissionID || status?.lastSubmissionAttemptTime;
  if (!seen || !run || !metadata) return [];
  if (gone && seen !== 'running') return [];
  const state = gone ? 'stopped' : seen;
  const running = state === 'running';
  const endedAt = running
    ? undefined
    : status?.terminationTime ??
      metadata.deletionTimestamp ??
      // Seen for the first time, it may have ended long ago.
      (change.before && change.at);
  const startedAt = status?.lastSubmissionAttemptTime;
  return [
    runFact({
      at: endedAt ?? startedAt ?? change.at,
      key: `${metadata.uid} ${run}`,
      rank: running ? RUNNING : ENDED,
      detail: {
        run,
        state,
        startedAt,
        endedAt,
        message: status?.applicationState?.errorMessage || undefined,
      },
    }),
  ];
}
