import { Finding } from './change';
import { RenderedObject } from './renderedObject';

/** An object of which a rule knows what its spec may hold. */
export type Typed<Spec extends object> = Omit<RenderedObject, 'spec'> & {
  spec: Partial<Spec>;
};

/** Everything that is rendered on one side of a change. */
export type Rendering = readonly RenderedObject[];

/** One object on both sides, with everything around it. */
export interface Pair<Spec extends object> {
  before: Typed<Spec>;
  after: Typed<Spec>;
  rendering: Rendering;
}

/** What changes of one kind do. Pure: it never changes what it reads. */
export interface CompareRule<Spec extends object = object> {
  group: string;
  kinds: readonly string[];
  changed?(pair: Pair<Spec>): Finding[];
  /** @param rendering - what is there afterwards */
  removed?(object: Typed<Spec>, rendering: Rendering): Finding[];
}

/** A rule that any object may be given to; the only place that believes a spec to be its kind's. */
export function ruleFor<Spec extends object>(
  rule: CompareRule<Spec>,
): CompareRule {
  return rule as CompareRule;
}
