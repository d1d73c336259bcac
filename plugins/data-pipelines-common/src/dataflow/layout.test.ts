import fc from 'fast-check';
import { FlowGraph } from './graph';
import { Layout, layoutOf as layout_, Point } from './layout';
import { pathOf } from './path';

const SIZE = { width: 184, height: 48 };
const layoutOf = (graph: FlowGraph, gap?: Point) => layout_(graph, SIZE, gap);

/** `a b` is an edge from a to b; every name is a node. */
function graphOf(...edges: string[]) {
  const pairs = edges.map(edge => edge.split(' '));
  const names = [...new Set(pairs.flat())];
  return {
    nodes: names.map(id => ({ id })),
    edges: pairs.map(([from, to]) => ({ from, to })),
  };
}

const columnOf = (layout: Layout, id: string) => {
  const left = [...new Set(layout.nodes.map(({ x }) => x))].sort(
    (a, b) => a - b,
  );
  return left.indexOf(layout.nodes.find(node => node.id === id)!.x);
};

const inside = (layout: Layout, { x, y }: Point) =>
  layout.nodes.some(
    node =>
      x > node.x &&
      x < node.x + layout.node.width &&
      y > node.y &&
      y < node.y + layout.node.height,
  );

/** Points along a path of M, L and C, as a browser would draw it. */
function pointsOn(path: string): Point[] {
  const points: Point[] = [];
  let at: Point = { x: 0, y: 0 };
  for (const [, command, numbers] of path.matchAll(/([MLC])([^MLC]+)/g)) {
    const n = numbers.trim().split(/[ ,]/).map(Number);
    const end = { x: n[n.length - 2], y: n[n.length - 1] };
    for (let step = 1; step < 16; step++) {
      const t = step / 16;
      const u = 1 - t;
      if (command === 'C') {
        const along = (a: number, b: number, c: number, d: number) =>
          u ** 3 * a + 3 * u * u * t * b + 3 * u * t * t * c + t ** 3 * d;
        points.push({
          x: along(at.x, n[0], n[2], end.x),
          y: along(at.y, n[1], n[3], end.y),
        });
      } else if (command === 'L') {
        points.push({ x: u * at.x + t * end.x, y: u * at.y + t * end.y });
      }
    }
    at = end;
  }
  return points;
}

describe('layoutOf', () => {
  it('puts each step one column further to the right', () => {
    const layout = layoutOf(
      graphOf('clicks sessionize', 'sessionize sessions'),
    );
    expect(
      ['clicks', 'sessionize', 'sessions'].map(id => columnOf(layout, id)),
    ).toEqual([0, 1, 2]);
  });

  it('puts a node behind the last one that it follows', () => {
    const layout = layoutOf(graphOf('a b', 'b c', 'a c'));
    expect(columnOf(layout, 'c')).toBe(2);
  });

  it('leads an edge that passes a column between its nodes', () => {
    const layout = layoutOf(graphOf('a b', 'b c', 'a c'));
    const long = layout.edges.find(({ from, to }) => from + to === 'ac')!;
    expect(long.points).toHaveLength(4);
    const [, start, end] = long.points;
    const middle = { x: (start.x + end.x) / 2, y: start.y };
    expect(inside(layout, middle)).toBe(false);
  });

  it('draws the edge that closes a cycle back below everything', () => {
    const layout = layoutOf(graphOf('in a', 'a b', 'b c', 'c a'));
    const back = layout.edges.filter(edge => edge.back);
    expect(back).toMatchObject([{ from: 'c', to: 'a' }]);
    const bottom = Math.max(
      ...layout.nodes.map(({ y }) => y + layout.node.height),
    );
    expect(back[0].points[1].y).toBeGreaterThan(bottom);
    expect(back[0].points[1].y).toBeLessThan(layout.height);
  });

  it('draws a job that reads what it writes', () => {
    const layout = layoutOf(graphOf('a a'));
    expect(layout.edges).toMatchObject([{ back: true }]);
  });

  it('uncrosses two parallel lines', () => {
    const layout = layoutOf(graphOf('a x', 'b y', 'x p', 'y q', 'b q'));
    const y = (id: string) => layout.nodes.find(node => node.id === id)!.y;
    expect(Math.sign(y('x') - y('y'))).toBe(Math.sign(y('a') - y('b')));
    expect(Math.sign(y('p') - y('q'))).toBe(Math.sign(y('x') - y('y')));
  });

  it('ignores an edge to what is not there', () => {
    const graph = graphOf('a b');
    graph.edges.push({ from: 'a', to: 'nowhere' });
    expect(layoutOf(graph).edges).toHaveLength(1);
  });

  it('draws nothing of nothing', () => {
    expect(layoutOf({ nodes: [], edges: [] })).toMatchObject({
      nodes: [],
      edges: [],
    });
  });

  it('leads no edge of any graph through a node', () => {
    const name = fc.integer({ min: 0, max: 19 }).map(String);
    const edges = fc.array(fc.tuple(name, name), { maxLength: 40 });
    fc.assert(
      fc.property(edges, pairs => {
        const layout = layoutOf(graphOf(...pairs.map(pair => pair.join(' '))), {
          x: 48,
          y: 16,
        });
        for (const edge of layout.edges) {
          for (const point of pointsOn(pathOf(edge))) {
            expect(inside(layout, point)).toBe(false);
          }
        }
      }),
      { seed: 7, numRuns: 40 },
    );
  });

  it('keeps every node of any graph in the picture and off the others', () => {
    const name = fc.integer({ min: 0, max: 29 }).map(String);
    const edges = fc.array(fc.tuple(name, name), { maxLength: 60 });
    fc.assert(
      fc.property(edges, pairs => {
        const layout = layoutOf(graphOf(...pairs.map(pair => pair.join(' '))));
        const { width, height, node, nodes } = layout;
        for (const { x, y } of nodes) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(x + node.width).toBeLessThanOrEqual(width);
          expect(y + node.height).toBeLessThanOrEqual(height);
        }
        for (const [index, a] of nodes.entries()) {
          for (const b of nodes.slice(index + 1)) {
            const apart =
              Math.abs(a.x - b.x) >= node.width ||
              Math.abs(a.y - b.y) >= node.height;
            expect(apart).toBe(true);
          }
        }
        expect(layoutOf(graphOf(...pairs.map(pair => pair.join(' '))))).toEqual(
          layout,
        );
      }),
      { seed: 5, numRuns: 60 },
    );
  });
});
