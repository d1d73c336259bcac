import { sparkRuns, sparkValue } from '../../kinds/spark';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'spark-executor-token',
  summary: 'Executors have no token for the Kubernetes API.',
  why: 'They run what users have written and never ask Kubernetes for anything: a token there lets that code make and stop pods.',
  check: pipeline =>
    sparkRuns(pipeline).flatMap(run => {
      const { at, template } = run.executor;
      return template.spec?.automountServiceAccountToken === false
        ? []
        : violation(run.object, {
            path: `${at}.spec.automountServiceAccountToken`,
            problem: `executors of ${run.name} have the token of the driver's ServiceAccount`,
            remedy:
              'Take the override out: the chart mounts it in the driver alone.',
            value: sparkValue(run, 'override'),
          });
    }),
};
