import { ApacheSparkStateSummary } from '@headworks/backstage-plugin-data-pipelines-common';
import { ObjectChangeOf } from '../../collector/ObjectChange';
import { ProgressFact } from './Fact';
import { ENDED, runFact, RUNNING, RunState } from './runFact';

/**
 * `currentStateSummary` of the Apache operator's CRD; known from its source,
 * not from a recording. Nothing where it says neither that it runs nor how it
 * ended.
 */
const STATES: Record<ApacheSparkStateSummary, RunState | undefined> = {
  Submitted: undefined,
  ScheduledToRestart: undefined,
  DriverRequested: 'running',
  DriverStarted: 'running',
  DriverReady: 'running',
  InitializedBelowThresholdExecutors: 'running',
  RunningHealthy: 'running',
  RunningWithPartialCapacity: 'running',
  RunningWithBelowThresholdExecutors: 'running',
  DriverStartTimedOut: 'failed',
  ExecutorsStartTimedOut: 'failed',
  DriverReadyTimedOut: 'failed',
  DriverEvicted: 'failed',
  SchedulingFailure: 'failed',
  Failed: 'failed',
  Succeeded: 'finished',
  ResourceReleased: undefined,
  TerminatedWithoutReleaseResources: undefined,
};

/** Each attempt of a SparkApplication (Apache) is a run. */
export function sparkApacheRunFacts(
  change: ObjectChangeOf<'sparkapplications.spark.apache.org'>,
): Array<ProgressFact<'run'>> {
  const { metadata, status } = change.after ?? {};
  const { currentStateSummary, lastTransitionTime, message } =
    status?.currentState ?? {};
  const state = currentStateSummary && STATES[currentStateSummary];
  if (!metadata || !state) return [];
  const attempt = status?.currentAttemptSummary?.attemptInfo?.id ?? 0;
  const at = lastTransitionTime ?? change.at;
  const running = state === 'running';
  return [
    runFact({
      at,
      key: `${metadata.uid} ${attempt}`,
      rank: running ? RUNNING : ENDED,
      detail: {
        run: `${metadata.name}-${attempt}`,
        state,
        startedAt: running ? at : undefined,
        endedAt: running ? undefined : at,
        message: state === 'failed' ? message : undefined,
      },
    }),
  ];
}
