import { inWords } from '../../kinds/flinkUnits';
import { sparkJobs, sparkValue } from '../../kinds/spark';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'spark-time-to-live',
  summary: 'A run without a schedule stays where it is when it has ended.',
  why: 'Argo CD, Flux and the next helm upgrade make again what is missing, and a run that is made again runs again: what it wrote is written twice.',
  check: pipeline =>
    sparkJobs(pipeline)
      .filter(({ schedule }) => !schedule)
      .flatMap(job =>
        job.timeToLive
          ? violation(job.timeToLive.object, {
              path: job.timeToLive.at,
              problem: `${job.name} is deleted ${inWords(
                job.timeToLive.seconds * 1000,
              )} after it has ended, and runs again as soon as somebody makes what is missing`,
              remedy: 'Remove timeToLiveSeconds, or give the job a schedule.',
              value: sparkValue(job, 'timeToLiveSeconds'),
            })
          : [],
      ),
};
