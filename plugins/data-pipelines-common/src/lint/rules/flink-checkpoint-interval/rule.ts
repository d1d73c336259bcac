import {
  FlinkWorkload,
  flinkJobs,
  isStateful,
  settingViolation,
} from '../../kinds/flink';
import { INTERVAL } from '../../kinds/flinkKeys';
import { durationOf, inWords } from '../../kinds/flinkUnits';
import { LintRule } from '../../lintRule';

const LEAST = 1000;
const MOST = 10 * 60_000;

export const rule: LintRule = {
  id: 'flink-checkpoint-interval',
  summary: 'A job with state takes a checkpoint every few minutes.',
  why: 'After a failure a job works again on everything since its last checkpoint; with none it begins anew, and an exactly-once sink never commits.',
  check: pipeline =>
    flinkJobs(pipeline).flatMap(job => {
      const problem = problemOf(job);
      return problem
        ? settingViolation(job, {
            key: INTERVAL,
            problem,
            remedy: 'Set checkpoints.interval between 10s and 10m.',
            field: 'checkpoints.interval',
          })
        : [];
    }),
};

function problemOf(job: FlinkWorkload): string | false {
  const interval = durationOf(job.settings.get(INTERVAL));
  if (!interval) {
    return (
      isStateful(job) &&
      'the job takes no checkpoints: what it remembers is gone with its first failure'
    );
  }
  if (interval > MOST) {
    return `there is a checkpoint every ${inWords(
      interval,
    )}: after a failure the job works on as much again, and an exactly-once sink shows nothing sooner`;
  }
  return (
    interval < LEAST &&
    `there is a checkpoint every ${inWords(
      interval,
    )}: the job does little else, and fills its storage with small files`
  );
}
