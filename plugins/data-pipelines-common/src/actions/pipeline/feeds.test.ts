import { EnvironmentView, JobView, TopicView } from '../../model/views';
import { writersOf } from './feeds';

const job = (name: string, reads: string[]) =>
  ({ name, entityRef: `job:${name}`, upstream: reads } as JobView);
const topic = (entityRef: string, writers: string[]) =>
  ({
    entityRef,
    upstream: writers.map(name => `job:${name}`),
  } as TopicView);

it('finds who writes what a job reads, over the topics between', () => {
  const view: Pick<EnvironmentView, 'jobs' | 'topics'> = {
    jobs: [
      job('a', ['clicks']),
      job('b', ['sessions', 'orders', 'elsewhere']),
      job('c', ['sessions']),
    ],
    topics: [
      topic('clicks', []),
      topic('sessions', ['a']),
      topic('orders', ['c', 'a', 'of-another']),
    ],
  };
  expect(Object.fromEntries(writersOf(view))).toEqual({
    a: [],
    b: ['a', 'c'],
    c: ['a'],
  });
});
