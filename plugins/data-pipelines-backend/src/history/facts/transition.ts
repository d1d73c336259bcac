import { HealthChange } from '../../service/HealthChange';
import { PlacedFact, TransitionFact } from './Fact';
import { sentence } from './sentence';

/** A part of a pipeline has another health. */
export function transitionFact({
  after,
  ...change
}: HealthChange): PlacedFact<TransitionFact> {
  return {
    ...change,
    kind: 'transition',
    report: { ...after, message: sentence(after.message) ?? '' },
  };
}
