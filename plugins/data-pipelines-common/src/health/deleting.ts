import { HealthReport } from '../model/health';
import { ObjectMetadata } from '../resources/metadata';

/** What is told of anything that is being deleted. */
export function deleting(what: string, metadata: ObjectMetadata): HealthReport {
  return {
    health: 'Progressing',
    reason: 'Deleting',
    message: `The ${what} is being deleted`,
    nextStep:
      'If this lasts, a finalizer waits for an operator that does not run.',
    since: metadata.deletionTimestamp,
  };
}
