import { flinkJobs, settingOf, settingViolation } from '../../kinds/flink';
import { BACKEND, INCREMENTAL, INTERVAL } from '../../kinds/flinkKeys';
import { durationOf, inWords } from '../../kinds/flinkUnits';
import { LintRule } from '../../lintRule';

export const rule: LintRule = {
  id: 'flink-incremental-checkpoints',
  summary: 'With RocksDB a checkpoint holds only what has changed.',
  why: 'Otherwise each checkpoint uploads the whole state: it takes longer and costs more with every day that the job runs.',
  check: pipeline =>
    flinkJobs(pipeline).flatMap(job => {
      const interval = durationOf(job.settings.get(INTERVAL));
      const { key, value } = settingOf(job, ...INCREMENTAL);
      if (!interval || settingOf(job, ...BACKEND).value !== 'rocksdb')
        return [];
      return value === 'true'
        ? []
        : settingViolation(job, {
            key,
            problem: `RocksDB uploads its whole state every ${inWords(
              interval,
            )}`,
            remedy: 'Set state.incremental to true.',
            field: 'state.incremental',
          });
    }),
};
