import { propertyViolation, SparkRun, sparkRuns } from '../../kinds/spark';
import { LintRule } from '../../lintRule';

const MAGIC =
  /^spark\.hadoop\.fs\.s3a\.(bucket\.[^.]+\.)?committer\.magic\.enabled$/;
const NAME = /^spark\.hadoop\.fs\.s3a\.(bucket\.[^.]+\.)?committer\.name$/;
const S3 = /^spark\.hadoop\.fs\.s3a\./;

export const rule: LintRule = {
  id: 'spark-s3-committer',
  summary: 'Output goes to S3 through a committer that is made for it.',
  why: 'Committing by renaming copies every object on S3: it takes as long as the job, and a failure in between leaves half of the output.',
  check: pipeline =>
    sparkRuns(pipeline)
      .filter(run => usesS3(run) && !hasCommitter(run))
      .flatMap(run =>
        propertyViolation(run, {
          property: 'spark.hadoop.fs.s3a.committer.magic.enabled',
          problem: `${run.name} writes to S3 with the committer for file systems, which renames what it has written`,
          remedy:
            'Take committer settings out of sparkConf: the chart switches on the magic committer for global.storage.uri.',
          field: 'sparkConf',
        }),
      ),
};

function usesS3({ properties }: SparkRun): boolean {
  return [...properties].some(
    ([key, value]) => S3.test(key) || value.startsWith('s3a://'),
  );
}

function hasCommitter({ properties }: SparkRun): boolean {
  return [...properties].some(
    ([key, value]) =>
      (MAGIC.test(key) && value === 'true') ||
      (NAME.test(key) && value !== 'file'),
  );
}
