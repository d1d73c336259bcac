import { HealthReport } from '../../model/health';
import {
  FlinkDeployment,
  FlinkSessionJob,
} from '../../resources/flinkDeployment';
import { Moment } from '../assess';
import { secondsSince } from '../secondsSince';
import { isRefusal, refusedPods } from '../witness/ownerProblem';
import { byJobState } from './jobState';
import { byLifecycleState } from './lifecycleState';
import { notUnderstood } from './notUnderstood';
import {
  isUpgradeRace,
  OperatorError,
  operatorError,
  withError,
} from './operatorError';

/** Seconds after which an operator that never looked does not run. */
const LOOKS = 60;

/**
 * What the operator has made of the specification: whether it saw, refused or
 * follows it.
 *
 * @returns undefined where it deployed what is wanted, so that the job decides
 */
export function observed(
  job: FlinkDeployment | FlinkSessionJob,
  { now }: Moment,
): HealthReport | undefined {
  const { metadata, status } = job;
  const error = operatorError(status?.error);
  // A refused spec never sets observedGeneration.
  if (status?.lifecycleState === 'FAILED') return failed(status, error);
  if (!status || status.observedGeneration === undefined) {
    const late = secondsSince(metadata.creationTimestamp, now) > LOOKS;
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
    return changed(error);
  }
  return following(job, error);
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

function changed(error: OperatorError | undefined): HealthReport {
  if (!error || isUpgradeRace(error)) {
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
): HealthReport | undefined {
  const lifecycle = status?.lifecycleState;
  if (!lifecycle) return undefined;
  if (!Object.hasOwn(byLifecycleState, lifecycle))
    return notUnderstood(lifecycle);
  // Cancelled behind the operator's back, it is SUSPENDED to the operator.
  if (
    lifecycle === 'SUSPENDED' &&
    status?.jobStatus?.state === 'CANCELED' &&
    spec?.job &&
    spec.job.state !== 'suspended'
  ) {
    return byJobState.CANCELED;
  }
  const report = byLifecycleState[lifecycle];
  const stuck =
    error &&
    !isUpgradeRace(error) &&
    (lifecycle === 'CREATED' || lifecycle === 'UPGRADING');
  if (!stuck) return report;
  return isRefusal(error.message)
    ? refusedPods(error.message, undefined)
    : {
        health: 'Degraded',
        reason: 'UpgradeFailed',
        message: `The Flink operator cannot start the job: ${error.message}`,
        nextStep:
          'Correct what the message names; if what the job should start from is lost, name a savepoint in initialSavepointPath.',
      };
}
