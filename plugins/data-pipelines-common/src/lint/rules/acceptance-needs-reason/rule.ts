import { acceptancesOf, hasReason, SHORTEST_REASON } from '../../acceptance';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'acceptance-needs-reason',
  summary: 'Who accepts a finding says why.',
  why: 'Nobody who finds "ok" a year later knows whether it still holds, so it stays forever.',
  check: pipeline =>
    acceptancesOf(pipeline)
      .filter(acceptance => !hasReason(acceptance))
      .flatMap(({ rule: accepted, reason, object, path }) => {
        const what = {
          path: object ? path : '',
          problem: `"${reason}" does not say why ${accepted} may be broken, so it counts for nothing`,
          remedy: `Say it in ${SHORTEST_REASON} characters or more, or remove it.`,
          ...(object ? {} : { value: path }),
        };
        return object ? violation(object, what) : [what];
      }),
};
