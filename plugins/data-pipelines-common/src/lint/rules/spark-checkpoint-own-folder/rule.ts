import { isBelow } from '../../kinds/enginePod';
import { CHECKPOINT, propertyViolation, sparkJobs } from '../../kinds/spark';
import { LintRule } from '../../lintRule';

export const rule: LintRule = {
  id: 'spark-checkpoint-own-folder',
  summary: 'Each stream keeps its checkpoints in a folder that no other uses.',
  why: 'Two queries with one name in one folder take each other for themselves: each goes on from where the other was, and records are lost.',
  check: pipeline => {
    const streams = sparkJobs(pipeline).flatMap(job => {
      const location = job.properties.get(CHECKPOINT);
      return location ? [{ job, location }] : [];
    });
    return streams.flatMap(({ job, location }, index) => {
      const other = streams
        .slice(0, index)
        .find(
          before =>
            isBelow(location, before.location) ||
            isBelow(before.location, location),
        );
      return other
        ? propertyViolation(job, {
            property: CHECKPOINT,
            problem: `checkpoints go to ${location}, where ${other.job.name} keeps its own (${other.location})`,
            remedy: `Take ${CHECKPOINT} out of sparkConf: the chart gives each job a folder.`,
            field: 'sparkConf',
          })
        : [];
    });
  },
};
