import { DataflowGraph } from '@headworks/backstage-plugin-data-pipelines-common';
import { Cell, layersOf } from './layers';

const NODE = { width: 184, height: 48 };
const GAP = { x: 72, y: 20 };
/** Room for an edge that passes between nodes. */
const LANE = 12;
const MARGIN = 8;

export interface Point {
  x: number;
  y: number;
}

/** A node's place by its upper left corner. */
export interface PlacedNode extends Point {
  id: string;
}

/** An edge by the points that its curve goes through. */
export interface PlacedEdge {
  from: string;
  to: string;
  /** It closes a cycle: below everything, from right to left. */
  back: boolean;
  points: Point[];
}

/** A drawing, ready to be painted. */
export interface Layout {
  width: number;
  height: number;
  node: { width: number; height: number };
  nodes: PlacedNode[];
  edges: PlacedEdge[];
}

/** Draws from left to right; the same graph always gives the same drawing. */
export function layoutOf(graph: DataflowGraph): Layout {
  const { columns, chains, back } = layersOf(graph);
  const turn = back.length > 0 ? GAP.x / 2 : 0;
  const heights = columns.map(heightOf);
  const tallest = Math.max(0, ...heights);
  const places = new Map<string, Point>();
  columns.forEach((column, index) => {
    let y = MARGIN + (tallest - heights[index]) / 2;
    for (const cell of column) {
      places.set(cell.id, {
        x: MARGIN + turn + index * (NODE.width + GAP.x),
        y: y + cellHeight(cell) / 2,
      });
      y += cellHeight(cell) + GAP.y;
    }
  });
  const leftOf = (id: string) => places.get(id)!;
  const rightOf = (id: string) => {
    const { x, y } = places.get(id)!;
    return { x: x + NODE.width, y };
  };
  const below = MARGIN + tallest + GAP.y;
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
      columns.length * (NODE.width + GAP.x) -
      (columns.length > 0 ? GAP.x : 0),
    height: back.length > 0 ? below + back.length * LANE : tallest + 2 * MARGIN,
    node: NODE,
    nodes: graph.nodes.map(({ id }) => {
      const { x, y } = places.get(id)!;
      return { id, x, y: y - NODE.height / 2 };
    }),
    edges,
  };
}

function cellHeight({ lane }: Cell) {
  return lane ? LANE : NODE.height;
}

function heightOf(column: Cell[]) {
  return column.reduce((sum, cell) => sum + cellHeight(cell) + GAP.y, -GAP.y);
}
