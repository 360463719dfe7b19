import { type Estimate, estimate } from '../paired/estimate.ts';
import { type Ratio, ratioOfMeans } from '../paired/ratio.ts';
import { type Dimension, LATER } from './household-types.ts';
import { type OutcomeName, outcomes, type PairedPeople, type Settlers } from './people.ts';

/** One line of settlers.csv: persons who settled in which of the two runs. */
export interface SettlerRow extends Estimate {
  readonly group: keyof Settlers;
}

/** One line of winners.csv. */
export interface WinnerRow {
  readonly outcome: OutcomeName;
  readonly dimension: string;
  readonly category: string;
  /** Persons of the category in the base year; NaN for those who were not there yet. */
  readonly persons: number;
  /** Persons who have the outcome at the end in the alternative only, and in the base run only. */
  readonly winners: Estimate;
  readonly losers: Estimate;
  readonly net: Estimate;
}

const settlerGroups = ['additional', 'anyway', 'lost', 'sooner', 'later', 'yearsGained'] as const;

export const settlerRows = (pairs: readonly PairedPeople[]): SettlerRow[] =>
  settlerGroups.map((group) => ({ group, ...estimate(pairs.map(({ settlers }) => settlers[group])) }));

/** Share of the settlers of the alternative who would have settled anyway. */
export const deadweight = (pairs: readonly PairedPeople[]): Ratio =>
  ratioOfMeans(
    pairs.map(({ settlers }) => settlers.anyway),
    pairs.map(({ settlers }) => settlers.anyway + settlers.additional),
  );

/** Winners and losers by household type; types in which nobody wins or loses in any replicate are told too. */
export function winnerRows(
  dimensions: readonly Dimension[],
  pairs: readonly PairedPeople[],
  weight: number,
): WinnerRow[] {
  return outcomes.flatMap((outcome, o) =>
    dimensions.flatMap(({ name, categories, of }, d) => {
      const counts = new Float64Array(categories.length);
      for (const category of of) counts[category] += weight;
      // of those who came or were born later only settling is followed
      return [...categories, ...(outcome === 'settled' ? LATER : [])].map((category, k): WinnerRow => {
        const at = (tables: readonly Float64Array[]): number => tables[d][k * outcomes.length + o];
        const won = pairs.map(({ winners }) => at(winners));
        const lost = pairs.map(({ losers }) => at(losers));
        return {
          outcome,
          dimension: name,
          category,
          persons: counts[k] ?? Number.NaN,
          winners: estimate(won),
          losers: estimate(lost),
          net: estimate(won.map((value, r) => value - lost[r])),
        };
      });
    }),
  );
}
