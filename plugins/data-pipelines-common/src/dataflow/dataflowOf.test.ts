import { cyclesOf } from './cyclesOf';
import { dataflowOf } from './dataflowOf';

const values = {
  kafka: {
    topics: {
      clicks: {},
      geo: { external: true },
      old: { enabled: false },
      sessions: {},
    },
  },
  flink: {
    jobs: {
      sessionize: { reads: ['clicks', 'geo', 'old'], writes: ['sessions'] },
      paused: { enabled: false, reads: ['clicks'] },
    },
  },
  spark: { jobs: { report: { reads: ['sessions'] } } },
};

describe('dataflowOf', () => {
  it('draws what is enabled, in the direction of the data', () => {
    expect(dataflowOf(values)).toEqual({
      nodes: [
        { id: 'topic/clicks', kind: 'topic', name: 'clicks' },
        { id: 'topic/geo', kind: 'topic', name: 'geo', external: true },
        { id: 'topic/sessions', kind: 'topic', name: 'sessions' },
        { id: 'flink/sessionize', kind: 'flink', name: 'sessionize' },
        { id: 'spark/report', kind: 'spark', name: 'report' },
      ],
      edges: [
        { from: 'topic/clicks', to: 'flink/sessionize' },
        { from: 'topic/geo', to: 'flink/sessionize' },
        { from: 'flink/sessionize', to: 'topic/sessions' },
        { from: 'topic/sessions', to: 'spark/report' },
      ],
    });
  });

  it('is empty where there is nothing', () => {
    expect(dataflowOf({})).toEqual({ nodes: [], edges: [] });
  });
});

describe('cyclesOf', () => {
  const graph = (...edges: string[]) => ({
    nodes: [...new Set(edges.flatMap(edge => edge.split('>')))].map(id => ({
      id,
      kind: 'topic' as const,
      name: id,
    })),
    edges: edges.map(edge => {
      const [from, to] = edge.split('>');
      return { from, to };
    }),
  });

  it('finds none in a pipeline that only goes forward', () => {
    expect(cyclesOf(dataflowOf(values))).toEqual([]);
    expect(cyclesOf(graph('a>b', 'a>c', 'b>d', 'c>d'))).toEqual([]);
  });

  it('finds a job that writes what it reads', () => {
    expect(cyclesOf(graph('t>j', 'j>t'))).toEqual([['t', 'j']]);
  });

  it('tells each loop once, and not the way into it', () => {
    expect(cyclesOf(graph('in>a', 'a>b', 'b>c', 'c>a', 'x>y', 'y>x'))).toEqual([
      ['a', 'b', 'c'],
      ['x', 'y'],
    ]);
  });

  it('takes the shortest way round, and names every node that is on a way', () => {
    expect(cyclesOf(graph('a>b', 'b>c', 'c>a', 'b>a'))).toEqual([
      ['a', 'b'],
      ['c', 'a', 'b'],
    ]);
  });
});
