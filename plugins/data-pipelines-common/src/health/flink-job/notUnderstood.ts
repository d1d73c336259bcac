import { HealthReport } from '../../model/health';

/** A state that the operator's CRD did not have when this was written. */
export function notUnderstood(state: string | undefined): HealthReport {
  return {
    health: 'Unknown',
    reason: 'StatusNotUnderstood',
    message: `The operator reports a state that Headworks does not know (${
      state || 'none'
    })`,
    nextStep: 'Look at the resource with kubectl, and tell us about the state.',
  };
}
