import { PlacedFact } from '../facts/Fact';
import { event, restart, run } from '../__testUtils__/facts';
import { FactBuffer } from './FactBuffer';

describe('FactBuffer', () => {
  let dropped: string[];
  const buffer = (most: number) =>
    new FactBuffer({ most, onDrop: kind => dropped.push(kind) });
  const kinds = (from: FactBuffer) =>
    from.first(1000).map(([, { kind }]) => kind);

  beforeEach(() => {
    dropped = [];
  });

  it('keeps the order, and what counts up only once', () => {
    const facts = buffer(10);
    for (const count of [1, 2, 5, 3]) {
      facts.add(event('e', count));
      facts.add(restart('r', count));
      facts.add(run(`run ${count}`));
    }
    expect(kinds(facts)).toEqual([
      'event',
      'restart',
      'run',
      'run',
      'run',
      'run',
    ]);
    const [[, first], [, second]] = facts.first(2);
    expect(first).toMatchObject({ count: 5 });
    expect(second).toMatchObject({ rank: 5 });
  });

  it('forgets what was written, but not what came meanwhile', () => {
    const facts = buffer(10);
    facts.add(run('a'));
    facts.add(event('e', 1));
    const batch = facts.first(2);
    facts.add(event('e', 2));
    facts.remove(batch);
    expect(facts.first(9).map(([, fact]) => fact)).toEqual([event('e', 2)]);
  });

  it('drops events first, then the oldest, and says so', () => {
    const facts = buffer(4);
    const add = (fact: PlacedFact) => facts.add(fact);
    ['a', 'b'].map(run).forEach(add);
    ['1', '2'].map(id => event(id, 1)).forEach(add);
    add(run('c'));
    expect(facts.size).toBeLessThanOrEqual(4);
    expect(dropped.slice(0, 2)).toEqual(['event', 'event']);
    expect(kinds(facts)).not.toContain('event');
  });
});
