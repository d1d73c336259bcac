import { isBelow, ofAnyEnvironment } from '../../kinds/folders';
import { CHECKPOINT, propertyViolation, sparkJobs } from '../../kinds/spark';
import { LintRule } from '../../lintRule';

export const rule: LintRule = {
  id: 'spark-checkpoint-own-folder',
  summary:
    'Each stream keeps its checkpoints in a folder that no other stream and no other environment uses.',
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
      const whose = other
        ? `where ${other.job.name} keeps its own (${other.location})`
        : ofAnyEnvironment(pipeline, location);
      return whose
        ? propertyViolation(job, {
            property: CHECKPOINT,
            problem: `checkpoints go to ${location}, ${whose}`,
            remedy: `Take ${CHECKPOINT} out of sparkConf: the chart gives each job a folder.`,
            field: 'sparkConf',
          })
        : [];
    });
  },
};
