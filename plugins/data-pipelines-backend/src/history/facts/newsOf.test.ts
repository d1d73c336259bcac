import { ObjectChange } from '../../collector/ObjectChange';
import { recordedChanges } from './__testUtils__/recordedChanges';
import { Fact } from './Fact';
import { factsOf, newsOf } from './factsOf';

const RECORDED = [
  'flinkdeployments.flink.apache.org',
  'flinkstatesnapshots.flink.apache.org',
  'sparkapplications.sparkoperator.k8s.io',
  'pods',
  'events',
] as const;

describe('newsOf', () => {
  const changes = RECORDED.flatMap(
    resource => recordedChanges(resource, '') as ObjectChange[],
  );

  it('is less than all that is told, and loses nothing of it', () => {
    const told = changes.flatMap(factsOf);
    const news = changes.flatMap(newsOf);
    expect(news.length).toBeLessThan(0.8 * told.length);
    expect(lastOfEach(news)).toEqual(lastOfEach(told));
  });

  it('is nothing where a job says again that it runs', () => {
    const running = changes.find(
      ({ resource, after }) =>
        resource === 'flinkdeployments.flink.apache.org' &&
        after?.status?.jobStatus?.state === 'RUNNING',
    )!;
    const again = { ...running, before: running.after } as ObjectChange;
    expect(factsOf(again).map(({ kind }) => kind)).toEqual(['run', 'start']);
    expect(newsOf(again)).toEqual([]);
  });
});

/** As the store keeps it: by key, the furthest, with what was known before. */
function lastOfEach(facts: readonly Fact[]) {
  const last = new Map<string, object>();
  for (const fact of facts) {
    const key = 'key' in fact ? fact.key : '';
    const more = 'source' in fact ? fact.source : '';
    last.set(
      `${fact.kind} ${key} ${more}`,
      'detail' in fact ? fact.detail : fact,
    );
  }
  return last;
}
