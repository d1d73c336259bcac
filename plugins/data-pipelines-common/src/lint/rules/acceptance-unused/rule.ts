import { Acceptance } from '../../acceptance';
import { Violation } from '../../finding';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'acceptance-unused',
  summary: 'What is accepted is still found.',
  why: 'An acceptance that outlives its reason accepts the next mistake at the same place, which nobody looked at.',
  check: () => [],
  checkUnused: (unused, ids) =>
    unused.flatMap(acceptance => tell(acceptance, ids)),
};

function tell(
  { rule: accepted, object, path }: Acceptance,
  ids: readonly string[],
): Violation[] {
  const what = {
    path: object ? path : '',
    problem: ids.includes(accepted)
      ? `${accepted} finds nothing that this accepts`
      : `there is no rule ${accepted} that this could accept`,
    remedy: 'Remove it, or correct the name of the rule or of the object.',
    ...(object ? {} : { value: path }),
  };
  return object ? violation(object, what) : [what];
}
