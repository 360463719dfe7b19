import type { ReplicateResult } from '../indicator/result.ts';
import type { EndedBy, Goal } from '../run/goal.ts';
import type { Definition } from '../scenario/scenario.ts';
import { headlines } from './headline.ts';
import { BLOCK, FEWEST_BLOCKS } from './summary.ts';

/** Replicates a result is made of at least when a run ends early: one block of the design of the draws. */
export const FEWEST = BLOCK;

const rates: readonly string[] = ['resident_urbanization_rate', 'registered_urbanization_rate'];

/** Standard error of the two urbanization rates, the largest of the years of the headline table; percentage points, NaN where none is known. */
export function errorOfRates(results: readonly ReplicateResult[], definition: Definition): number {
  const errors = headlines(results, definition)
    .filter(({ indicator }) => rates.includes(indicator))
    .flatMap(({ byYear }) => byYear.map(({ summary }) => summary.mcse));
  const known = errors.filter((error) => !Number.isNaN(error));
  return known.length === 0 ? Number.NaN : Math.max(...known);
}

/** Watches a run for the end it was given. */
interface Ending {
  /** Whether the first replicates are enough; once true, always true. */
  readonly enough: (first: readonly ReplicateResult[]) => boolean;
  /** What ended the run, and with how many replicates; null while nothing has. */
  readonly found: () => { readonly by: EndedBy; readonly replicates: number } | null;
}

/**
 * An end by precision falls on the first ten, twenty, .. replicates that reach it, so that it does not depend on how fast or in which
 * order they came; an end by the clock on those that are finished.
 * @param now seconds from the beginning of the command
 */
export function endingOf({ precision, seconds }: Goal, definition: Definition, now: () => number): Ending {
  let found: ReturnType<Ending['found']> = null;
  let tried = (FEWEST_BLOCKS - 1) * BLOCK;
  return {
    enough(first) {
      while (precision !== undefined && found === null && tried + BLOCK <= first.length) {
        tried += BLOCK;
        if (errorOfRates(first.slice(0, tried), definition) <= precision)
          found = { by: 'precision', replicates: tried };
      }
      if (seconds !== undefined && found === null && first.length >= FEWEST && now() >= seconds) {
        found = { by: 'seconds', replicates: first.length };
      }
      return found !== null;
    },
    found: () => found,
  };
}
