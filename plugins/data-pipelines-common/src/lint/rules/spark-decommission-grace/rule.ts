import { sparkRuns, sparkValue } from '../../kinds/spark';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

const DEFAULT = 30;
const LEAST = 60;

export const rule: LintRule = {
  id: 'spark-decommission-grace',
  summary: 'Executors that hand over what they hold have the time for it.',
  why: 'Kubernetes ends a pod after its grace period, whatever it is doing: blocks that have not moved by then are worked out again.',
  check: pipeline =>
    sparkRuns(pipeline)
      .filter(
        ({ properties }) =>
          properties.get('spark.storage.decommission.enabled') === 'true',
      )
      .flatMap(run => {
        const { at, template } = run.executor;
        const grace = template.spec?.terminationGracePeriodSeconds ?? DEFAULT;
        return grace < LEAST
          ? violation(run.object, {
              path: `${at}.spec.terminationGracePeriodSeconds`,
              problem: `executors have ${grace} s to hand over what they hold`,
              remedy: 'Set executor.pod.terminationGracePeriodSeconds to 120.',
              value: sparkValue(
                run,
                'executor.pod.terminationGracePeriodSeconds',
              ),
            })
          : [];
      }),
};
