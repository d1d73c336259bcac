import { propertyViolation, SparkRun, sparkRuns } from '../../kinds/spark';
import { LintRule } from '../../lintRule';

const ACCOUNT = 'spark.kubernetes.authenticate.driver.serviceAccountName';

export const rule: LintRule = {
  id: 'spark-service-account',
  summary: 'Each job of Spark runs as a ServiceAccount of its own.',
  why: "The namespace's default one may not make executors, so the driver fails at once; with a shared one each job may read the other's storage and stop its executors.",
  check: pipeline => {
    const runs = sparkRuns(pipeline);
    return runs.flatMap((run, index) => {
      const account = accountOf(run);
      const other = runs
        .slice(0, index)
        .find(
          before =>
            before.name !== run.name &&
            accountOf(before) === account &&
            before.object.metadata.namespace === run.object.metadata.namespace,
        );
      if (account !== 'default' && !other) return [];
      return propertyViolation(run, {
        property: ACCOUNT,
        problem:
          account === 'default'
            ? `the driver of ${run.name} runs as the namespace's default ServiceAccount`
            : `the driver of ${run.name} runs as ${account}, as that of ${other?.name} does`,
        remedy:
          'Take the override out: each job has a ServiceAccount of its own.',
        field: 'override',
      });
    });
  },
};

function accountOf({ properties, driver }: SparkRun): string {
  return (
    properties.get(ACCOUNT) ??
    driver.template.spec?.serviceAccountName ??
    'default'
  );
}
