import { LABEL_PIPELINE } from '../../annotations';
import { ObjectSource } from '../../objects/ObjectSource';
import { BatchJob, CronJob } from '../../resources/workloads';

/** The newest Job that a CronJob made: Kubernetes names them `<name>-<minutes since 1970>`. */
export function lastRunOf(
  { metadata }: CronJob,
  source: ObjectSource,
): BatchJob | undefined {
  const { namespace, name, labels } = metadata;
  const pipeline = labels[LABEL_PIPELINE];
  const jobs =
    pipeline === undefined
      ? source.inNamespace('jobs.batch', namespace)
      : source.labelled('jobs.batch', namespace, LABEL_PIPELINE, pipeline);
  const minutes = (job: BatchJob) =>
    Number(job.metadata.name.slice(name.length + 1));
  return jobs
    .filter(job => job.metadata.name.startsWith(`${name}-`))
    .filter(job => Number.isInteger(minutes(job)))
    .sort((a, b) => minutes(a) - minutes(b))
    .at(-1);
}
