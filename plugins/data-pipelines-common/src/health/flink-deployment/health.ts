import { HealthReport } from '../../model/health';
import { FlinkDeployment } from '../../resources/flinkDeployment';
import { Pod } from '../../resources/pod';
import { podProblem } from '../podProblem';
import { byDeploymentStatus } from './deploymentStatus';
import { byJobState } from './jobState';
import { byLifecycleState } from './lifecycleState';
import { isUpgradeRace, operatorError } from './operatorError';

/**
 * How well a Flink job is, from its resource and its pods. The order of the
 * questions is the rule: going → not seen → pods → error → lifecycle →
 * deployment → job.
 *
 * @public
 */
export function flinkDeploymentHealth(options: {
  deployment: FlinkDeployment;
  pods: readonly Pod[];
}): HealthReport {
  const { deployment, pods } = options;
  const { metadata, status } = deployment;
  if (metadata.deletionTimestamp) {
    return {
      health: 'Progressing',
      reason: 'Deleting',
      message: 'The job is being deleted',
      since: metadata.deletionTimestamp,
    };
  }
  const error = operatorError(status?.error);
  // A refused spec never sets observedGeneration.
  if (status?.lifecycleState === 'FAILED') {
    return withError(byLifecycleState.FAILED!, error);
  }
  if (!status || status.observedGeneration === undefined) {
    return {
      health: 'Progressing',
      reason: 'NotObserved',
      message: 'The Flink operator has not looked at the job yet',
      nextStep:
        'If this lasts, check that the operator runs and watches this namespace.',
      since: metadata.creationTimestamp,
    };
  }
  if (status.observedGeneration < (metadata.generation ?? 0)) {
    return {
      health: 'Progressing',
      reason: 'SpecChanged',
      message: 'The job was changed and the operator has not taken it up yet',
    };
  }
  const suspended = status.lifecycleState === 'SUSPENDED';
  const pod = suspended ? undefined : podProblem(pods);
  if (pod) {
    return pod;
  }
  const lifecycle =
    status.lifecycleState && byLifecycleState[status.lifecycleState];
  if (lifecycle) {
    return { ...lifecycle, since: since(deployment) };
  }
  const deploymentReport =
    status.jobManagerDeploymentStatus &&
    byDeploymentStatus[status.jobManagerDeploymentStatus];
  if (deploymentReport?.reason === 'JobManagerError') {
    return error && isUpgradeRace(error)
      ? { ...byDeploymentStatus.DEPLOYING!, since: since(deployment) }
      : { ...withError(deploymentReport, error), since: since(deployment) };
  }
  if (deploymentReport) {
    return { ...deploymentReport, since: since(deployment) };
  }
  const { state } = status.jobStatus ?? {};
  const job = state && byJobState[state];
  if (job) {
    const shown = job.health === 'Degraded' ? withError(job, error) : job;
    return { ...shown, since: since(deployment) };
  }
  if (!deployment.spec.job && !state && status.jobManagerDeploymentStatus) {
    return {
      health: 'Healthy',
      reason: 'SessionReady',
      message: 'The session cluster is ready',
      since: since(deployment),
    };
  }
  return {
    health: 'Unknown',
    reason: 'StatusNotUnderstood',
    message: `The operator reports a state that Headworks does not know (${
      state ?? status.lifecycleState ?? 'none'
    })`,
    nextStep: 'Look at the resource with kubectl, and tell us about the state.',
  };
}

function withError(report: HealthReport, error?: string): HealthReport {
  return error ? { ...report, message: `${report.message}: ${error}` } : report;
}

function since({ status }: FlinkDeployment): string | undefined {
  const running = status?.conditions?.find(({ type }) => type === 'Running');
  if (running?.lastTransitionTime) {
    return running.lastTransitionTime;
  }
  const updated = Number(status?.jobStatus?.updateTime);
  return updated ? new Date(updated).toISOString() : undefined;
}
