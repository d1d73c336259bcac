import { HealthReport } from '../../model/health';
import { FlinkDeployment } from '../../resources/flinkDeployment';
import { ObjectEvent } from '../../resources/objectEvent';
import { Moment } from '../assess';
import { deleting } from '../deleting';
import { byJobState } from '../flink-job/jobState';
import { observed } from '../flink-job/observed';
import { operatorError } from '../flink-job/operatorError';
import { runningJob } from '../flink-job/runningJob';
import { since } from '../flink-job/since';
import { notUnderstood } from '../flink-job/notUnderstood';
import { eventsAbout } from '../witness/events';
import { ownerProblem } from '../witness/ownerProblem';
import { podProblem } from '../witness/podProblem';
import { jobManagerProblem } from './deploymentStatus';
import { FlinkPods, flinkPods, readyFor } from './flinkPods';
import { taskManagerProblem } from './taskManagers';

/** What only the history of its starts tells. */
export { startedEmpty } from '../flink-job/startedEmpty';

/**
 * How well a Flink job or session cluster is. Its resource says STABLE while
 * nothing runs and ERROR in an ordinary upgrade, so pods, events and Flink's
 * REST speak, too. The order of the questions is the rule: going → taken up
 * by the operator → done → pods → JobManager → TaskManagers → job.
 *
 * @public
 */
export function flinkDeploymentRule(
  deployment: FlinkDeployment,
  moment: Moment,
): HealthReport {
  const { metadata, status } = deployment;
  if (metadata.deletionTimestamp) return deleting(what(deployment), metadata);
  const pods = flinkPods(metadata, moment);
  const report = stateOf(deployment, pods, moment);
  return { ...report, since: report.since ?? since(status) };
}

function stateOf(
  deployment: FlinkDeployment,
  pods: FlinkPods,
  moment: Moment,
): HealthReport {
  const { metadata, status } = deployment;
  const events = eventsAbout({ kind: 'FlinkDeployment', metadata }, moment);
  const going = observed(deployment, events, moment);
  // What is suspended or gone wrong for good needs no pods.
  if (going && going.health !== 'Progressing') return going;
  const broken = podsProblem(deployment, pods, moment);
  // The pods of the version before are deleted by then.
  if (going && status?.lifecycleState === 'UPGRADING') return broken ?? going;
  const around = { deployment, pods, broken, events, moment };
  if (!going) return deployed(around);
  if (going.reason !== 'SpecChanged') return going;
  // A change waits for as long as the job cannot be stopped in an orderly way.
  const now = deployed(around);
  const failing =
    now.health === 'Degraded' && now.reason !== 'JobManagerMissing';
  return failing ? now : going;
}

interface Around {
  deployment: FlinkDeployment;
  pods: FlinkPods;
  broken: HealthReport | undefined;
  events: readonly ObjectEvent[];
  moment: Moment;
}

function deployed(around: Around): HealthReport {
  const { deployment, pods, broken, moment } = around;
  const { status } = deployment;
  if (status?.jobStatus?.state === 'FINISHED') return byJobState.FINISHED;
  if (broken?.health === 'Degraded') return broken;
  const error = operatorError(status?.error);
  const starting = jobManagerProblem(deployment, error, pods, moment);
  if (starting) {
    return starting.health === 'Progressing' ? broken ?? starting : starting;
  }
  if (status?.jobManagerDeploymentStatus !== 'READY') {
    return notUnderstood(status?.jobManagerDeploymentStatus);
  }
  return afterJobManager(around);
}

/** The JobManager answered the operator, up to 15 s ago. */
function afterJobManager(around: Around): HealthReport {
  const { deployment, pods, broken, events, moment } = around;
  const { metadata, spec, status } = deployment;
  if (pods.all.length && readyFor(pods.jobManagers, moment) === undefined) {
    return (
      broken ?? {
        health: 'Progressing',
        reason: 'JobManagerRestarting',
        message: 'The JobManager is being replaced or starts again',
      }
    );
  }
  const { state } = status?.jobStatus ?? {};
  if (!spec?.job && !state) {
    return {
      health: 'Healthy',
      reason: 'SessionReady',
      message: 'The session cluster is ready',
    };
  }
  const stats = moment.source.flinkStats(
    'flinkdeployments.flink.apache.org',
    metadata.namespace,
    metadata.name,
  );
  const job = runningJob({ status, stats, events, moment });
  const workers = taskManagerProblem(deployment, pods, moment);
  if (job.health === 'Degraded') {
    // Why it does not come back is worth more than that it fell.
    return workers?.health === 'Degraded' && job.reason === 'JobRestarting'
      ? workers
      : job;
  }
  return workers ?? (job.health === 'Progressing' ? broken ?? job : job);
}

function podsProblem(
  { metadata, spec }: FlinkDeployment,
  pods: FlinkPods,
  moment: Moment,
): HealthReport | undefined {
  const { namespace, name, creationTimestamp } = metadata;
  const owner = (deployment: string) =>
    ownerProblem(
      {
        kind: 'Deployment',
        metadata: { namespace, name: deployment, creationTimestamp },
      },
      moment,
    );
  return (
    podProblem(pods.all, moment) ??
    owner(name) ??
    (spec?.mode === 'standalone' ? owner(`${name}-taskmanager`) : undefined)
  );
}

function what({ spec }: FlinkDeployment): string {
  return spec?.job ? 'job' : 'Flink cluster';
}
