import { assign } from './assign.ts';

/** An area by its code, with where it lies in degrees. */
export interface Located {
  readonly code: string;
  readonly longitude: number;
  readonly latitude: number;
}

/** The square of an area: columns from west, rows from north, both from 0. */
export interface Tile {
  readonly code: string;
  readonly column: number;
  readonly row: number;
}

interface Point {
  x: number;
  y: number;
}

/** Nearest areas that are held together. */
const NEIGHBOURS = 5;
/** Rounds for any number of areas, and one more for each: far ones take longer to draw together. */
const ROUNDS = 80;
/** Parts of what two areas overlap, and of what neighbours are too far apart, that one round makes good. */
const PUSH = 0.5;
const PULL = 0.2;
/** How far a square may lie from where some area came to rest, in squares. */
const REACH = 1.6;

/**
 * A square for each area, so that neighbours stay near and north stays up; the same for the same areas in whatever order.
 *
 *   1. areas lie on a plane, their usual distance from the next being one square
 *   2. those too near push each other apart, near neighbours too far apart draw together, by and by
 *   3. of all ways to give each a square of its own, the one with the least sum of squared distances is taken (Kuhn 1955)
 */
export function tileGrid(areas: readonly Located[]): Tile[] {
  const sorted = [...areas].sort((a, b) => (a.code < b.code ? -1 : 1));
  if (sorted.length === 0) return [];
  const points = relaxed(scaled(sorted));
  const cells = cellsNear(points);
  const found = assign(points.map(({ x, y }) => cells.map((cell) => (cell.x - x) ** 2 + (cell.y - y) ** 2)));
  const taken = found.map((cell) => cells[cell]);
  const [left, top] = [Math.min(...taken.map(({ x }) => x)), Math.min(...taken.map(({ y }) => y))];
  return sorted.map(({ code }, i) => ({ code, column: taken[i].x - left, row: taken[i].y - top }));
}

/** Areas on a plane with south down, the median distance to the nearest being one. */
function scaled(areas: readonly Located[]): Point[] {
  const mean = areas.reduce((sum, { latitude }) => sum + latitude, 0) / areas.length;
  const across = Math.cos((mean * Math.PI) / 180);
  const points = areas.map(({ longitude, latitude }) => ({ x: longitude * across, y: -latitude }));
  const nearest = points
    .map((point, i) => Math.min(...points.flatMap((other, j) => (i === j ? [] : [distance(point, other)]))))
    .sort((a, b) => a - b);
  const usual = nearest[nearest.length >> 1];
  const unit = Number.isFinite(usual) && usual > 0 ? usual : 1;
  return points.map(({ x, y }) => ({ x: x / unit, y: y / unit }));
}

const distance = (a: Point, b: Point): number => Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2);

/** Areas moved until those side by side are about one square apart. */
function relaxed(start: readonly Point[]): Point[] {
  const points = start.map((point) => ({ ...point }));
  const near = start.map((point, i) =>
    start
      .map((other, j) => ({ j, far: distance(point, other) }))
      .filter(({ j }) => j !== i)
      .sort((a, b) => a.far - b.far || a.j - b.j)
      .slice(0, NEIGHBOURS)
      .map(({ j }) => j),
  );
  const move = (i: number, j: number, part: number): void => {
    const far = distance(points[i], points[j]);
    // two in one place part along a line of their own
    const [x, y] =
      far > 0 ? [(points[j].x - points[i].x) / far, (points[j].y - points[i].y) / far] : [Math.cos(i), Math.sin(i)];
    const step = ((1 - far) * part) / 2;
    points[i].x -= x * step;
    points[i].y -= y * step;
    points[j].x += x * step;
    points[j].y += y * step;
  };
  for (let round = 0; round < ROUNDS + points.length; round++) {
    for (const [i, others] of near.entries())
      for (const j of others) if (distance(points[i], points[j]) > 1) move(i, j, PULL);
    for (let i = 0; i < points.length; i++)
      for (let j = i + 1; j < points.length; j++) if (distance(points[i], points[j]) < 1) move(i, j, PUSH);
  }
  return points;
}

/** Squares near some area, more of them where these are fewer than areas. */
function cellsNear(points: readonly Point[]): Point[] {
  for (let reach = REACH; ; reach += 1) {
    const cells = new Map<string, Point>();
    for (const { x, y } of points)
      for (let column = Math.ceil(x - reach); column <= x + reach; column++)
        for (let row = Math.ceil(y - reach); row <= y + reach; row++)
          if (distance({ x, y }, { x: column, y: row }) <= reach) cells.set(`${column} ${row}`, { x: column, y: row });
    if (cells.size >= points.length) return [...cells.values()].sort((a, b) => a.y - b.y || a.x - b.x);
  }
}
