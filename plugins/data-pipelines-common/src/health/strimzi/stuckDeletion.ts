import { HealthReport } from '../../model/health';
import { Moment } from '../assess';
import { deleting } from '../deleting';
import { secondsSince } from '../secondsSince';
import { StrimziObject } from './conditions';

/** Seconds in which Strimzi deletes anything (recorded: 1; brokers stop in 30). */
const TAKES = 120;

/** Of something that is being deleted: under way, or stuck on its finalizer. */
export function strimziDeletion(
  what: string,
  { metadata }: StrimziObject,
  moment: Moment,
): HealthReport {
  const { deletionTimestamp, name } = metadata;
  return secondsSince(deletionTimestamp, moment.now) > TAKES
    ? stuckDeletion(
        what,
        { metadata },
        {
          because: 'its finalizer is still there',
          nextStep: `Check that its operator runs; if it never will again, remove the finalizers of ${name}.`,
        },
      )
    : deleting(what, metadata);
}

/** Of something that cannot be deleted, and why. */
export function stuckDeletion(
  what: string,
  { metadata }: StrimziObject,
  {
    because,
    nextStep,
    reason = 'DeletionStuck',
  }: {
    because: string;
    nextStep: string;
    reason?: 'DeletionStuck' | 'KafkaUnavailable';
  },
): HealthReport {
  return {
    health: 'Degraded',
    reason,
    message: `The ${what} cannot be deleted: ${because}`,
    nextStep,
    since: metadata.deletionTimestamp,
  };
}
