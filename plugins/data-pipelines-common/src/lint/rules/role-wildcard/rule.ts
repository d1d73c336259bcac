import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'role-wildcard',
  summary: 'A role names what it allows.',
  why: 'With * a job may read every Secret of its namespace, and make pods that run as any other account there.',
  check: pipeline =>
    pipeline.objects
      .filter(({ kind }) => kind === 'Role' || kind === 'ClusterRole')
      .flatMap(role =>
        (role.rules ?? []).flatMap(({ verbs, resources }, i) =>
          verbs?.includes('*') || resources?.includes('*')
            ? violation(role, {
                path: `rules.${i}`,
                problem: `it allows ${verbs?.join(', ')} on ${resources?.join(
                  ', ',
                )}`,
                remedy: 'Name the verbs and resources that the job needs.',
              })
            : [],
        ),
      ),
};
