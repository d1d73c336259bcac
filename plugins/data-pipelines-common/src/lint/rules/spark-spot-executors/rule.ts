import { propertyViolation, sparkRuns } from '../../kinds/spark';
import { spotSelector, spotToleration } from '../../kinds/spotNodes';
import { LintRule } from '../../lintRule';

const KEY = 'spark.decommission.enabled';

export const rule: LintRule = {
  id: 'spark-spot-executors',
  summary:
    'Executors on nodes that may be taken away hand over what they hold.',
  why: 'A spot node goes within two minutes: without decommissioning all that its executors had worked out is worked out again.',
  check: pipeline =>
    sparkRuns(pipeline).flatMap(run => {
      const { template } = run.executor;
      const spot = spotSelector(template) ?? spotToleration(template);
      return spot && run.properties.get(KEY) !== 'true'
        ? propertyViolation(run, {
            property: KEY,
            problem: `executors run on nodes that may be taken away (${spot}), and hand nothing over when they are`,
            remedy: 'Leave decommission.enabled out, or set it to true.',
            field: 'decommission.enabled',
          })
        : [];
    }),
};
