import { HealthReport } from '../../model/health';
import { FlinkBlueGreenDeployment } from '../../resources/flinkDeployment';
import { Moment } from '../assess';
import { deleting } from '../deleting';
import { flinkDeploymentRule } from '../flink-deployment/rule';
import { notUnderstood } from '../flink-job/notUnderstood';
import { OperatorError, operatorError } from '../flink-job/operatorError';
import { known } from '../known';
import { secondsSince } from '../secondsSince';
import { BY_BLUE_GREEN_STATE, Colour } from './states';

/** Seconds after which an operator that never looked does not run. */
const LOOKS = 60;

/**
 * How well a job is of which two versions run for a moment: as well as the
 * FlinkDeployment that serves, and as the one that takes its place.
 *
 * @public
 */
export function flinkBlueGreenRule(
  job: FlinkBlueGreenDeployment,
  moment: Moment,
): HealthReport {
  const { metadata, status } = job;
  if (metadata.deletionTimestamp) return deleting('job', metadata);
  const error = operatorError(status?.error);
  if (!status?.blueGreenState) return notObserved(job, error, moment);
  const state = known(BY_BLUE_GREEN_STATE, status.blueGreenState);
  if (!state) return notUnderstood(status.blueGreenState);
  const { serves, starts } = state;
  const report =
    serving(job, serves, moment) ??
    starting(job, starts, moment) ??
    aborted(job, serves, error) ??
    (starts ? inTransition(starts, serves) : running(serves));
  return {
    ...report,
    since:
      report.since ??
      status.deploymentReadyTimestamp ??
      status.lastReconciledTimestamp,
  };
}

function notObserved(
  { metadata }: FlinkBlueGreenDeployment,
  error: OperatorError | undefined,
  { now }: Moment,
): HealthReport {
  if (error) {
    return {
      health: 'Degraded',
      reason: 'SpecRefused',
      message: `The Flink operator refuses the job: ${error.message}`,
      nextStep: 'Correct what the message names, then upgrade the release.',
      since: metadata.creationTimestamp,
    };
  }
  return {
    health:
      secondsSince(metadata.creationTimestamp, now) > LOOKS
        ? 'Degraded'
        : 'Progressing',
    reason: 'NotObserved',
    message: 'The Flink operator has not looked at the job yet',
    nextStep:
      'If this lasts, check that the operator runs and watches this namespace.',
    since: metadata.creationTimestamp,
  };
}

/** What is wrong with the version that serves. */
function serving(
  job: FlinkBlueGreenDeployment,
  colour: Colour | undefined,
  moment: Moment,
): HealthReport | undefined {
  if (!colour) return undefined;
  const report = child(job, colour, moment);
  return !report || report.health === 'Healthy'
    ? undefined
    : { ...report, message: `${version(colour)}: ${report.message}` };
}

/** What is wrong with the version that is being started. */
function starting(
  job: FlinkBlueGreenDeployment,
  colour: Colour | undefined,
  moment: Moment,
): HealthReport | undefined {
  if (!colour) return undefined;
  const report = child(job, colour, moment);
  return report?.health === 'Degraded'
    ? {
        ...report,
        message: `${version(colour)} does not start: ${report.message}`,
      }
    : undefined;
}

function child(
  { metadata }: FlinkBlueGreenDeployment,
  colour: Colour,
  moment: Moment,
): HealthReport | undefined {
  const deployment = moment.source.get(
    'flinkdeployments.flink.apache.org',
    metadata.namespace,
    `${metadata.name}-${colour}`,
  );
  return deployment && flinkDeploymentRule(deployment, moment);
}

/** After an abort the old version serves on, and the job counts as FAILING. */
function aborted(
  { status }: FlinkBlueGreenDeployment,
  serves: Colour | undefined,
  error: OperatorError | undefined,
): HealthReport | undefined {
  const state = status?.jobStatus?.state;
  if (!error && state !== 'FAILING' && state !== 'FAILED') return undefined;
  const kept = serves ? `, ${version(serves, 'the')} serves on` : '';
  return {
    health: 'Degraded',
    reason: 'TransitionAborted',
    message: `The new version did not start${kept}${
      error ? `: ${error.message}` : ''
    }`,
    nextStep: 'Correct the new version, then upgrade the release.',
  };
}

function inTransition(
  starts: Colour,
  serves: Colour | undefined,
): HealthReport {
  return serves
    ? {
        health: 'Progressing',
        reason: 'Transition',
        message: `${version(starts)} is being started; ${version(
          serves,
          'the',
        )} serves until it runs`,
      }
    : {
        health: 'Progressing',
        reason: 'Initializing',
        message: `${version(starts)} is being started`,
      };
}

function running(serves: Colour | undefined): HealthReport {
  return {
    health: 'Healthy',
    reason: 'Running',
    message: `The job runs as its ${serves} version`,
  };
}

function version(colour: Colour, article = 'The'): string {
  return `${article} ${colour} version`;
}
