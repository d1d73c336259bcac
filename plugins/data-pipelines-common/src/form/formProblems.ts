import { Problem } from '../model/spec';
import { PipelineForm } from './pipelineForm';

const NO_JOBS: Problem = {
  path: 'Jobs',
  problem: 'there are none',
  remedy: 'add at least one job',
};

/**
 * What only the form knows: rows without a name, and two with one, which a map
 * would hide.
 *
 * @public
 */
export function formProblems(form: PipelineForm): Problem[] {
  const topics = namesOf(form.topics);
  const jobs = [...namesOf(form.flinkJobs), ...namesOf(form.sparkJobs)];
  return [
    ...(jobs.length === 0 && !form.kafka.create ? [NO_JOBS] : []),
    ...nameless('Topics', topics),
    ...nameless('Jobs', jobs),
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

/** What somebody typed; nothing where they typed none. */
function namesOf(rows: ReadonlyArray<{ name?: string }> = []): string[] {
  return rows.map(({ name }) => name ?? '');
}

function nameless(page: string, names: string[]): Problem[] {
  return names.flatMap((name, index) =>
    name === ''
      ? [
          {
            path: `${page} › row ${index + 1}`,
            problem: 'has no name',
            remedy: 'give it one, or remove the row',
          },
        ]
      : [],
  );
}

function twice(names: string[]): string[] {
  return [...new Set(names)].filter(
    name => name !== '' && names.indexOf(name) !== names.lastIndexOf(name),
  );
}
