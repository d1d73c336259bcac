import { propertyViolation, sparkJobs } from '../../kinds/spark';
import { LintRule } from '../../lintRule';

const MODE = 'spark.submit.deployMode';

export const rule: LintRule = {
  id: 'spark-deploy-mode',
  summary: 'The driver has a pod of its own.',
  why: "In client mode the driver runs inside the operator's or the submitter's pod: with its memory, its rights, and until that is restarted.",
  check: pipeline =>
    sparkJobs(pipeline)
      .filter(({ properties }) => properties.get(MODE) === 'client')
      .flatMap(job =>
        propertyViolation(job, {
          property: MODE,
          problem: `the driver of ${job.name} has no pod of its own: the deploy mode is client`,
          remedy:
            'Take it out of override and sparkConf: the mode is cluster then.',
          field: 'override',
        }),
      ),
};
