import { normalQuantile } from '../../math/normal-quantile.ts';
import { uniform } from '../../random/draw.ts';
import { replicateKey } from '../../random/key.ts';

/** Draws a slice holds where their number allows it: the replicates of an ordinary run. */
const SLICE = 20;

/** What a keyed number is for. */
const Use = { group: 0, slice: 1, place: 2 } as const;

/**
 * Independent standard normal draws, `count` rows of `size`, a function of the name alone.
 *
 * A sliced Latin hypercube (Qian 2012): every column has exactly one draw in each of `count` equally likely strata, and every
 * 20 rows in a row have one in each of 20, so that a run of 20 replicates already covers the distribution evenly.
 */
export function normalDraws(name: string, count: number, size: number): number[][] {
  const key = replicateKey(`calibration ${name}`, 0);
  const draw = (column: number, index: number, use: number) => uniform(key, index, column, 1990, use);
  const slice = count % SLICE === 0 ? SLICE : count;
  const slices = count / slice;
  const rows = Array.from({ length: count }, () => new Array<number>(size).fill(0));
  for (let column = 0; column < size; column++) {
    // the strata of each group go to the slices in random order, and the groups to the rows of a slice
    const sliceOf = Array.from({ length: slice }, (_, group) =>
      shuffled(slices, (n) => draw(column, group * slices + n, Use.group)),
    );
    for (let s = 0; s < slices; s++) {
      const groups = shuffled(slice, (n) => draw(column, s * slice + n, Use.slice));
      groups.forEach((group, place) => {
        const row = s * slice + place;
        const stratum = group * slices + sliceOf[group][s];
        rows[row][column] = normalQuantile((stratum + inside(draw(column, row, Use.place))) / count);
      });
    }
  }
  return rows;
}

/** Keeps a place off the very edge of its stratum, where a quantile may be infinite. */
const inside = (share: number): number => Math.max(share, 1e-9);

/** The numbers 0 to count - 1 in the order of their keyed draws. */
function shuffled(count: number, draw: (n: number) => number): number[] {
  const keyed = Array.from({ length: count }, (_, n) => ({ n, at: draw(n) }));
  return keyed.sort((a, b) => a.at - b.at || a.n - b.n).map(({ n }) => n);
}
