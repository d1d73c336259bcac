import { flinkClusters, settingViolation } from '../../kinds/flink';
import { LintRule } from '../../lintRule';

const KEY = 'kubernetes.operator.cluster.health-check.enabled';

export const rule: LintRule = {
  id: 'flink-health-check',
  summary: 'The operator replaces a cluster whose job restarts over and over.',
  why: 'A TaskManager with a broken disk or a JobManager that lost its leader is not healed by one more restart of the job.',
  check: pipeline =>
    flinkClusters(pipeline)
      .filter(({ operated, shape }) => operated && shape === 'application')
      .filter(({ settings }) => settings.get(KEY) !== 'true')
      .flatMap(job =>
        settingViolation(job, {
          key: KEY,
          problem:
            'the health check is off: a job that restarts over and over does so for ever',
          remedy: 'Set healthCheck to {} or to limits of your own.',
          field: 'healthCheck',
        }),
      ),
};
