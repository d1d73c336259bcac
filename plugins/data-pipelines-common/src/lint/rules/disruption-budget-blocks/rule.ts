import { covers, disruptionBudgets } from '../../kinds/disruptionBudget';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

interface Replicated {
  replicas?: number;
}

export const rule: LintRule = {
  id: 'disruption-budget-blocks',
  summary: 'A disruption budget lets at least one pod go.',
  why: 'A budget of none stops every drain: the upgrade of the cluster hangs at this node until somebody deletes the pod by hand.',
  check: pipeline =>
    disruptionBudgets(pipeline).flatMap(budget => {
      const { maxUnavailable, minAvailable } = budget.spec;
      const replicas = pipeline.pods
        .filter(({ object, labels }) => covers(budget, object, labels))
        .map(({ object }) => (object.spec as Replicated).replicas)
        .reduce<number>((sum, amount) => sum + (amount ?? NaN), 0);
      const none = ['0', '0%'].includes(`${maxUnavailable}`);
      const all =
        minAvailable === '100%' ||
        (replicas > 0 && Number(minAvailable) >= replicas);
      return none || all
        ? violation(budget, {
            path: none ? 'spec.maxUnavailable' : 'spec.minAvailable',
            problem: none
              ? `maxUnavailable is ${maxUnavailable}, so no node with such a pod can be drained`
              : `minAvailable is ${minAvailable}, so no node with such a pod can be drained`,
            remedy: 'Set maxUnavailable to 1.',
          })
        : [];
    }),
};
