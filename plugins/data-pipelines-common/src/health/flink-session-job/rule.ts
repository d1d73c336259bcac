import { HealthReport } from '../../model/health';
import { FlinkSessionJob } from '../../resources/flinkDeployment';
import { ObjectEvent } from '../../resources/objectEvent';
import { Moment } from '../assess';
import { deleting } from '../deleting';
import { flinkDeploymentRule } from '../flink-deployment/rule';
import { observed } from '../flink-job/observed';
import { operatorError } from '../flink-job/operatorError';
import { runningJob } from '../flink-job/runningJob';
import { since } from '../flink-job/since';
import { secondsSince } from '../secondsSince';
import { eventsAbout } from '../witness/events';

/** What only the history of its starts tells. */
export { startedEmpty } from '../flink-job/startedEmpty';

/** Seconds in which a cluster of the same release may follow its job. */
const FOLLOWS = 15;

/**
 * How well a job on a session cluster is: the cluster first, for the job's own
 * resource goes on saying RUNNING without it.
 *
 * @public
 */
export function flinkSessionJobRule(
  job: FlinkSessionJob,
  moment: Moment,
): HealthReport {
  const { metadata, status } = job;
  if (metadata.deletionTimestamp) return deleting('job', metadata);
  const report = stateOf(job, moment);
  return { ...report, since: report.since ?? since(status) };
}

function stateOf(job: FlinkSessionJob, moment: Moment): HealthReport {
  const { metadata, status } = job;
  const events = eventsAbout({ kind: 'FlinkSessionJob', metadata }, moment);
  const going = observed(job, events, moment);
  if (going && going.health !== 'Progressing') return going;
  if (status?.jobStatus?.state === 'FINISHED' && !going) {
    return runningJob({ status, stats: undefined, events: [], moment });
  }
  return clusterProblem(job, moment) ?? going ?? jobItself(job, events, moment);
}

function jobItself(
  job: FlinkSessionJob,
  events: readonly ObjectEvent[],
  moment: Moment,
): HealthReport {
  const { metadata, status } = job;
  if (!status?.jobStatus?.state) {
    const error = operatorError(status?.error);
    return error
      ? {
          health: 'Degraded',
          reason: 'JobNotStarted',
          message: `The job cannot start: ${error.message}`,
          nextStep: 'Correct what the message names, then upgrade the release.',
        }
      : {
          health: 'Progressing',
          reason: 'JobCreated',
          message: 'The job is about to start',
        };
  }
  return runningJob({
    status,
    stats: moment.source.flinkStats(
      'flinksessionjobs.flink.apache.org',
      metadata.namespace,
      metadata.name,
    ),
    events,
    moment,
  });
}

function clusterProblem(
  { metadata, spec }: FlinkSessionJob,
  moment: Moment,
): HealthReport | undefined {
  const name = spec?.deploymentName;
  const cluster =
    name &&
    moment.source.get(
      'flinkdeployments.flink.apache.org',
      metadata.namespace,
      name,
    );
  if (!cluster) {
    const early =
      secondsSince(metadata.creationTimestamp, moment.now) < FOLLOWS;
    return {
      health: early ? 'Progressing' : 'Degraded',
      reason: 'SessionClusterMissing',
      message: `The job's session cluster ${name ?? ''} does not exist`,
      nextStep: 'Install the session cluster, or correct deploymentName.',
      since: metadata.creationTimestamp,
    };
  }
  const report = flinkDeploymentRule(cluster, moment);
  if (report.health === 'Healthy') return undefined;
  const { message, nextStep, since: began } = report;
  return {
    health: report.health === 'Progressing' ? 'Progressing' : 'Degraded',
    reason:
      report.health === 'Progressing'
        ? 'SessionClusterStarting'
        : 'SessionClusterFailing',
    message: `Its session cluster ${name} is not ready: ${message}`,
    nextStep: nextStep ?? 'Look at the session cluster.',
    since: began,
  };
}
