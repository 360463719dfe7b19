import { type Inputs, withDesign } from './load-inputs.ts';
import { expectedPersons } from './memory.ts';

/** Persons of a sample: small enough for ten replicates in a few seconds, large enough that their luck is little beside what parameters do. */
const SAMPLE_PERSONS = 150_000;
/** Persons of all replicates together: two hundred of such samples, about a minute and a half of processor. */
const RUN_PERSONS = 30e6;
/** Fewer say little of the ends of an interval, more are worth their time to nobody who did not ask. */
const REPLICATES = [20, 200] as const;
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
): { readonly sample: number; readonly replicates: number } {
  const fitting = SHARES.find((share) => share * persons <= SAMPLE_PERSONS) ?? SHARES.at(-1)!;
  const { sample = fitting } = stated;
  const [least, most] = REPLICATES;
  const affordable = 10 * Math.floor(RUN_PERSONS / (sample * persons) / 10);
  return { sample, replicates: stated.replicates ?? Math.min(most, Math.max(least, affordable)) };
}

/** The inputs of a run with what its design leaves open. @param sample share of the households, where it is said */
export function designed(inputs: Inputs, sample: number | undefined): Inputs {
  const replicates = inputs.origins.replicates === undefined ? undefined : inputs.scenario.replicates;
  return withDesign(inputs, designOf(expectedPersons(inputs.city), { sample, replicates }));
}
