import { quantileSorted } from 'simple-statistics';

/** One dot of a pile: where it stands, and how high in it, from 1. */
interface Dot {
  readonly value: number;
  readonly level: number;
  /** Whether what it stands for reaches the target. */
  readonly reached: boolean;
}

/** How many dots stand for so many replicates: each by itself where there are few, else 20, and 50 from 50 replicates on. */
export const dotsFor = (replicates: number): number => (replicates < 20 ? replicates : replicates < 50 ? 20 : 50);

/**
 * Values as dots that can be counted: dot i of n stands for the quantile (i - 1/2) / n (Kay, Kola, Hullman & Munson 2016, "When (ish) is
 * my bus?"), values of type 7, piled where they would touch (Wilkinson 1999, "Dot plots"). A pile never reaches over the target: dots of
 * values that meet it stand on its far side.
 * @param width of a dot in the unit of the values
 * @param count dots; as many as there are values shows every value itself
 */
export function quantileDots(values: readonly number[], target: number, width: number, count: number): Dot[] {
  const sorted = [...values].sort((a, b) => a - b);
  const quantiles =
    count >= sorted.length
      ? sorted
      : Array.from({ length: count }, (_, i) => quantileSorted(sorted, (i + 0.5) / count));
  return [false, true].flatMap((reached) =>
    piles(
      quantiles.filter((value) => value >= target === reached),
      width,
    ).flatMap((pile) => {
      const middle = (pile[0] + pile.at(-1)!) / 2;
      return pile.map((_, n) => ({ value: middle, level: n + 1, reached }));
    }),
  );
}

/** Values in order, a new pile wherever one no longer touches the first of its pile. */
function piles(values: readonly number[], width: number): number[][] {
  const found: number[][] = [];
  for (const value of values) {
    const pile = found.at(-1);
    if (pile !== undefined && value - pile[0] < width) pile.push(value);
    else found.push([value]);
  }
  return found;
}

/**
 * Interval of a share of so many independent draws (Wilson 1927), from 0 to 1.
 * @param z quantile of the normal distribution at its upper end; of a 90 % interval unless said
 */
export function wilsonInterval(many: number, all: number, z = 1.6448536269514722): readonly [number, number] {
  const [p, z2] = [many / all, z * z];
  const middle = (p + z2 / (2 * all)) / (1 + z2 / all);
  const half = (z / (1 + z2 / all)) * Math.sqrt((p * (1 - p)) / all + z2 / (4 * all * all));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}
