import { HealthReport } from '../model/health';
import { ObjectMetadata } from '../resources/metadata';
import { Moment } from './assess';
import { secondsSince } from './secondsSince';

/** Seconds that an operator may take before its silence is news. */
const SILENCE = 300;

/** Of a resource on which the Spark operator has written nothing. */
export function notObserved(
  what: string,
  { creationTimestamp }: ObjectMetadata,
  { now }: Moment,
): HealthReport {
  return secondsSince(creationTimestamp, now) > SILENCE
    ? {
        health: 'Degraded',
        reason: 'OperatorSilent',
        message: `No Spark operator has looked at the ${what}`,
        nextStep: 'Check that the operator runs and watches this namespace.',
        since: creationTimestamp,
      }
    : {
        health: 'Progressing',
        reason: 'NotObserved',
        message: `The Spark operator has not looked at the ${what} yet`,
        nextStep:
          'If this lasts, check that the operator runs and watches this namespace.',
        since: creationTimestamp,
      };
}

/** Of a state that is not in the CRD that our rules were written for. */
export function stateNotKnown(state: unknown): HealthReport {
  return {
    health: 'Unknown',
    reason: 'StatusNotUnderstood',
    message: `The operator reports a state that Headworks does not know (${state})`,
    nextStep: 'Look at the resource with kubectl, and tell us about the state.',
  };
}
