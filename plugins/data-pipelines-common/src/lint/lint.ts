import { Acceptance, acceptancesOf, hasReason } from './acceptance';
import { LintFinding, LintSeverity, Violation } from './finding';
import { LintRule } from './lintRule';
import { LintProfile, PROFILES } from './profiles';
import { LintInput, RenderedPipeline } from './RenderedPipeline';
import { RULES } from './rules';
import { jobValue } from './valuePath';

/** How a finding begins whose rule met an object that is not what its kind says. */
export const UNREADABLE = 'this rule cannot read an object';

const ORDER: Record<LintSeverity, number> = { error: 0, warning: 1, info: 2 };

/**
 * Checks a whole rendered pipeline against every rule of its profile; the
 * worst first. The same in wizard, CLI, CI and backend.
 *
 * @public
 */
export function lint(input: LintInput): LintFinding[] {
  const profile = input.profile ?? profileOf(input);
  const pipeline = new RenderedPipeline(input);
  const acceptances = acceptancesOf(pipeline);
  const checked = RULES.map(rule => ({
    rule,
    severity: PROFILES[rule.id]?.[profile] ?? 'off',
    violations: violationsOf(rule, pipeline),
  }));
  const ids = RULES.map(({ id }) => id);
  const unused = acceptances.filter(
    ({ rule: id, covers }) =>
      !checked.some(
        ({ rule, violations }) => rule.id === id && violations.some(covers),
      ),
  );
  return checked
    .flatMap(({ rule, severity, violations }) =>
      severity === 'off'
        ? []
        : [...violations, ...(rule.checkUnused?.(unused, ids) ?? [])].map(
            violation =>
              withAcceptance(
                { rule: rule.id, severity, ...violation },
                acceptances,
                profile,
              ),
          ),
    )
    .sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
}

/**
 * What the values say, else production where the environment's name begins so.
 *
 * @public
 */
export function profileOf({ values }: Pick<LintInput, 'values'>): LintProfile {
  const { profile, environment } = values.global ?? {};
  return profile ?? (environment?.startsWith('prod') ? 'prod' : 'dev');
}

/**
 * An override may make anything of an object, even what no API server takes.
 * Then the one rule that cannot read it says so, and the others go on.
 */
function violationsOf(rule: LintRule, pipeline: RenderedPipeline): Violation[] {
  try {
    return rule
      .check(pipeline)
      .map(violation => withValue(violation, pipeline));
  } catch (error) {
    return [
      {
        path: '',
        problem: `${UNREADABLE}: ${(error as Error).message}`,
        remedy:
          'Compare what is overridden with the definition of its kind: a list or an object is something else there.',
      },
    ];
  }
}

/** Who fixes it must know which job it is about, even if no one value decides it. */
function withValue(violation: Violation, pipeline: RenderedPipeline) {
  const { object, value } = violation;
  const blamed = object && !value && pipeline.find(object);
  return blamed ? { ...violation, ...jobValue(pipeline, blamed) } : violation;
}

/** In profile regulated an error stays one, whoever accepted it. */
function withAcceptance(
  finding: LintFinding,
  acceptances: readonly Acceptance[],
  profile: LintProfile,
): LintFinding {
  const acceptance = acceptances.find(
    given =>
      given.rule === finding.rule && hasReason(given) && given.covers(finding),
  );
  if (!acceptance) return finding;
  return profile === 'regulated' && finding.severity === 'error'
    ? {
        ...finding,
        remedy: `${finding.remedy} Profile regulated accepts no error, whatever the reason.`,
      }
    : { ...finding, accepted: acceptance.reason };
}
