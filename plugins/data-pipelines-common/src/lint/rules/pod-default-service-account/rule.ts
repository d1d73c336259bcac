import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

const PLAIN = ['Pod', 'Job', 'CronJob', 'Deployment', 'StatefulSet'];

export const rule: LintRule = {
  id: 'pod-default-service-account',
  summary: 'A pod has a service account of its own, or no token.',
  why: 'What somebody later allows to the default account of the namespace is allowed to this pod, too.',
  check: pipeline =>
    pipeline.pods
      .filter(
        ({ object, spec }) =>
          PLAIN.includes(object.kind) &&
          (spec.serviceAccountName ?? 'default') === 'default' &&
          spec.automountServiceAccountToken !== false,
      )
      .flatMap(({ object, path }) =>
        violation(object, {
          path: `${path}.serviceAccountName`,
          problem: 'it carries the token of the default service account',
          remedy:
            'Set serviceAccountName, or automountServiceAccountToken to false.',
        }),
      ),
};
