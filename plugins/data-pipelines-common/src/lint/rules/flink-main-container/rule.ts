import { nameOf } from '../../kinds/flink';
import { FlinkDeploymentSpec } from '../../kinds/flinkSpecs';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

const MAIN = 'flink-main-container';
const TEMPLATES = ['jobManager', 'taskManager'] as const;

export const rule: LintRule = {
  id: 'flink-main-container',
  summary: `What a pod template says of Flink's container is said of ${MAIN}.`,
  why: 'The operator adds a container of that name where it finds none: variables and mounts under another name are of a container in which no Flink runs.',
  check: pipeline =>
    pipeline
      .all<FlinkDeploymentSpec>('flink.apache.org', 'FlinkDeployment')
      .flatMap(object =>
        [
          { at: 'spec.podTemplate', pod: object.spec.podTemplate },
          ...TEMPLATES.map(role => ({
            at: `spec.${role}.podTemplate`,
            pod: object.spec[role]?.podTemplate,
          })),
        ].flatMap(({ at, pod }) => {
          const names = (pod?.spec?.containers ?? []).map(
            ({ name = 'a container without a name' }) => name,
          );
          return names.length > 0 && !names.includes(MAIN)
            ? violation(object, {
                path: `${at}.spec.containers`,
                problem: `it has ${names.join(
                  ' and ',
                )}, and no ${MAIN}: Flink runs in a container that none of this is about`,
                remedy: `Name Flink's own container ${MAIN}.`,
                value: `values.flink.${
                  object.spec.job ? 'jobs' : 'sessions'
                }.${nameOf(object)}.override`,
              })
            : [];
        }),
      ),
};
