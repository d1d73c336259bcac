import {
  FlinkWorkload,
  flinkWorkloads,
  settingViolation,
} from '../../kinds/flink';
import { LintRule } from '../../lintRule';

const FORBIDDEN = [
  'kubernetes.namespace',
  'kubernetes.cluster-id',
  'high-availability.cluster-id',
];
const CHECK = 'kubernetes.operator.cluster.health-check.enabled';
const RECOVERY = 'kubernetes.operator.jm-deployment-recovery.enabled';

export const rule: LintRule = {
  id: 'flink-refused-settings',
  summary: 'No setting is one that the operator refuses.',
  why: 'The resource is accepted, and then the operator does nothing but write an error into its status.',
  check: pipeline =>
    flinkWorkloads(pipeline)
      .filter(({ operated, shape }) => operated && shape !== 'session job')
      .flatMap(workload =>
        refused(workload).flatMap(([key, because]) =>
          settingViolation(workload, {
            key,
            problem: `the operator refuses ${key}: ${because}`,
            remedy: `Remove ${key} from override and flinkConfiguration.`,
            field: 'flinkConfiguration',
          }),
        ),
      ),
};

function refused({ settings }: FlinkWorkload): Array<[string, string]> {
  const forbidden = FORBIDDEN.filter(key => settings.has(key)).map(
    (key): [string, string] => [
      key,
      'name and namespace of the resource decide it',
    ],
  );
  const unhealthy =
    settings.get(CHECK) === 'true' && settings.get(RECOVERY) === 'false';
  return unhealthy
    ? [...forbidden, [RECOVERY, 'the health check needs recovery']]
    : forbidden;
}
