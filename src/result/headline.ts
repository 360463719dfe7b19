import type { ReplicateResult } from '../indicator/result.ts';
import type { Definition } from '../scenario/scenario.ts';
import { inReplicateOrder } from './merge.ts';
import { type Summary, summarize } from './summary.ts';

/** The indicators a run ends by showing, and whether they are added up from the base year on. */
const headlineIndicators = [
  { indicator: 'resident_urbanization_rate', cumulative: false },
  { indicator: 'registered_urbanization_rate', cumulative: false },
  { indicator: 'rate_gap', cumulative: false },
  { indicator: 'resident_population', cumulative: false },
  { indicator: 'registered_population', cumulative: false },
  { indicator: 'settled_persons', cumulative: true },
  { indicator: 'permit_holders', cumulative: false },
] as const;

/** The same rate under each definition, shown when a run chooses one of them. */
const byDefinition = ['by_place', 'by_kind', 'by_district'].map((definition) => ({
  indicator: `registered_urbanization_rate.${definition}`,
  cumulative: false,
}));

export interface Headline {
  readonly indicator: string;
  /** Added up over the years so far, replicate by replicate. */
  readonly cumulative: boolean;
  readonly byYear: readonly { readonly year: number; readonly summary: Summary }[];
}

/** Headline indicators of the whole city in the base year, half way and at the end; all definitions when one is chosen. */
export function headlines(results: readonly ReplicateResult[], definition: Definition): Headline[] {
  const ordered = inReplicateOrder(results);
  const { years, indicators } = ordered[0];
  const shown = [...new Set([0, Math.floor((years.length - 1) / 2), years.length - 1])];
  return [...headlineIndicators, ...(definition === 'law' ? [] : byDefinition)]
    .filter(({ indicator }) => indicators.includes(indicator))
    .map(({ indicator, cumulative }) => ({
      indicator,
      cumulative,
      byYear: shown.map((y) => ({
        year: years[y],
        summary: summarize(ordered.map((result) => cityValue(result, indicator, cumulative ? 0 : y, y))),
      })),
    }));
}

/** Sum of a city indicator from one year to another, both included; undefined years count as nothing in a sum. */
function cityValue(
  { values, areas, indicators }: ReplicateResult,
  indicator: string,
  from: number,
  to: number,
): number {
  const city = areas.indexOf('city');
  const at = (y: number) => values[(y * areas.length + city) * indicators.length + indicators.indexOf(indicator)];
  if (from === to) return at(to);
  let sum = 0;
  for (let y = from; y <= to; y++) if (!Number.isNaN(at(y))) sum += at(y);
  return sum;
}
