import { HealthReport } from '../../model/health';
import {
  FlinkDeployment,
  JobManagerDeploymentStatus,
} from '../../resources/flinkDeployment';
import { Moment } from '../assess';
import { known } from '../known';
import {
  isUpgradeRace,
  OperatorError,
  withError,
} from '../flink-job/operatorError';
import { isRefusal, refusedPods } from '../witness/ownerProblem';
import { FlinkPods, readyFor, youngest } from './flinkPods';

/** Seconds until a JobManager should answer: the operator's own default. */
const READINESS_TIMEOUT = 300;
/** Seconds until a JobManager that is ready should answer the operator. */
const ANSWERS = 120;

/** What the JobManager's deployment means; READY leaves it to the job. */
export const BY_DEPLOYMENT_STATUS: Record<
  JobManagerDeploymentStatus,
  HealthReport | undefined
> = {
  READY: undefined,
  DEPLOYING: {
    health: 'Progressing',
    reason: 'JobManagerStarting',
    message: 'The JobManager is starting',
  },
  DEPLOYED_NOT_READY: {
    health: 'Progressing',
    reason: 'JobManagerNotReady',
    message: 'The JobManager has started and does not answer yet',
  },
  MISSING: {
    health: 'Degraded',
    reason: 'JobManagerMissing',
    message: 'The JobManager is gone',
    nextStep:
      'Restart the job from its last savepoint or checkpoint; its HA metadata may be lost.',
  },
  ERROR: {
    health: 'Degraded',
    reason: 'JobManagerError',
    message: 'The JobManager cannot start',
    nextStep: 'Correct what the message names, then upgrade the release.',
  },
};

/** What is to say of the JobManager before anything can be said of the job. */
export function jobManagerProblem(
  { status }: FlinkDeployment,
  error: OperatorError | undefined,
  pods: FlinkPods,
  moment: Moment,
): HealthReport | undefined {
  const state = status?.jobManagerDeploymentStatus;
  const report = known(BY_DEPLOYMENT_STATUS, state);
  if (!report) return undefined;
  switch (state) {
    case 'ERROR':
      if (error && isUpgradeRace(error)) return BY_DEPLOYMENT_STATUS.DEPLOYING;
      return error && isRefusal(error.message)
        ? refusedPods(error.message, undefined)
        : withError(report, error);
    case 'MISSING':
      return withError(report, error);
    case 'DEPLOYING':
      // Between two attempts; the error is of this deployment until it is stable.
      return error && stays(error)
        ? withError(BY_DEPLOYMENT_STATUS.ERROR!, error)
        : late(report, pods, moment);
    default:
      return late(report, pods, moment);
  }
}

/** True for an error that a JobManager in the making does not contradict. */
function stays(error: OperatorError): boolean {
  return !isUpgradeRace(error) && !/^Missing JobManager/.test(error.message);
}

/** One that starts for too long does not start. */
function late(
  report: HealthReport,
  { jobManagers }: FlinkPods,
  moment: Moment,
): HealthReport {
  if ((youngest(jobManagers, moment) ?? 0) > READINESS_TIMEOUT) {
    return {
      health: 'Degraded',
      reason: 'JobManagerNotReady',
      message: `The JobManager does not answer, ${
        READINESS_TIMEOUT / 60
      } minutes after it was started`,
      nextStep: "Read the JobManager's log.",
    };
  }
  if ((readyFor(jobManagers, moment) ?? 0) > ANSWERS) {
    return {
      health: 'Degraded',
      reason: 'JobManagerUnreachable',
      message: 'The JobManager is ready, but the operator cannot reach it',
      nextStep: 'See whether a network policy stands between them.',
    };
  }
  return report;
}
