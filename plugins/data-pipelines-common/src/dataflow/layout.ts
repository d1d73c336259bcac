import { FlowGraph } from './graph';
import { Cell, layersOf } from './layers';

const GAP = { x: 72, y: 20 };
/** Room for an edge that passes between nodes. */
const LANE = 12;
const MARGIN = 8;

/**
 * In pixels, from the upper left corner.
 *
 * @public
 */
export interface Point {
  x: number;
  y: number;
}

/**
 * A node's place by its upper left corner.
 *
 * @public
 */
export interface PlacedNode extends Point {
  id: string;
}

/**
 * An edge by the points that its curve goes through.
 *
 * @public
 */
export interface PlacedEdge {
  from: string;
  to: string;
  /** It closes a cycle: below everything, from right to left. */
  back: boolean;
  points: Point[];
}

/**
 * A drawing, ready to be painted.
 *
 * @public
 */
export interface Layout {
  width: number;
  height: number;
  node: { width: number; height: number };
  nodes: PlacedNode[];
  edges: PlacedEdge[];
}

/**
 * Draws from left to right; the same graph always gives the same drawing. No
 * edge crosses a node.
 *
 * @param node - the size of every node, in pixels
 * @param gap - between columns and between rows; 48 at least and 16 at least
 * @public
 */
export function layoutOf(
  graph: FlowGraph,
  node: { width: number; height: number },
  gap: Point = GAP,
): Layout {
  const { columns, chains, back } = layersOf(graph);
  const turn = back.length > 0 ? gap.x / 2 : 0;
  const heights = columns.map(column => heightOf(column, node.height, gap.y));
  const tallest = Math.max(0, ...heights);
  const places = new Map<string, Point>();
  columns.forEach((column, index) => {
    let y = MARGIN + (tallest - heights[index]) / 2;
    for (const cell of column) {
      places.set(cell.id, {
        x: MARGIN + turn + index * (node.width + gap.x),
        y: y + cellHeight(cell, node.height) / 2,
      });
      y += cellHeight(cell, node.height) + gap.y;
    }
  });
  const leftOf = (id: string) => places.get(id)!;
  const rightOf = (id: string) => {
    const { x, y } = places.get(id)!;
    return { x: x + node.width, y };
  };
  const below = MARGIN + tallest + gap.y;
  const edges = [
    ...chains.map(({ from, to, lanes }) => ({
      from,
      to,
      back: false,
      points: [
        rightOf(from),
        ...lanes.flatMap(({ id }) => [leftOf(id), rightOf(id)]),
        leftOf(to),
      ],
    })),
    ...back.map(({ from, to }, index) => {
      const y = below + index * LANE;
      const [start, end] = [rightOf(from), leftOf(to)];
      return {
        from,
        to,
        back: true,
        points: [start, { x: start.x, y }, { x: end.x, y }, end],
      };
    }),
  ];
  return {
    width:
      2 * (MARGIN + turn) +
      columns.length * (node.width + gap.x) -
      (columns.length > 0 ? gap.x : 0),
    height: back.length > 0 ? below + back.length * LANE : tallest + 2 * MARGIN,
    node,
    nodes: graph.nodes.map(({ id }) => {
      const { x, y } = places.get(id)!;
      return { id, x, y: y - node.height / 2 };
    }),
    edges,
  };
}

function cellHeight({ lane }: Cell, height: number) {
  return lane ? LANE : height;
}

function heightOf(column: Cell[], height: number, between: number) {
  return column.reduce(
    (sum, cell) => sum + cellHeight(cell, height) + between,
    -between,
  );
}
