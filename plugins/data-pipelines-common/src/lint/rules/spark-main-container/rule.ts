import { SparkRun, sparkRuns, sparkValue } from '../../kinds/spark';
import { SparkRole } from '../../kinds/sparkMemory';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

const ROLES: SparkRole[] = ['driver', 'executor'];

export const rule: LintRule = {
  id: 'spark-main-container',
  summary:
    "What a pod template says of Spark's container is said under the name that Spark looks for.",
  why: 'Spark takes the first container where it finds none of that name: variables, mounts and the program end up in different ones.',
  check: pipeline =>
    sparkRuns(pipeline).flatMap(run =>
      ROLES.flatMap(role => {
        const wanted = nameFor(run, role);
        const names = (run[role].template.spec?.containers ?? []).map(
          ({ name = 'one without a name' }) => name,
        );
        return names.length > 0 && !names.includes(wanted)
          ? violation(run.object, {
              path: `${run[role].at}.spec.containers`,
              problem: `Spark looks for a container ${wanted}, and there is ${names.join(
                ' and ',
              )}`,
              remedy: `Name Spark's own container ${wanted}.`,
              value: sparkValue(run, 'override'),
            })
          : [];
      }),
    ),
};

function nameFor({ properties }: SparkRun, role: SparkRole): string {
  return (
    properties.get(`spark.kubernetes.${role}.podTemplateContainerName`) ??
    `spark-kubernetes-${role}`
  );
}
