import { writersFirst } from './dataflowOrder';

const flow = (edges: Record<string, string[]>) =>
  Object.entries(edges).map(([name, after]) => ({ name, after }));

describe('writersFirst', () => {
  it.each<[string, Record<string, string[]>, string[][]]>([
    ['nothing', {}, []],
    [
      'a line, whatever the names',
      { a: ['b'], b: ['c'], c: [] },
      [['c'], ['b'], ['a']],
    ],
    [
      'a diamond',
      { z: [], left: ['z'], right: ['z'], end: ['left', 'right'] },
      [['z'], ['left'], ['right'], ['end']],
    ],
    ['what does not hang together, by name', { b: [], a: [] }, [['a'], ['b']]],
    ['one that reads what it writes', { a: ['a'] }, [['a']]],
    [
      'a circle between its writer and its reader',
      { a: ['y'], x: ['y', 'w'], y: ['x'], w: [] },
      [['w'], ['x', 'y'], ['a']],
    ],
    ['a writer of another pipeline', { a: ['elsewhere'] }, [['a']]],
  ])('orders %s', (_, edges, expected) => {
    const groups = writersFirst(flow(edges));
    expect(groups.map(group => group.map(({ name }) => name))).toEqual(
      expected,
    );
  });

  it('orders two hundred jobs in a line at once', () => {
    const jobs = Array.from({ length: 200 }, (_, i) => ({
      name: `j${String(i).padStart(3, '0')}`,
      after: i < 199 ? [`j${String(i + 1).padStart(3, '0')}`] : [],
    }));
    const before = process.cpuUsage();
    expect(
      writersFirst(jobs)
        .flat()
        .map(({ name }) => name),
    ).toEqual(jobs.map(({ name }) => name).reverse());
    // Of its own: a machine that does much else must not fail it.
    expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
  });
});
