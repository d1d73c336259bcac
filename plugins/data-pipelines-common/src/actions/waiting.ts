import {
  isUpgradeRace,
  operatorError,
} from '../health/flink-job/operatorError';
import { isCancelledToStop, StoppingJob } from '../resources/cancelledToStop';
import { FlinkDeployment } from '../resources/flinkDeployment';
import { FlinkStateSnapshot } from '../resources/flinkStateSnapshot';
import { impossible } from './impossible';
import { ofApplication } from './spark/waiting';
import { ofConnectorRestart, ofStrimzi } from './kafka/waiting';
import { WaitingFor } from './step';

/**
 * How far the thing is that an action waits for.
 *
 * @public
 */
export type Waited =
  | { state: 'waiting'; sentence?: string }
  | { state: 'reached'; sentence?: string }
  | { state: 'failed'; sentence: string };

/** What a wait reads of the object it watches. */
export interface WaitedObject {
  metadata: {
    generation?: number;
    annotations?: Readonly<Record<string, string>>;
  };
  spec?: object;
  status?: object;
}

/**
 * Whether the object shows what an action waits for. A generation that the
 * operator has not seen yet tells nothing.
 *
 * @public
 */
export function waitedFor(until: WaitingFor, object: WaitedObject): Waited {
  switch (until) {
    case 'savepoint-completed':
      return ofSnapshot(object.status ?? {});
    case 'snapshot-deleted':
      return {
        state: 'waiting',
        sentence:
          'The Flink operator has not had its files deleted yet; it can while the job runs.',
      };
    case 'job-running':
    case 'job-suspended':
      return (
        takenBack(until, object) ??
        cancelled(until, object) ??
        ofJob(until, object)
      );
    case 'application-running':
    case 'application-suspended':
      return ofApplication(until, object);
    case 'reconciliation-paused':
    case 'reconciliation-resumed':
      return ofStrimzi(until, object);
    case 'connector-restarted':
      return ofConnectorRestart(object);
    case 'savepoint-possible':
      return ofRunning(object.status ?? {});
    default:
      return impossible(until);
  }
}

function ofSnapshot(status: NonNullable<FlinkStateSnapshot['status']>): Waited {
  const { state } = status;
  switch (state) {
    case 'COMPLETED':
      return {
        state: 'reached',
        sentence: status.path && `The savepoint is at ${status.path}.`,
      };
    case 'FAILED':
      return {
        state: 'failed',
        sentence: `The savepoint failed: ${
          operatorError(status.error)?.message ??
          'the operator does not say why'
        }`,
      };
    case 'ABANDONED':
      return {
        state: 'failed',
        sentence:
          'The savepoint was given up because the job stopped meanwhile.',
      };
    case 'TRIGGER_PENDING':
    case 'IN_PROGRESS':
    case undefined:
      return { state: 'waiting' };
    default:
      return impossible(state);
  }
}

/** The operator asks no more of a job than that it runs (1.15.0). */
function ofRunning({
  jobStatus,
}: NonNullable<FlinkDeployment['status']>): Waited {
  switch (jobStatus?.state) {
    case 'RUNNING':
      return { state: 'reached' };
    case 'FINISHED':
      return {
        state: 'failed',
        sentence: 'It has finished by itself meanwhile.',
      };
    default:
      return {
        state: 'waiting',
        sentence: 'it does not run, so it can take no savepoint.',
      };
  }
}

/** Who resumes a job that could not be stopped yet, has it run on. */
function takenBack(
  until: 'job-running' | 'job-suspended',
  { spec }: WaitedObject,
): Waited | undefined {
  const { job } = (spec ?? {}) as Partial<FlinkDeployment['spec']>;
  return until === 'job-suspended' && job && job.state !== 'suspended'
    ? { state: 'failed', sentence: 'It was told to run again meanwhile.' }
    : undefined;
}

/** The operator (1.15.0) cancels a session's last-state job, and goes no further. */
function cancelled(
  until: 'job-running' | 'job-suspended',
  { spec, status }: WaitedObject,
): Waited | undefined {
  return until === 'job-suspended' &&
    isCancelledToStop({ spec, status } as StoppingJob)
    ? { state: 'reached' }
    : undefined;
}

function notTakenUp(status: FlinkDeployment['status']): string {
  const error = operatorError(status?.error);
  // Of a job that has failed, the error tells why, not what came of the change.
  const isOfChange = status?.lifecycleState !== 'FAILED';
  return error && isOfChange && !isUpgradeRace(error)
    ? `The Flink operator tries it again and again, and cannot: ${error.message}`
    : 'The Flink operator has not taken the change up yet.';
}

function ofJob(
  until: 'job-running' | 'job-suspended',
  { metadata, status: raw }: WaitedObject,
): Waited {
  const status = raw as FlinkDeployment['status'];
  const isSeen =
    (status?.observedGeneration ?? 0) >= (metadata.generation ?? 0);
  const hasFailed = status?.lifecycleState === 'FAILED';
  // A spec that is refused before the first start is never observed; a job that
  // had failed before the change says so until the operator takes that up.
  if (hasFailed && (isSeen || status.jobStatus?.state !== 'FAILED')) {
    return {
      state: 'failed',
      sentence: 'The operator gave up; the reason stands on the job page.',
    };
  }
  if (!isSeen) return { state: 'waiting', sentence: notTakenUp(status) };
  const reached =
    until === 'job-suspended'
      ? status?.lifecycleState === 'SUSPENDED'
      : status?.jobStatus?.state === 'RUNNING' &&
        status.lifecycleState === 'STABLE';
  return { state: reached ? 'reached' : 'waiting' };
}
