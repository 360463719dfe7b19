import { mean, sampleStandardDeviation } from 'simple-statistics';

/** Uniform draws on [0, 1) by two numbers: what for and which. */
export type Draw = (use: number, n: number) => number;

/** Levels of the grid, at the middle of as many equal parts of [0, 1]; a step goes over half of them. */
const LEVELS = 4;
const STEP = 0.5;

/** A walk that changes one factor at a time: factors + 1 points, and which factor changed between them and in which direction. */
interface Trajectory {
  readonly points: readonly (readonly number[])[];
  readonly order: readonly number[];
  readonly direction: readonly (1 | -1)[];
}

/** Morris 1991, "Factorial sampling plans for preliminary computational experiments", on the middles of the grid's cells. */
export function morrisTrajectories(factors: number, trajectories: number, draw: Draw): Trajectory[] {
  return Array.from({ length: trajectories }, (_, t) => {
    const use = (n: number) => draw(t, n);
    const start = Array.from({ length: factors }, (_, i) => (Math.floor(LEVELS * use(i)) + 0.5) / LEVELS);
    const order = start
      .map((_, i) => ({ i, at: use(factors + i) }))
      .sort((a, b) => a.at - b.at || a.i - b.i)
      .map(({ i }) => i);
    const direction = start.map((level) => (level < STEP ? 1 : -1));
    const points = [start];
    for (const i of order) {
      const last = points.at(-1)!;
      points.push(last.with(i, last[i] + direction[i] * STEP));
    }
    return { points, order, direction };
  });
}

/** What Morris' screening says of a factor. */
export interface Screening {
  /** Mean elementary effect: change over the whole range of the factor's distribution. Its sign is the direction. */
  readonly mu: number;
  /** Mean of absolute effects (Campolongo, Cariboni & Saltelli 2007), and its standard error over trajectories. */
  readonly muStar: number;
  readonly muStarError: number;
  /** Standard deviation of the effects: how much they bend or depend on the other factors. */
  readonly sigma: number;
}

/** Screens every factor. @param outputs values at the points of each trajectory */
export function screen(trajectories: readonly Trajectory[], outputs: readonly (readonly number[])[]): Screening[] {
  return trajectories[0].direction.map((_, factor) => {
    const effects = trajectories.map(({ order, direction }, t) => {
      const at = order.indexOf(factor);
      return (direction[factor] * (outputs[t][at + 1] - outputs[t][at])) / STEP;
    });
    const sizes = effects.map(Math.abs);
    const several = effects.length > 1;
    return {
      mu: mean(effects),
      muStar: mean(sizes),
      muStarError: several ? sampleStandardDeviation(sizes) / Math.sqrt(sizes.length) : Number.NaN,
      sigma: several ? sampleStandardDeviation(effects) : Number.NaN,
    };
  });
}

/**
 * How far the choice of the largest factors can be trusted: of the squares of all effects, the share that the largest by one half of the
 * walks miss of the largest by the other half, there and in the mean of both ways.
 * @param count factors that are chosen
 * @param among numbers of the factors there is a choice of
 */
export function missedShare(
  trajectories: readonly Trajectory[],
  outputs: readonly (readonly number[])[],
  count: number,
  among: readonly number[],
): number {
  const halves = [0, 1].map((half) => {
    const isIn = (_: unknown, t: number): boolean => t % 2 === half;
    return screen(trajectories.filter(isIn), outputs.filter(isIn)).map(({ muStar }) => muStar ** 2);
  });
  const missed = halves.map((sizes, half) => {
    const chosenBy = (by: readonly number[]): number =>
      [...among]
        .sort((f, g) => by[g] - by[f] || f - g)
        .slice(0, count)
        .reduce((sum, f) => sum + sizes[f], 0);
    const all = sizes.reduce((sum, size) => sum + size, 0);
    return all === 0 ? 0 : (chosenBy(sizes) - chosenBy(halves[1 - half])) / all;
  });
  return mean(missed);
}
