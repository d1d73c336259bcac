import { PipelineAnswers } from '@headworks/backstage-plugin-data-pipelines-common';
import { JobContext } from './jobProblems';

/** What the rest of the form says that jobs must agree with. */
export function contextOf(
  form: PipelineAnswers,
  others: 'flinkJobs' | 'sparkJobs',
): JobContext {
  const names = (rows: Array<{ name?: string }> = []) =>
    rows.flatMap(({ name }) => name || []);
  return {
    pipeline: form.name,
    topics: names(form.topics),
    others: names(form[others]),
  };
}
