import { DataflowGraph, DataflowNode } from './preview';
import { JobValues, PipelineValues } from './spec';

/**
 * Topics and jobs of valid values, in the direction of the data. What is
 * disabled is not there, nor an edge to it.
 *
 * @public
 */
export function dataflowOf(values: PipelineValues): DataflowGraph {
  const topics = enabled(values.kafka?.topics).map(
    ([name, { external }]): DataflowNode => ({
      id: `topic/${name}`,
      kind: 'topic',
      name,
      ...(external && { external }),
    }),
  );
  const jobs = (['flink', 'spark'] as const).flatMap(kind =>
    enabled(values[kind]?.jobs).map(([name, job]) => ({
      node: { id: `${kind}/${name}`, kind, name },
      job,
    })),
  );
  const known = new Set(topics.map(({ name }) => name));
  return {
    nodes: [...topics, ...jobs.map(({ node }) => node)],
    edges: jobs.flatMap(({ node, job }) => edgesOf(node, job, known)),
  };
}

/**
 * The loops that data can take, each as the ids on a shortest way round, until
 * every node that is on one has been named. They are allowed, and worth seeing.
 *
 * @public
 */
export function cyclesOf(graph: DataflowGraph): string[][] {
  const next = new Map<string, string[]>();
  for (const { from, to } of graph.edges) {
    next.set(from, [...(next.get(from) ?? []), to]);
  }
  const told = new Set<string>();
  return graph.nodes.flatMap(({ id }) => {
    const way = told.has(id) ? undefined : wayRound(id, next);
    if (!way) return [];
    way.forEach(node => told.add(node));
    return [way];
  });
}

function enabled<T extends { enabled?: boolean }>(
  named: Record<string, T> | undefined,
): Array<[string, T]> {
  return Object.entries(named ?? {}).filter(
    ([, value]) => value.enabled !== false,
  );
}

function edgesOf(
  { id }: DataflowNode,
  { reads = [], writes = [] }: JobValues,
  topics: ReadonlySet<string>,
) {
  const known = (names: string[]) =>
    [...new Set(names)].filter(name => topics.has(name));
  return [
    ...known(reads).map(topic => ({ from: `topic/${topic}`, to: id })),
    ...known(writes).map(topic => ({ from: id, to: `topic/${topic}` })),
  ];
}

/** A shortest way from a node back to it, breadth first. */
function wayRound(start: string, next: ReadonlyMap<string, string[]>) {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const node of queue) {
    for (const other of next.get(node) ?? []) {
      if (other === start) return wayTo(node, cameFrom);
      if (cameFrom.has(other)) continue;
      cameFrom.set(other, node);
      queue.push(other);
    }
  }
  return undefined;
}

function wayTo(end: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const way = [end];
  for (
    let before = cameFrom.get(end);
    before !== undefined;
    before = cameFrom.get(before)
  ) {
    way.unshift(before);
  }
  return way;
}
