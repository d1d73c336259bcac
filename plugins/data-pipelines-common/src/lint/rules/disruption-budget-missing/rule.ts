import { covers, disruptionBudgets } from '../../kinds/disruptionBudget';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

interface Replicated {
  replicas?: number;
}

export const rule: LintRule = {
  id: 'disruption-budget-missing',
  summary: 'Replicas have a disruption budget.',
  why: 'Maintenance of nodes may stop all replicas at once, and is right to, as nobody said otherwise.',
  check: pipeline => {
    const budgets = disruptionBudgets(pipeline);
    return pipeline.pods
      .filter(({ object, labels }) => {
        const { replicas = 1 }: Replicated = object.spec ?? {};
        return (
          ['Deployment', 'StatefulSet'].includes(object.kind) &&
          replicas > 1 &&
          !budgets.some(budget => covers(budget, object, labels))
        );
      })
      .flatMap(({ object }) =>
        violation(object, {
          path: 'spec.replicas',
          problem: 'no disruption budget selects its replicas',
          remedy:
            'Make a PodDisruptionBudget with maxUnavailable: 1 for its pods.',
        }),
      );
  },
};
