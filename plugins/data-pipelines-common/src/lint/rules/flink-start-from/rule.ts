import { flinkJobs, valueOf } from '../../kinds/flink';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'flink-start-from',
  summary: 'A savepoint to start from is named only while it is wanted.',
  why: 'The operator starts from it once, but who installs the pipeline anew, here or elsewhere, starts from that old state without knowing.',
  check: pipeline =>
    flinkJobs(pipeline)
      .filter(({ operated, job }) => operated && job?.initialSavepointPath)
      .flatMap(job =>
        violation(job.object, {
          path: 'spec.job.initialSavepointPath',
          problem: `a new install starts from ${
            job.job?.initialSavepointPath
          }; a job that runs has done so once, with nonce ${
            job.job?.savepointRedeployNonce ?? 'none'
          }`,
          remedy: 'Remove startFrom once the job has started from it.',
          value: valueOf(job, 'startFrom'),
        }),
      ),
};
