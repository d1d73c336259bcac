import { flinkClusters, settingViolation } from '../../kinds/flink';
import { LintRule } from '../../lintRule';

const KEY = 'kubernetes.operator.deployment.rollback.enabled';

export const rule: LintRule = {
  id: 'flink-rollback',
  summary: 'A job goes back by itself to what ran before a bad upgrade.',
  why: 'Otherwise an image that does not start leaves the job down until somebody finds out.',
  check: pipeline =>
    flinkClusters(pipeline)
      .filter(({ operated, shape }) => operated && shape === 'application')
      .filter(({ settings }) => settings.get(KEY) !== 'true')
      .flatMap(job =>
        settingViolation(job, {
          key: KEY,
          problem:
            'rollback is off: an upgrade that does not come up stays down until somebody acts',
          remedy: 'Set rollback to true.',
          field: 'rollback',
        }),
      ),
};
