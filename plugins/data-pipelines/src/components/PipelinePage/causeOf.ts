import { PipelineView } from '@headworks/backstage-plugin-data-pipelines-common';

/** What the verdict blames, by its name. */
export function causeOf({ verdict, environments }: PipelineView) {
  if (!verdict.cause) return undefined;
  for (const { jobs, topics, kafka } of environments) {
    const job = jobs.find(({ entityRef }) => entityRef === verdict.cause);
    if (job) return { name: job.name, entityRef: verdict.cause, isJob: true };
    const other = [...topics, ...kafka].find(
      ({ entityRef }) => entityRef === verdict.cause,
    );
    if (other) {
      return { name: other.name, entityRef: verdict.cause, isJob: false };
    }
  }
  return undefined;
}
