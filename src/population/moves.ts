import { isInCity } from './codes.ts';

/**
 * Moves of residence of one year, from place to place: [from * places + to]. Each area of the city has two places, its
 * villages and its towns; everything outside the city is the last one.
 */
export interface Moves {
  readonly counts: Int32Array;
  readonly places: number;
}

export function createMoves(areas: number): Moves {
  const places = 2 * areas + 1;
  return { counts: new Int32Array(places * places), places };
}

/** Number of a place: `urban` 1 is the town side of the area. */
export const placeOf = ({ places }: Moves, area: number, urban: number): number =>
  isInCity(area) ? 2 * area + urban : places - 1;

/** Counts one person who moves from one place to another. */
export function countMove(moves: Moves, from: number, to: number): void {
  moves.counts[from * moves.places + to]++;
}
