import { settingsOf } from '../../compare/flinkSpec';
import { nameOf } from '../../kinds/flink';
import { FlinkDeploymentSpec } from '../../kinds/flinkSpecs';
import { PodTemplate } from '../../kinds/pod';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

const KEY = 'kubernetes.operator.pod-template.merge-arrays-by-name';
const ROLES = ['jobManager', 'taskManager'] as const;

export const rule: LintRule = {
  id: 'flink-template-merge',
  summary: 'Lists of two pod templates are merged by name.',
  why: "By default the operator merges them by position: the first variable or volume of a role's template overwrites the first one of the common template, whatever it is called.",
  check: pipeline =>
    pipeline
      .all<FlinkDeploymentSpec>('flink.apache.org', 'FlinkDeployment')
      .filter(({ spec }) => settingsOf(spec).get(KEY) !== 'true')
      .flatMap(object =>
        ROLES.filter(
          role =>
            hasLists(object.spec.podTemplate) &&
            hasLists(object.spec[role]?.podTemplate),
        ).flatMap(role =>
          violation(object, {
            path: `spec.${role}.podTemplate`,
            problem: `its lists are laid over those of spec.podTemplate by position, for ${KEY} is not true`,
            remedy: `Set ${KEY} to true, as the chart does.`,
            value: `values.flink.${
              object.spec.job ? 'jobs' : 'sessions'
            }.${nameOf(object)}.flinkConfiguration`,
          }),
        ),
      ),
};

function hasLists({ spec = {} }: PodTemplate = {}): boolean {
  return [spec.containers, spec.volumes, spec.initContainers].some(
    list => (list ?? []).length > 0,
  );
}
