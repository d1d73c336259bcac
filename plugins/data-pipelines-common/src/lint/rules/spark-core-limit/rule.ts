import { coresOf } from '../../kinds/cores';
import { propertyViolation, SparkRun, sparkRuns } from '../../kinds/spark';
import { SparkRole } from '../../kinds/sparkMemory';
import { LintRule } from '../../lintRule';

const ROLES: SparkRole[] = ['driver', 'executor'];

export const rule: LintRule = {
  id: 'spark-core-limit',
  summary: 'A limit of cores is not below what is asked for.',
  why: 'Kubernetes refuses a pod whose request is above its limit, and the job gets no executors; a limit just above it slows down every task.',
  check: pipeline =>
    sparkRuns(pipeline).flatMap(run =>
      ROLES.flatMap(role => {
        const property = `spark.kubernetes.${role}.limit.cores`;
        const limit = coresOf(run.properties.get(property));
        const asked = askedOf(run, role);
        return limit !== undefined && limit < asked
          ? propertyViolation(run, {
              property,
              problem: `the ${role} asks for ${asked} cores and may use ${limit}, which Kubernetes refuses`,
              remedy: `Raise ${role}.coreLimit to ${asked}, or leave it out.`,
              field: `${role}.coreLimit`,
            })
          : [];
      }),
    ),
};

function askedOf({ properties }: SparkRun, role: SparkRole): number {
  return (
    coresOf(properties.get(`spark.kubernetes.${role}.request.cores`)) ??
    coresOf(properties.get(`spark.${role}.cores`)) ??
    1
  );
}
