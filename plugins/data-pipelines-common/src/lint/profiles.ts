import { LintSeverity } from './finding';

/**
 * How strict the checks are.
 *
 * @public
 */
export type LintProfile = 'dev' | 'prod' | 'regulated';

/**
 * What each profile makes of each rule; `off` where it does not ask. A rule
 * without a line here fails the family's test.
 */
export const PROFILES: Readonly<
  Record<string, Readonly<Record<LintProfile, LintSeverity | 'off'>>>
> = {};
