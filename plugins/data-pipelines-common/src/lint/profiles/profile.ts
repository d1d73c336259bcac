import { LintSeverity } from '../finding';

/**
 * How strict the checks are.
 *
 * @public
 */
export type LintProfile = 'dev' | 'prod' | 'regulated';

/** What a profile makes of a rule; `off` where it does not ask. */
export type ProfileSeverity = LintSeverity | 'off';

/** What each profile makes of each rule, by the rule's id. */
export type ProfileTable = Readonly<
  Record<string, Readonly<Record<LintProfile, ProfileSeverity>>>
>;

/** A line of the table, in the order of its head. */
export function severities(
  dev: ProfileSeverity,
  prod: ProfileSeverity,
  regulated: ProfileSeverity,
) {
  return { dev, prod, regulated };
}
