import { flinkJobs, valueOf } from '../../kinds/flink';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'flink-dropped-state',
  summary: 'A job does not start where it would drop state without a word.',
  why: 'With allowNonRestoredState a renamed step is enough: its state is left behind, and the job runs on with wrong figures.',
  check: pipeline =>
    flinkJobs(pipeline)
      .filter(({ job }) => job?.allowNonRestoredState === true)
      .flatMap(job =>
        violation(job.operated ? job.object : (job.jobManager ?? job).object, {
          path: job.operated
            ? 'spec.job.allowNonRestoredState'
            : 'spec.template.spec.containers.args',
          problem:
            'allowNonRestoredState is true: state that no step of the new jar claims is dropped without a word',
          remedy:
            'Set allowNonRestoredState to false once the job has started with it.',
          value: valueOf(job, 'allowNonRestoredState'),
        }),
      ),
};
