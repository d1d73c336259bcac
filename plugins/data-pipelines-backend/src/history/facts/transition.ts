import { HealthChange } from '../../service/HealthChange';
import { TransitionFact } from './Fact';
import { sentence } from './sentence';

/** A part of a pipeline has another health. */
export function transitionFact(change: HealthChange): TransitionFact {
  const version = Number(change.version);
  return {
    kind: 'transition',
    at: change.at,
    report: {
      ...change.after,
      message: sentence(change.after.message) ?? '',
    },
    before: change.before,
    version: Number.isSafeInteger(version) ? version : 0,
  };
}
