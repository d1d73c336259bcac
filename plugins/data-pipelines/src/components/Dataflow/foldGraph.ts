import {
  FlowEdge,
  Health,
  layoutOf,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { FlowKind, FlowPart, LiveGraph } from './liveGraph';

/** So many nodes stay readable. */
export const MOST_NODES = 30;

/** A part, or several that are alike. */
export interface FlowNode {
  id: string;
  kind: FlowKind;
  /** One; or several of one kind and one health. */
  parts: FlowPart[];
}

/** What is drawn. */
export interface FoldedGraph {
  nodes: FlowNode[];
  edges: FlowEdge[];
}

/**
 * Folds parts of one kind and health until the drawing is readable: first those
 * with the same neighbours, then those of one column. What is not like the
 * others stays by itself, and so does what fails among what works.
 */
export function foldGraph(graph: LiveGraph, most = MOST_NODES): FoldedGraph {
  const whole: FoldedGraph = {
    nodes: graph.nodes.map(one => ({
      id: one.id,
      kind: one.kind,
      parts: [one],
    })),
    edges: graph.edges,
  };
  if (whole.nodes.length <= most) return whole;
  const siblings = merged(whole, bySameNeighbours(whole));
  if (siblings.nodes.length <= most) return siblings;
  return merged(siblings, byColumn(siblings));
}

/** The health of all parts of a node; none for what is outside. */
export function healthOf({ parts }: FlowNode): Health | undefined {
  return parts[0].view?.report.health;
}

type KeyOf = (node: FlowNode) => string;

function bySameNeighbours({ edges }: FoldedGraph): KeyOf {
  return node =>
    JSON.stringify([
      node.kind,
      healthOf(node),
      edges
        .filter(({ to }) => to === node.id)
        .map(({ from }) => from)
        .sort(),
      edges
        .filter(({ from }) => from === node.id)
        .map(({ to }) => to)
        .sort(),
    ]);
}

function byColumn(graph: FoldedGraph): KeyOf {
  const { nodes } = layoutOf(graph, { width: 1, height: 1 });
  const column = new Map(nodes.map(({ id, x }) => [id, x]));
  return node =>
    JSON.stringify([node.kind, healthOf(node), column.get(node.id)]);
}

function merged({ nodes, edges }: FoldedGraph, keyOf: KeyOf): FoldedGraph {
  const groups = new Map<string, FlowNode[]>();
  for (const node of nodes) {
    const key = keyOf(node);
    groups.set(key, [...(groups.get(key) ?? []), node]);
  }
  const target = new Map<string, string>();
  const folded = [...groups.values()].map(group => {
    const [first, ...others] = group;
    const id = others.length > 0 ? `${first.id} +${others.length}` : first.id;
    group.forEach(node => target.set(node.id, id));
    return { id, kind: first.kind, parts: group.flatMap(({ parts }) => parts) };
  });
  const known = new Map(
    edges.map(edge => {
      const from = target.get(edge.from) ?? edge.from;
      const to = target.get(edge.to) ?? edge.to;
      return [`${from} → ${to}`, { from, to }];
    }),
  );
  return { nodes: folded, edges: [...known.values()] };
}
