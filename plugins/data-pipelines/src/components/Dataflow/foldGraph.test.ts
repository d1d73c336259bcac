import { flinkJob, manyParts, topic } from '../__testUtils__/views';
import { foldGraph, healthOf, MOST_NODES } from './foldGraph';
import { liveGraph } from './liveGraph';

const graphOf = (count: number, failing?: string) => {
  const { jobs, topics } = manyParts(count);
  return liveGraph({
    jobs: jobs.map(job =>
      job.name === failing ? flinkJob(job.name, ['x'], 'Degraded') : job,
    ),
    topics,
    kafka: [],
  });
};

describe('foldGraph', () => {
  it('folds nothing that is readable', () => {
    const graph = graphOf(MOST_NODES);
    expect(foldGraph(graph).nodes).toHaveLength(MOST_NODES);
    expect(foldGraph(graph).edges).toEqual(graph.edges);
  });

  it('folds sixty parts into a few, and loses none', () => {
    const graph = graphOf(60);
    const folded = foldGraph(graph);
    expect(folded.nodes.length).toBeLessThanOrEqual(MOST_NODES);
    expect(
      folded.nodes.flatMap(({ parts }) => parts.map(({ id }) => id)).sort(),
    ).toEqual(graph.nodes.map(({ id }) => id).sort());
    const known = new Set(folded.nodes.map(({ id }) => id));
    for (const { from, to } of folded.edges) {
      expect(known.has(from) && known.has(to)).toBe(true);
    }
  });

  it('leaves what fails among what works by itself', () => {
    const failing = 'enrich-7-of-customer-transactions';
    const folded = foldGraph(graphOf(60, failing));
    const alone = folded.nodes.filter(node => healthOf(node) === 'Degraded');
    expect(alone.map(({ parts }) => parts.map(({ name }) => name))).toEqual([
      [failing],
    ]);
  });

  it('folds topics that the same job writes before anything else', () => {
    const topics = Array.from({ length: 40 }, (_, index) =>
      topic(`out-${index}`, ['split']),
    );
    const folded = foldGraph(
      liveGraph({
        jobs: [flinkJob('split', ['in'])],
        topics: [topic('in'), ...topics],
        kafka: [],
      }),
    );
    expect(folded.nodes.map(({ parts }) => parts.length)).toEqual([1, 40, 1]);
    expect(folded.edges).toHaveLength(2);
  });

  it('is the same each time', () => {
    expect(foldGraph(graphOf(60))).toEqual(foldGraph(graphOf(60)));
  });
});
