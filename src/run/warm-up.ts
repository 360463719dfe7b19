import { runReplicate } from '../kernel/run-replicate.ts';
import type { ReplicateInput } from '../kernel/types.ts';
import type { Population } from '../population/population.ts';
import { subpopulation } from './subpopulation.ts';

/** Base populations from this size on are worth a warm-up: a replicate of a smaller one hardly lasts longer. */
const WORTH_IT = 500_000;
/** Persons of the miniature, taken in stretches of rows from all over the base population. */
const MINIATURE = 6_000;
const STRETCH = 60;
const REPLICATES = 30;
const YEARS = 5;

/**
 * Runs a few replicates of a miniature in the tables of this thread before the first one of a large population.
 *
 * V8 compiles a loop that it finds running for long on the spot and for any columns, and goes on using that code; a function that is
 * called often it compiles with the columns it is bound to (population/bound.ts). In a miniature everything is called often and
 * nothing lasts: what is compiled there serves the large population, from the first replicate on (measured in src/kernel/README.md).
 * A replicate begins by overwriting the tables: nothing else is left of it.
 * @param goOn asked after each year; the warm-up throws `Cancelled` when it answers false
 * @param worthIt persons of a base population from which on it runs at all
 * @returns whether it ran
 */
export function warmUp(
  input: Omit<ReplicateInput, 'replicate' | 'strict'>,
  goOn: () => boolean,
  worthIt = WORTH_IT,
): boolean {
  const { base, scenario } = input;
  if (base.persons.rows < Math.max(worthIt, MINIATURE)) return false;
  const small = {
    ...input,
    base: miniature(base),
    scenario: { ...scenario, endYear: Math.min(scenario.endYear, scenario.baseYear + YEARS) },
    strict: false,
    onYear: goOn,
  };
  for (let replicate = 1; replicate <= REPLICATES; replicate++) runReplicate({ ...small, replicate });
  return true;
}

/** Stretches of rows evenly spaced over the persons of a population. */
function miniature(population: Population): Population {
  const { rows } = population.persons;
  const distance = (rows * STRETCH) / MINIATURE; // from the beginning of one stretch to that of the next
  const kept = new Uint8Array(rows);
  for (let begin = 0; begin + STRETCH <= rows; begin += distance)
    kept.fill(1, Math.floor(begin), Math.floor(begin) + STRETCH);
  return subpopulation(population, kept);
}
