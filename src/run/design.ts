import { type Inputs, withDesign } from './load-inputs.ts';
import { expectedPersons } from './memory.ts';

/** How much is simulated where nobody says it. */
interface Means {
  /** Persons of a sample, at most. */
  readonly sample: number;
  /** Persons of all replicates together. */
  readonly all: number;
  /** Replicates at least and at most: fewer say little of the ends of an interval, more are worth their time to nobody who did not ask. */
  readonly replicates: readonly [least: number, most: number];
}

/**
 * Of a run: a sample small enough for ten replicates in a few seconds, large enough that its luck is little beside what parameters do; two
 * hundred of them, about a minute and a half of processor.
 */
const ofRun: Means = { sample: 150_000, all: 30e6, replicates: [20, 200] };
/** Of scenarios that are compared pair by pair, where luck cancels and parameters are all that is left. */
export const ofPairs: Means = { sample: 50_000, all: 5e6, replicates: [20, 100] };

/** Shares somebody would choose. */
const SHARES = [
  1, 0.5, 0.4, 0.3, 0.2, 0.15, 0.1, 0.08, 0.06, 0.05, 0.04, 0.03, 0.02, 0.015, 0.01, 0.008, 0.006, 0.005, 0.004,
];

/**
 * How a run spends its time where nobody says it: what differs between replicates is nearly all parameters, which a sample shows as well
 * as the whole city, so a sample and many replicates leave the least error for the time (README.md, "What a run is made of").
 * @param persons of the whole city
 * @param stated share of the households and number of replicates, as far as they are said
 */
export function designOf(
  persons: number,
  stated: { readonly sample?: number | undefined; readonly replicates?: number | undefined },
  means = ofRun,
): { readonly sample: number; readonly replicates: number } {
  const fitting = SHARES.find((share) => share * persons <= means.sample) ?? SHARES.at(-1)!;
  const { sample = fitting } = stated;
  const [least, most] = means.replicates;
  const affordable = 10 * Math.floor(means.all / (sample * persons) / 10);
  return { sample, replicates: stated.replicates ?? Math.min(most, Math.max(least, affordable)) };
}

/** The inputs of a run with what its design leaves open. @param sample share of the households, where it is said */
export function designed(inputs: Inputs, sample: number | undefined, means = ofRun): Inputs {
  const replicates = inputs.origins.replicates === undefined ? undefined : inputs.scenario.replicates;
  return withDesign(inputs, designOf(expectedPersons(inputs.city), { sample, replicates }, means));
}
