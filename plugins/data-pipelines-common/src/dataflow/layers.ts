import { FlowEdge, FlowGraph } from './graph';

/** What stands in a column: a node, or the lane of an edge that passes by. */
export interface Cell {
  id: string;
  lane: boolean;
}

/** An edge to the right, with the lanes that it takes through the columns between. */
export interface Chain extends FlowEdge {
  lanes: Cell[];
}

/** A graph in columns, from left to right, each from top to bottom. */
export interface Layers {
  columns: Cell[][];
  chains: Chain[];
  /** Edges that close a cycle. */
  back: FlowEdge[];
}

const SWEEPS = 4;

/** Puts each node one column right of the last one that it follows. */
export function layersOf(graph: FlowGraph): Layers {
  const known = new Set(graph.nodes.map(({ id }) => id));
  const edges = graph.edges.filter(
    ({ from, to }) => known.has(from) && known.has(to),
  );
  const back = edgesBack([...known], edges);
  const forward = edges.filter(edge => !back.has(edge));
  const rank = longestPaths([...known], forward);
  const columns: Cell[][] = [];
  const put = (column: number, cell: Cell) => {
    (columns[column] ??= []).push(cell);
    return cell;
  };
  for (const id of known) put(rank.get(id)!, { id, lane: false });
  const chains = forward.map(edge => {
    const lanes: Cell[] = [];
    for (let at = rank.get(edge.from)! + 1; at < rank.get(edge.to)!; at++) {
      const id = `${edge.from} → ${edge.to} @ ${at}`;
      lanes.push(put(at, { id, lane: true }));
    }
    return { ...edge, lanes };
  });
  return { columns: untangled(columns, chains), chains, back: [...back] };
}

/** Without these the graph has no cycle. */
function edgesBack(ids: string[], edges: FlowEdge[]): Set<FlowEdge> {
  const back = new Set<FlowEdge>();
  const state = new Map<string, 'open' | 'done'>();
  const visit = (id: string) => {
    state.set(id, 'open');
    for (const edge of edges) {
      if (edge.from !== id) continue;
      if (state.get(edge.to) === 'open') back.add(edge);
      else if (!state.has(edge.to)) visit(edge.to);
    }
    state.set(id, 'done');
  };
  // What nothing flows into comes first, so that a cycle opens at its entry.
  const fed = new Set(edges.map(({ to }) => to));
  for (const id of [...ids].sort(
    (a, b) => Number(fed.has(a)) - Number(fed.has(b)),
  )) {
    if (!state.has(id)) visit(id);
  }
  return back;
}

function longestPaths(ids: string[], edges: FlowEdge[]): Map<string, number> {
  const rank = new Map<string, number>();
  const rankOf = (id: string): number => {
    const before = edges.filter(({ to }) => to === id);
    const found =
      rank.get(id) ??
      Math.max(0, ...before.map(({ from }) => rankOf(from) + 1));
    rank.set(id, found);
    return found;
  };
  ids.forEach(rankOf);
  return rank;
}

/** Each cell moves towards the middle of its neighbours, to and fro. */
function untangled(columns: Cell[][], chains: Chain[]): Cell[][] {
  const links = chains.flatMap(({ from, to, lanes }) => {
    const stops = [from, ...lanes.map(({ id }) => id), to];
    return stops.slice(1).map((stop, index) => [stops[index], stop] as const);
  });
  const sorted = (column: Cell[], next: Cell[], forth: boolean) => {
    const position = new Map(next.map(({ id }, index) => [id, index]));
    const weight = new Map(
      column.map(({ id }, index) => {
        const near = links
          .filter(link => link[forth ? 1 : 0] === id)
          .map(link => position.get(link[forth ? 0 : 1])!);
        const sum = near.reduce((total, at) => total + at, 0);
        return [id, near.length > 0 ? sum / near.length : index];
      }),
    );
    return [...column].sort((a, b) => weight.get(a.id)! - weight.get(b.id)!);
  };
  const result = [...columns];
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const forth = sweep % 2 === 0;
    for (let step = 1; step < result.length; step++) {
      const at = forth ? step : result.length - 1 - step;
      result[at] = sorted(result[at], result[forth ? at - 1 : at + 1], forth);
    }
  }
  return result;
}
