import { EnvironmentView } from '../../model/views';

/**
 * Which jobs write what each job reads, by their names: the edges of the
 * dataflow without the topics between.
 *
 * @public
 */
export function writersOf({
  jobs,
  topics,
}: Pick<EnvironmentView, 'jobs' | 'topics'>): Map<string, string[]> {
  const writers = new Map(
    topics.map(({ entityRef, upstream }) => [entityRef, upstream]),
  );
  const names = new Map(jobs.map(({ entityRef, name }) => [entityRef, name]));
  return new Map(
    jobs.map(({ name, upstream }) => {
      const found = upstream
        .flatMap(topic => writers.get(topic) ?? [])
        .flatMap(job => names.get(job) ?? []);
      return [name, [...new Set(found)].sort()];
    }),
  );
}
