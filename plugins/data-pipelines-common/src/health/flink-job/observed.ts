import { HealthReport } from '../../model/health';
import {
  FlinkDeployment,
  FlinkSessionJob,
} from '../../resources/flinkDeployment';
import { Moment } from '../assess';
import { isCancelledToStop } from '../../resources/cancelledToStop';
import { secondsSince } from '../secondsSince';
import { isRefusal, refusedPods } from '../witness/ownerProblem';
import { ObjectEvent } from '../../resources/objectEvent';
import { byJobState } from './jobState';
import { byLifecycleState } from './lifecycleState';
import { notUnderstood } from './notUnderstood';
import { operatorWarning } from './operatorWarning';
import {
  isUpgradeRace,
  OperatorError,
  operatorError,
  withError,
} from './operatorError';

type OperatorWarning = NonNullable<ReturnType<typeof operatorWarning>>;

const RESUMING: HealthReport = {
  health: 'Progressing',
  reason: 'Resuming',
  message: 'The Flink operator starts the job again',
};

/** Seconds after which an operator that never looked does not run. */
const LOOKS = 60;

/**
 * What the operator has made of the specification: whether it saw, refused or
 * follows it.
 *
 * @param events - about the job's resource, the newest first
 * @returns undefined where it deployed what is wanted, so that the job decides
 */
export function observed(
  job: FlinkDeployment | FlinkSessionJob,
  events: readonly ObjectEvent[],
  moment: Moment,
): HealthReport | undefined {
  const { metadata, status } = job;
  const error = operatorError(status?.error);
  const warning = operatorWarning(events, moment);
  // A refused spec never sets observedGeneration.
  if (status?.lifecycleState === 'FAILED') return failed(status, error);
  if (isCancelledToStop(job)) return byLifecycleState.SUSPENDED;
  if (!status || status.observedGeneration === undefined) {
    if (warning) return refused(warning);
    const late = secondsSince(metadata.creationTimestamp, moment.now) > LOOKS;
    return {
      health: late ? 'Degraded' : 'Progressing',
      reason: 'NotObserved',
      message: 'The Flink operator has not looked at the job yet',
      nextStep:
        'If this lasts, check that the operator runs and watches this namespace.',
      since: metadata.creationTimestamp,
    };
  }
  if (status.observedGeneration < (metadata.generation ?? 0)) {
    return changed(error, warning);
  }
  return following(job, error, warning);
}

/** The operator gave up, or the job did. */
function failed(
  status: FlinkDeployment['status'],
  error: OperatorError | undefined,
): HealthReport {
  if (error?.refused) {
    return {
      health: 'Degraded',
      reason: 'SpecRefused',
      message: `The Flink operator refuses the job: ${error.message}`,
      nextStep: 'Correct what the message names, then upgrade the release.',
    };
  }
  return status?.jobStatus?.state === 'FAILED'
    ? withError(byJobState.FAILED, error)
    : withError(byLifecycleState.FAILED!, error);
}

/** The operator says so in events alone, or while `status.error` is empty. */
function refused({ message, since }: OperatorWarning): HealthReport {
  return {
    health: 'Degraded',
    reason: 'SpecRefused',
    message: `The Flink operator refuses the job: ${message}`,
    nextStep: 'Correct what the message names, then upgrade the release.',
    since,
  };
}

function changed(
  inStatus: OperatorError | undefined,
  warning: OperatorWarning | undefined,
): HealthReport {
  const error =
    (inStatus && !isUpgradeRace(inStatus) ? inStatus : undefined) ??
    (warning && {
      message: warning.message,
      refused: warning.reason === 'ValidationError',
    });
  if (!error) {
    return {
      health: 'Progressing',
      reason: 'SpecChanged',
      message: 'The job was changed and the operator has not taken it up yet',
    };
  }
  return error.refused
    ? {
        health: 'Degraded',
        reason: 'SpecRefused',
        message: `The Flink operator refuses the change: ${error.message}`,
        nextStep: 'Correct what the message names, then upgrade the release.',
      }
    : {
        health: 'Degraded',
        reason: 'ChangeFailed',
        message: `The change of the job does not get on: ${error.message}`,
        nextStep:
          'If it waits for a savepoint that fails, see whether the job may write there; upgrade mode last-state needs none.',
      };
}

function following(
  { spec, status }: FlinkDeployment | FlinkSessionJob,
  error: OperatorError | undefined,
  warning: OperatorWarning | undefined,
): HealthReport | undefined {
  const lifecycle = status?.lifecycleState;
  if (!lifecycle) return undefined;
  if (!Object.hasOwn(byLifecycleState, lifecycle))
    return notUnderstood(lifecycle);
  // Cancelled or lost behind the operator's back, it is SUSPENDED to it.
  const wanted = spec?.job && (spec.job.state ?? 'running');
  if (lifecycle === 'SUSPENDED' && wanted === 'running') {
    return status?.jobStatus?.state === 'CANCELED'
      ? byJobState.CANCELED
      : RESUMING;
  }
  const report = byLifecycleState[lifecycle];
  const stuck = error && !isUpgradeRace(error) ? error : warning;
  if (!stuck || (lifecycle !== 'CREATED' && lifecycle !== 'UPGRADING')) {
    return report;
  }
  return isRefusal(stuck.message)
    ? refusedPods(stuck.message, undefined)
    : {
        health: 'Degraded',
        reason: 'UpgradeFailed',
        message: `The Flink operator cannot start the job: ${stuck.message}`,
        nextStep:
          'Correct what the message names; if what the job should start from is lost, name a savepoint in initialSavepointPath.',
      };
}
