import { HealthReport } from '../../model/health';
import { Condition } from '../../resources/metadata';
import { Pod } from '../../resources/pod';
import { BatchJob } from '../../resources/workloads';
import { Moment } from '../assess';
import { deleting } from '../deleting';
import { withSince } from '../withSince';
import { ownerProblem, podProblem } from '../witness';
import { apacheSparkApplicationRule } from '../spark-apache/applicationRule';
import { deletedAfter } from '../spark-pods/deletedAfter';
import { driverFailure, endOfDriver } from '../spark-pods/driverEnd';
import { executorProblem } from '../spark-pods/executors';
import { podsOfDriver, SparkPods } from '../spark-pods/sparkPods';

/**
 * How well a run is that a Job of ours starts: spark-submit, whose driver is
 * named for the Job, or the runner that makes an application of Apache's
 * operator with the Job's name. The Job itself says only that its runner runs.
 *
 * @public
 */
export function batchJobRule(job: BatchJob, moment: Moment): HealthReport {
  const { metadata, spec, status } = job;
  if (metadata.deletionTimestamp) return deleting('run', metadata);
  const { namespace, name } = metadata;
  const condition = (type: string) =>
    status?.conditions?.find(one => one.type === type && one.status === 'True');
  const suspended = condition('Suspended');
  if (spec.suspend || suspended) {
    return {
      health: 'Suspended',
      reason: 'Suspended',
      message: 'The run is suspended on request',
      nextStep: 'Set suspend to false in the values to let it run.',
      since: suspended?.lastTransitionTime,
    };
  }
  const complete = condition('Complete');
  if (complete) return completed(job, complete);
  const application = moment.source.get(
    'sparkapplications.spark.apache.org',
    namespace,
    name,
  );
  if (application) return apacheSparkApplicationRule(application, moment);
  const pods = podsOfDriver(moment.source, namespace, `${name}-driver`);
  const runners = moment.source.labelled('pods', namespace, 'job-name', name);
  const failed = condition('Failed') ?? condition('FailureTarget');
  if (failed) return failure(job, failed, pods, runners);
  const report = working(job, pods, runners, moment);
  return withSince(report, status?.startTime ?? metadata.creationTimestamp);
}

function completed(
  { spec, status }: BatchJob,
  condition: Condition,
): HealthReport {
  const ended = status?.completionTime ?? condition.lastTransitionTime;
  const until = deletedAfter(spec.ttlSecondsAfterFinished);
  return {
    health: 'Healthy',
    reason: 'Completed',
    message: `The run has finished its work${until}`,
    since: ended,
  };
}

function failure(
  { metadata, status }: BatchJob,
  condition: Condition,
  { driver }: SparkPods,
  runners: readonly Pod[],
): HealthReport {
  const { namespace, name } = metadata;
  const since = condition.lastTransitionTime;
  if (condition.reason === 'DeadlineExceeded') {
    return {
      health: 'Degraded',
      reason: 'DeadlineExceeded',
      message: 'The run took longer than it may and was stopped',
      nextStep: 'Give it more time in the values, or make it faster.',
      since,
    };
  }
  const tries = status?.failed ?? 1;
  const counted = tries > 1 ? ` (attempt ${tries})` : '';
  const end = endOfDriver(driver?.status);
  if (driver && end) {
    const report = driverFailure(end, {
      namespace,
      name: driver.metadata.name,
      pod: driver,
    });
    return { ...report, message: `${report.message}${counted}`, since };
  }
  const gone = driver || !isSparks(metadata) ? '' : ', and its driver is gone';
  return {
    health: 'Degraded',
    reason: 'RunFailed',
    message: `The run failed${counted}${gone}`,
    nextStep:
      runners.length > 0
        ? `Read its log: kubectl logs -n ${namespace} job/${name}`
        : 'Its pods are gone: their logs are where your cluster keeps logs.',
    since,
  };
}

function working(
  { metadata, status }: BatchJob,
  pods: SparkPods,
  runners: readonly Pod[],
  moment: Moment,
): HealthReport {
  const { driver, executors } = pods;
  const end = endOfDriver(driver?.status);
  if (driver && end) {
    return end.exitCode === 0
      ? {
          health: 'Progressing',
          reason: 'Succeeding',
          message: 'The driver has finished, the run ends soon',
        }
      : driverFailure(end, {
          namespace: driver.metadata.namespace,
          name: driver.metadata.name,
          pod: driver,
        });
  }
  const problem = driver
    ? podProblem([driver], moment)
    : ownerProblem({ kind: 'Job', metadata }, moment) ??
      podProblem(runners, moment);
  if (problem) return problem;
  if (!driver) {
    const again = (status?.failed ?? 0) > 0;
    return {
      health: again ? 'Degraded' : 'Progressing',
      reason: again ? 'Retrying' : 'Submitting',
      message: again
        ? `Attempt ${status?.failed} failed; the run starts again`
        : submitting(metadata),
      ...(again && { nextStep: 'Read the log of its runner and its driver.' }),
    };
  }
  if (driver.status?.phase !== 'Running') {
    return {
      health: 'Progressing',
      reason: 'DriverStarting',
      message: 'The driver is starting',
    };
  }
  return (
    executorProblem({
      counts: countPods(executors),
      wanted: undefined,
      executors,
      since: driver.status.startTime,
      moment,
    }) ?? {
      health: 'Healthy',
      reason: 'Running',
      message: 'The application runs',
    }
  );
}

/** The chart of Kafka has a Job, too: it makes topics. */
function isSparks({ labels }: BatchJob['metadata']): boolean {
  return labels['app.kubernetes.io/component'] !== 'kafka';
}

function submitting(metadata: BatchJob['metadata']): string {
  return isSparks(metadata)
    ? 'The run is being submitted to Spark'
    : 'The run is under way';
}

function countPods(executors: readonly Pod[]) {
  const inPhase = (phase: string) =>
    executors.filter(({ status }) => status?.phase === phase).length;
  return {
    running: inPhase('Running'),
    pending: inPhase('Pending'),
    failed: inPhase('Failed'),
    completed: inPhase('Succeeded'),
  };
}
