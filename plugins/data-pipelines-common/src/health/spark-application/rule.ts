import { HealthReport } from '../../model/health';
import { Pod } from '../../resources/pod';
import { SparkApplication } from '../../resources/spark';
import { Moment } from '../assess';
import { deleting } from '../deleting';
import { notObserved, stateNotKnown } from '../notObserved';
import { withSince } from '../withSince';
import { isRefusal, plainMessage, podProblem, refusedPods } from '../witness';
import { secondsSince } from '../secondsSince';
import { deletedAfter } from '../spark-pods/deletedAfter';
import { driverFailure, endOfDriver } from '../spark-pods/driverEnd';
import { executorProblem } from '../spark-pods/executors';
import { SparkPods, sparkPods } from '../spark-pods/sparkPods';
import { executorCounts, leastExecutors } from './executorCounts';
import { reportedEnd } from './reportedEnd';
import { isRestartLoop, restartLoop, retry } from './retries';
import { BY_STATE } from './states';

/** Seconds in which a submitted driver's pod is there (recorded: at once). */
const POD_APPEARS = 60;

/**
 * How well a SparkApplication (Kubeflow) is. Its state says little: a driver
 * that cannot start stays SUBMITTED, and RUNNING is only the driver. So pods
 * and their events speak first.
 *
 * @public
 */
export function sparkApplicationRule(
  application: SparkApplication,
  moment: Moment,
): HealthReport {
  const { metadata } = application;
  if (metadata.deletionTimestamp) return deleting('application', metadata);
  const { namespace, name } = metadata;
  const pods = sparkPods(moment.source, {
    namespace,
    label: 'sparkoperator.k8s.io/app-name',
    name,
  });
  const report = byState(application, pods, moment);
  return withSince(report, since(application));
}

function byState(
  application: SparkApplication,
  pods: SparkPods,
  moment: Moment,
): HealthReport {
  const { spec, status } = application;
  const state = status?.applicationState?.state ?? '';
  if (state === '') {
    return notObserved('application', application.metadata, moment);
  }
  if (state === 'FAILING' || state === 'FAILED') {
    return failed(application, pods.driver);
  }
  const report = BY_STATE[state];
  switch (state) {
    case 'SUBMITTED':
      return spec?.suspend
        ? BY_STATE.SUSPENDING
        : starting(application, pods, moment) ?? report;
    case 'RUNNING':
      return spec?.suspend
        ? BY_STATE.SUSPENDING
        : running(application, pods, moment) ?? report;
    case 'PENDING_RERUN':
      return retry(application) ?? report;
    case 'SUBMISSION_FAILED':
      return notSubmitted(report, status?.applicationState?.errorMessage);
    case 'COMPLETED':
      return withTimeToLive(report, application);
    default:
      return report ?? stateNotKnown(state);
  }
}

function starting(
  application: SparkApplication,
  { driver }: SparkPods,
  moment: Moment,
): HealthReport | undefined {
  const { now } = moment;
  const submitted = application.status?.lastSubmissionAttemptTime;
  if (driver) {
    const end = endOfDriver(driver.status);
    if (end && end.exitCode !== 0) return failed(application, driver);
    const problem = podProblem([driver], moment);
    if (problem) return problem;
  }
  if (isRestartLoop(application, now)) return restartLoop(application);
  return !driver && secondsSince(submitted, now) > POD_APPEARS
    ? {
        health: 'Degraded',
        reason: 'DriverMissing',
        message: 'The application was submitted, but there is no driver pod',
        nextStep:
          'Look at the events of the namespace: a quota or an admission webhook may refuse the pod.',
      }
    : undefined;
}

function running(
  application: SparkApplication,
  { driver, executors }: SparkPods,
  moment: Moment,
): HealthReport | undefined {
  const end = endOfDriver(driver?.status);
  if (end) {
    return end.exitCode === 0
      ? BY_STATE.SUCCEEDING
      : failed(application, driver);
  }
  if (driver?.metadata.deletionTimestamp) {
    return {
      health: 'Progressing',
      reason: 'DriverStopping',
      message: 'The driver pod is being deleted',
      nextStep: 'Find out who deleted it, or whether its node is drained.',
    };
  }
  if (isRestartLoop(application, moment.now)) {
    return restartLoop(application);
  }
  return executorProblem({
    counts: executorCounts(application.status?.executorState),
    wanted: leastExecutors(application.spec ?? {}),
    executors,
    since: application.status?.lastSubmissionAttemptTime,
    moment,
  });
}

function failed(
  application: SparkApplication,
  pod: Pod | undefined,
): HealthReport {
  const { metadata, status } = application;
  const end =
    endOfDriver(pod?.status) ??
    reportedEnd(status?.applicationState?.errorMessage);
  const report = driverFailure(end, {
    namespace: metadata.namespace,
    name: status?.driverInfo?.podName ?? `${metadata.name}-driver`,
    pod,
  });
  const attempts = status?.executionAttempts ?? 1;
  return attempts > 1
    ? { ...report, message: `${report.message} (attempt ${attempts})` }
    : report;
}

/** spark-submit repeats what the API server said when it refused the driver. */
function notSubmitted(report: HealthReport, message?: string): HealthReport {
  if (!message) return report;
  const { nextStep = report.nextStep } = isRefusal(message)
    ? refusedPods(message, undefined)
    : report;
  return {
    ...report,
    message: `${report.message}: ${plainMessage(message)}`,
    nextStep,
  };
}

function withTimeToLive(
  report: HealthReport,
  { spec }: SparkApplication,
): HealthReport {
  const until = deletedAfter(spec?.timeToLiveSeconds);
  return { ...report, message: `${report.message}${until}` };
}

function since({ metadata, status }: SparkApplication): string | undefined {
  return (
    status?.terminationTime ??
    status?.lastSubmissionAttemptTime ??
    metadata.creationTimestamp
  );
}
