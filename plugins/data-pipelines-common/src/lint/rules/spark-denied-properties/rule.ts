import {
  KubeflowSpec,
  ScheduledSpec,
  SparkProperties,
} from '../../kinds/sparkSpecs';
import { jobLabel } from '../../kinds/sparkProperties';
import { LintRule } from '../../lintRule';
import { ObjectOf } from '../../RenderedPipeline';
import { violation } from '../../violation';

const GROUP = 'sparkoperator.k8s.io';
const ROLES = ['', 'driver.', 'executor.'];
const DENIED = new Set([
  'spark.master',
  'spark.kubernetes.driver.master',
  ...ROLES.map(role => `spark.kubernetes.${role}container.image`),
  ...ROLES.flatMap(role => [
    `spark.kubernetes.authenticate.${role}oauthToken`,
    `spark.kubernetes.authenticate.${role}oauthTokenFile`,
    `spark.kubernetes.authenticate.${role}serviceAccountName`,
  ]),
]);

export const rule: LintRule = {
  id: 'spark-denied-properties',
  summary: "No property is one that Kubeflow's operator denies.",
  why: 'Its webhook refuses the resource, and the whole upgrade with it.',
  check: pipeline => [
    ...pipeline
      .all<KubeflowSpec>(GROUP, 'SparkApplication')
      .flatMap(object => denied(object, 'spec', object.spec.sparkConf)),
    ...pipeline
      .all<ScheduledSpec>(GROUP, 'ScheduledSparkApplication')
      .flatMap(object =>
        denied(object, 'spec.template', object.spec.template?.sparkConf),
      ),
  ],
};

function denied(
  object: ObjectOf<object>,
  at: string,
  properties: SparkProperties = {},
) {
  const { namespace } = object.metadata;
  return Object.entries(properties)
    .filter(
      ([key, value]) =>
        DENIED.has(key) ||
        (key === 'spark.kubernetes.namespace' && value !== namespace),
    )
    .flatMap(([key]) =>
      violation(object, {
        path: `${at}.sparkConf.${key}`,
        problem: `the operator's webhook refuses the property ${key}`,
        remedy: `Remove ${key}: image, account and namespace have fields of their own.`,
        value: `values.spark.jobs.${jobLabel(object)}.override`,
      }),
    );
}
