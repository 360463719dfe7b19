import type { Scenario } from '../scenario/scenario.ts';
import { expectedPersons } from './expected-persons.ts';
import type { Inputs } from './load-inputs.ts';

/** Persons that the base populations of one run may hold together: 0.4 GB. */
export const HELD_PERSONS = 6e6;
/** Base populations of one run: with more, making them costs more than the luck of the sample that they take out. */
const MOST = 50;

/** What figures tell of base populations comes again every so many (Conditioning.ofBase). */
const CONDITIONED_PARTS = 10;

type Sampled = Pick<Inputs, 'city' | 'command'> & { readonly scenario?: Pick<Scenario, 'conditioning'> };

/**
 * Base populations the replicates of a run take in turn. A whole city has one. A sample has as many as were asked for, else as memory holds, at most 50: each is
 * another draw of the same share of every table of the city, so that the luck of one sample is not in all replicates, and averages out
 * with their number. Places that are joined to a province or the nation have one each: over many places their luck averages out.
 * A function of the city and the share alone, so that n replicates are the first n of any longer run.
 */
export function partsOf(inputs: Sampled): number {
  const parts = unconditionedParts(inputs);
  if (!inputs.scenario?.conditioning?.ofBase?.length) return parts;
  // a replicate's row and that of its base must agree
  return parts < CONDITIONED_PARTS ? 1 : parts - (parts % CONDITIONED_PARTS);
}

function unconditionedParts({ city, command: { sample, wholeOnly, bases } }: Sampled): number {
  if (sample === 1 || wholeOnly) return 1;
  if (bases !== undefined) return bases;
  return Math.min(MOST, Math.max(1, Math.floor(HELD_PERSONS / (sample * expectedPersons(city)))));
}

/** Number of the base population a replicate starts from. */
export const partOf = (inputs: Sampled, replicate: number): number => replicate % partsOf(inputs);
