import { sparkJobs, sparkValue } from '../../kinds/spark';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'spark-batch-offsets',
  summary: 'A batch job that reads topics says from where to where.',
  why: 'Unless its program names offsets or times, each run reads all that the topics still hold, and counts again what the runs before have counted.',
  check: pipeline => {
    const reads = new Map(
      pipeline.jobs
        .filter(({ engine }) => engine === 'spark')
        .map(({ name, values }) => [name, values.reads ?? []]),
    );
    return sparkJobs(pipeline)
      .filter(({ streaming }) => !streaming)
      .flatMap(job => {
        const topics = reads.get(job.name) ?? [];
        return topics.length > 0 && job.schedule
          ? violation(job.object, {
              path: '',
              problem: `each run of ${job.name} reads all that ${topics.join(
                ' and ',
              )} still ${
                topics.length > 1 ? 'hold' : 'holds'
              }, unless its program says from where to where`,
              remedy:
                'Set startingTimestamp and endingTimestamp, or offsets, in the program; or make it streaming with Trigger.AvailableNow.',
              value: sparkValue(job, 'reads'),
            })
          : [];
      });
  },
};
