import { Health, HealthReport } from '../../model/health';
import {
  ApacheApplicationState,
  ApacheSparkApplication,
  ApacheSparkStateSummary,
} from '../../resources/sparkApache';
import { Moment } from '../assess';
import { deleting } from '../deleting';
import { lowerFirst } from '../lowerFirst';
import { notObserved, stateNotKnown } from '../notObserved';
import { severity } from '../severity';
import { withSince } from '../withSince';
import { podProblem } from '../witness';
import { deletedAfter } from '../spark-pods/deletedAfter';
import { driverFailure, endOfDriver } from '../spark-pods/driverEnd';
import { SparkPods, sparkPods } from '../spark-pods/sparkPods';
import { BY_STATE } from './applicationStates';
import { said } from './said';
import { lastState } from './lastState';

/** Whose pods explain a state; a state that is none of these needs no pods. */
const EXPLAINED_BY: Readonly<
  Partial<Record<ApacheSparkStateSummary, 'driver' | 'executors'>>
> = {
  DriverRequested: 'driver',
  DriverStarted: 'driver',
  DriverStartTimedOut: 'driver',
  DriverReadyTimedOut: 'driver',
  DriverReady: 'executors',
  InitializedBelowThresholdExecutors: 'executors',
  RunningWithBelowThresholdExecutors: 'executors',
  ExecutorsStartTimedOut: 'executors',
};

/**
 * How well a SparkApplication of Apache's operator is. From the operator's
 * source and documentation: not recorded from a running one.
 *
 * @public
 */
export function apacheSparkApplicationRule(
  application: ApacheSparkApplication,
  moment: Moment,
): HealthReport {
  const { metadata, status } = application;
  if (metadata.deletionTimestamp) return deleting('application', metadata);
  const state = lastState(status);
  if (!state?.currentStateSummary) {
    return notObserved('application', metadata, moment);
  }
  const report = BY_STATE[state.currentStateSummary];
  if (!report) return stateNotKnown(state.currentStateSummary);
  const { namespace, name } = metadata;
  const pods = sparkPods(moment.source, {
    namespace,
    label: 'spark.operator/spark-app-name',
    name,
  });
  const explained = explain(application, state, report, pods, moment);
  return withSince(explained, state.lastTransitionTime);
}

function explain(
  application: ApacheSparkApplication,
  state: ApacheApplicationState,
  report: HealthReport,
  pods: SparkPods,
  moment: Moment,
): HealthReport {
  const { driver, executors } = pods;
  switch (state.currentStateSummary) {
    case 'ScheduledToRestart':
      return retry(application) ?? report;
    case 'Failed':
      return failed(application, state, pods);
    case 'Succeeded':
      return withTimeToLive(report, application);
    default: {
      const by = EXPLAINED_BY[state.currentStateSummary!];
      const about = by === 'driver' ? [driver].flatMap(pod => pod ?? []) : [];
      const problem = podProblem(
        by === 'executors' ? executors : about,
        moment,
      );
      if (problem) {
        return {
          ...problem,
          health: worst(report.health, problem.health),
          message: `${report.message}: ${lowerFirst(problem.message)}`,
        };
      }
      return report.health === 'Degraded'
        ? { ...report, message: `${report.message}${said(state.message)}` }
        : report;
    }
  }
}

function failed(
  { metadata, status }: ApacheSparkApplication,
  state: ApacheApplicationState,
  { driver }: SparkPods,
): HealthReport {
  const end = endOfDriver(driver?.status) ??
    endOfDriver(state.lastObservedDriverStatus) ?? { message: state.message };
  const report = driverFailure(end, {
    namespace: metadata.namespace,
    name: driver?.metadata.name ?? metadata.name,
    pod: driver,
  });
  const attempt = (status?.currentAttemptSummary?.attemptInfo?.id ?? 0) + 1;
  return attempt > 1
    ? { ...report, message: `${report.message} (attempt ${attempt})` }
    : report;
}

function retry({
  spec,
  status,
}: ApacheSparkApplication): HealthReport | undefined {
  const policy = spec?.applicationTolerations?.restartConfig?.restartPolicy;
  // `Always` runs again after success, too.
  if (policy !== 'OnFailure' && policy !== 'OnInfrastructureFailure') {
    return undefined;
  }
  const attempt = status?.currentAttemptSummary?.attemptInfo?.id ?? 1;
  return {
    health: 'Degraded',
    reason: 'Retrying',
    message: `Attempt ${attempt} failed; the next one starts soon`,
    nextStep: "Read the driver's log of the next attempt while its pod exists.",
  };
}

function withTimeToLive(
  report: HealthReport,
  { spec }: ApacheSparkApplication,
): HealthReport {
  const millis = spec?.applicationTolerations?.ttlAfterStopMillis ?? -1;
  const until = deletedAfter(millis / 1000);
  return { ...report, message: `${report.message}${until}` };
}

function worst(one: Health, other: Health): Health {
  return severity(one) < severity(other) ? one : other;
}
