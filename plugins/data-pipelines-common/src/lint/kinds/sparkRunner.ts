import { RenderedPipeline } from '../RenderedPipeline';
import type { Blamed, SparkSchedule } from './spark';
import { RunnerScheduleSpec, RunnerSpec } from './sparkSpecs';

function isNamed(map: Blamed) {
  return ({ metadata }: Blamed) =>
    metadata.name === map.metadata.name &&
    metadata.namespace === map.metadata.namespace;
}

/** The CronJob that has a ConfigMap's name. */
export function scheduleFor(
  pipeline: RenderedPipeline,
  map: Blamed,
): SparkSchedule | undefined {
  const object = pipeline
    .all<RunnerScheduleSpec>('batch', 'CronJob')
    .find(isNamed(map));
  return (
    object && {
      object,
      cron: object.spec.schedule,
      timeZone: object.spec.timeZone,
      concurrency: object.spec.concurrencyPolicy,
      succeeded: object.spec.successfulJobsHistoryLimit,
      failed: object.spec.failedJobsHistoryLimit,
      suspended: object.spec.suspend === true,
      paths: {
        succeeded: 'spec.successfulJobsHistoryLimit',
        failed: 'spec.failedJobsHistoryLimit',
      },
    }
  );
}

/** The Job, of a CronJob or alone, that has a ConfigMap's name; with where its spec is. */
export function runnerFor(pipeline: RenderedPipeline, map: Blamed) {
  const job = pipeline.all<RunnerSpec>('batch', 'Job').find(isNamed(map));
  const cronJob = pipeline
    .all<RunnerScheduleSpec>('batch', 'CronJob')
    .find(isNamed(map));
  if (job) return { object: job, at: 'spec', spec: job.spec };
  return (
    cronJob && {
      object: cronJob,
      at: 'spec.jobTemplate.spec',
      spec: cronJob.spec.jobTemplate?.spec ?? {},
    }
  );
}
