import { PlacedEdge, Point } from './layout';

/** How far a cycle's edge swings out before it turns. */
const TURN = 28;

/**
 * The curve of an edge, as SVG has it.
 *
 * @public
 */
export function pathOf({ back, points }: PlacedEdge): string {
  const [start, ...rest] = points;
  const from = `M${at(start)}`;
  if (back) {
    const [down, up, end] = rest;
    return `${from} ${curve(
      { x: start.x + TURN, y: start.y },
      { x: down.x + TURN, y: down.y },
      down,
    )} L${at(up)} ${curve(
      { x: up.x - TURN, y: up.y },
      { x: end.x - TURN, y: end.y },
      end,
    )}`;
  }
  const curves = rest.map((point, index) => {
    const middle = (points[index].x + point.x) / 2;
    return curve(
      { x: middle, y: points[index].y },
      { x: middle, y: point.y },
      point,
    );
  });
  return [from, ...curves].join(' ');
}

function curve(a: Point, b: Point, end: Point) {
  return `C${at(a)} ${at(b)} ${at(end)}`;
}

function at({ x, y }: Point) {
  return `${x},${y}`;
}
