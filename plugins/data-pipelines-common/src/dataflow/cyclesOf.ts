import { FlowGraph } from './graph';

/**
 * The loops that data can take, each as the ids on a shortest way round, until
 * every node that is on one has been named. They are allowed, and worth seeing.
 *
 * @public
 */
export function cyclesOf(graph: FlowGraph): string[][] {
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
