import { flinkJobs, settingViolation } from '../../kinds/flink';
import { durationOf, inWords } from '../../kinds/flinkUnits';
import { LintRule } from '../../lintRule';

const EVERY = 'kubernetes.operator.periodic.savepoint.interval';
const DISPOSE = 'kubernetes.operator.savepoint.dispose-on-delete';

export const rule: LintRule = {
  id: 'flink-savepoint-retention',
  summary: 'Somebody deletes the savepoints that are taken by the clock.',
  why: 'The operator forgets old ones but leaves their data: the bucket grows by the whole state each time.',
  check: pipeline =>
    flinkJobs(pipeline).flatMap(job => {
      const every = durationOf(job.settings.get(EVERY));
      if (!every || job.settings.get(DISPOSE) === 'true') return [];
      return settingViolation(job, {
        key: EVERY,
        problem: `a savepoint is taken every ${inWords(
          every,
        )}, and the data of none is deleted`,
        remedy: `Set ${DISPOSE} to true in flinkConfiguration, or accept it where a rule of the bucket expires them.`,
        field: 'checkpoints.savepointEvery',
      });
    }),
};
