import { Problem } from '../model/spec';
import { PipelineForm } from './pipelineForm';

/**
 * What only the form knows: two rows with one name, which a map would hide.
 *
 * @public
 */
export function formProblems(form: PipelineForm): Problem[] {
  const topics = (form.topics ?? []).map(({ name }) => name);
  const jobs = [...(form.flinkJobs ?? []), ...(form.sparkJobs ?? [])].map(
    ({ name }) => name,
  );
  const wantsJob = !form.kafka.create && jobs.length === 0;
  return [
    ...(wantsJob
      ? [
          {
            path: 'Jobs',
            problem: 'there are none',
            remedy: 'add at least one job',
          },
        ]
      : []),
    ...twice(topics).map(name => ({
      path: `Topics › ${name}`,
      problem: 'stands there twice',
      remedy: 'remove or rename one of them',
    })),
    ...twice(jobs).map(name => ({
      path: `Jobs › ${name}`,
      problem: `two jobs have this name and would share the consumer group "${form.name}-${form.environment}-${name}"`,
      remedy: 'remove or rename one of them',
    })),
  ];
}

function twice(names: string[]): string[] {
  return [...new Set(names.filter((name, i) => names.indexOf(name) !== i))];
}
