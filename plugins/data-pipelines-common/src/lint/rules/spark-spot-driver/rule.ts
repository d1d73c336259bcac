import { sparkRuns, sparkValue } from '../../kinds/spark';
import { spotSelector, spotToleration } from '../../kinds/spotNodes';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'spark-spot-driver',
  summary: 'The driver runs on a node that stays.',
  why: 'An executor that is taken away costs its tasks; a driver that is taken away costs the run.',
  check: pipeline =>
    sparkRuns(pipeline).flatMap(run => {
      const { template, at } = run.driver;
      const selector = spotSelector(template);
      const toleration = spotToleration(template);
      if (!selector && !toleration) return [];
      return violation(run.object, {
        path: `${at}.spec.${selector ? 'nodeSelector' : 'tolerations'}`,
        problem: selector
          ? `the driver asks for nodes that may be taken away (${selector})`
          : `the driver may run on nodes that may be taken away (it tolerates ${toleration})`,
        remedy:
          'Move selector and tolerations of those nodes to spot, which is of executors alone.',
        value: sparkValue(
          run,
          selector ? 'pod.nodeSelector' : 'pod.tolerations',
        ),
      });
    }),
};
