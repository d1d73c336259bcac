import { sparkRuns, sparkValue } from '../../kinds/spark';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

const MOST = 20;

export const rule: LintRule = {
  id: 'spark-schedule-history',
  summary: 'Some runs that have ended are kept, and not every one.',
  why: 'Without a failed run nobody sees why it failed; with hundreds of them the namespace is full of pods that have ended.',
  check: pipeline =>
    sparkRuns(pipeline).flatMap(run => {
      const { schedule } = run;
      if (!schedule) return [];
      return (['succeeded', 'failed'] as const).flatMap(outcome => {
        const kept = schedule[outcome];
        const none = outcome === 'failed' && kept === 0;
        return none || (kept ?? 0) > MOST
          ? violation(schedule.object, {
              path: schedule.paths[outcome],
              problem: none
                ? 'no failed run is kept, and with it goes the reason'
                : `${kept} runs that ${outcome} are kept with their pods`,
              remedy: `Set history.${outcome} to a number from 1 to ${MOST}.`,
              value: sparkValue(run, `history.${outcome}`),
            })
          : [];
      });
    }),
};
