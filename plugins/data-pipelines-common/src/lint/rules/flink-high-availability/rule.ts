import {
  FlinkWorkload,
  flinkClusters,
  isStateful,
  settingOf,
  settingViolation,
} from '../../kinds/flink';
import { AVAILABILITY, STORAGE_DIR } from '../../kinds/flinkKeys';
import { LintRule } from '../../lintRule';

const ROLLBACK = 'kubernetes.operator.deployment.rollback.enabled';

export const rule: LintRule = {
  id: 'flink-high-availability',
  summary:
    'A JobManager that restarts finds its jobs and their newest checkpoint again.',
  why: 'Without high availability a node that is drained is enough: the new JobManager begins the job from what it was once deployed with, and what was done since is done again.',
  check: pipeline =>
    flinkClusters(pipeline).flatMap(workload => {
      const { key, value = 'NONE' } = settingOf(workload, ...AVAILABILITY);
      const problem =
        value.toUpperCase() === 'NONE'
          ? withoutIt(workload)
          : !workload.settings.has(STORAGE_DIR) &&
            `${key} is ${value}, but ${STORAGE_DIR} is not set, and Flink does not start`;
      return problem
        ? settingViolation(workload, {
            key: problem.includes(STORAGE_DIR) ? STORAGE_DIR : key,
            problem,
            remedy:
              'Set global.storage.uri and leave highAvailability enabled.',
            field: 'highAvailability.enabled',
          })
        : [];
    }),
};

function withoutIt(workload: FlinkWorkload): string | false {
  const { shape, jobManager, settings } = workload;
  const replicas = jobManager?.replicas ?? 1;
  if (replicas > 1) {
    return `there are ${replicas} JobManagers and no high availability, by which one of them would lead`;
  }
  if (settings.get(ROLLBACK) === 'true') {
    return 'rollback is on and there is no high availability, which it needs: the operator refuses the job';
  }
  if (shape === 'session') {
    return 'the session has no high availability: a JobManager that restarts has forgotten every job';
  }
  return (
    isStateful(workload) &&
    'the job has state and no high availability: a JobManager that restarts begins from what the job was deployed with, not from its newest checkpoint'
  );
}
