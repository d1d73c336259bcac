import { SparkApplication } from '../../resources/spark';
import { Waited, WaitedObject } from '../waiting';

/**
 * How far an application is; the states are those of operator 2.5.2. It tells
 * no generation that it has seen, so a state counts only where it can be no
 * older than the change.
 */
export function ofApplication(
  until: 'application-running' | 'application-suspended',
  { status: raw }: WaitedObject,
): Waited {
  const status = raw as SparkApplication['status'];
  const { state = '', errorMessage } = status?.applicationState ?? {};
  if (until === 'application-suspended') {
    switch (state) {
      case 'SUSPENDED':
        return { state: 'reached' };
      case 'COMPLETED':
      case 'FAILED':
        return {
          state: 'failed',
          sentence: 'It ended by itself before the operator stopped it.',
        };
      default:
        return { state: 'waiting' };
    }
  }
  switch (state) {
    case 'RUNNING':
      return { state: 'reached' };
    case 'SUCCEEDING':
    case 'COMPLETED':
      return { state: 'reached', sentence: 'It has ended already, and well.' };
    case 'FAILED':
      return {
        state: 'failed',
        sentence: `It failed: ${
          errorMessage ?? 'the operator does not say why'
        }`,
      };
    case 'SUBMISSION_FAILED':
      return {
        state: 'waiting',
        sentence: `The operator could not submit it: ${errorMessage ?? ''}`,
      };
    default:
      return { state: 'waiting' };
  }
}
