import { ObjectIdentity } from './objectIdentity';

/**
 * What a profile makes of a rule: `error` blocks, `warning` wants a person's
 * yes, `info` is good to know.
 *
 * @public
 */
export type LintSeverity = 'error' | 'warning' | 'info';

/**
 * What a rule says of one object, before severity and exceptions are known.
 *
 * @public
 */
export interface Violation {
  /** The object to blame; absent where it is the pipeline as a whole. */
  object?: ObjectIdentity;
  /** Where in the object, such as `spec.job.parallelism`; empty for all of it. */
  path: string;
  /** What is wrong, in one sentence with the figures; no full stop. */
  problem: string;
  /** What to do about it, as an imperative naming the value to change. */
  remedy: string;
  /** The value that decides it, such as `values.flink.jobs.sum.parallelism`. */
  value?: string;
}

/**
 * A violation with the rule that found it and what the profile makes of it.
 *
 * @public
 */
export interface LintFinding extends Violation {
  /** Id of the rule, which is the name of its folder and its page. */
  rule: string;
  severity: LintSeverity;
  /** Why somebody accepted it; an accepted finding never blocks. */
  accepted?: string;
}
