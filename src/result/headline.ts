import { headlineNames } from '../indicator/headlines.ts';
import { isSummed } from '../indicator/indicators.ts';
import { registerDefinitions } from '../indicator/names.ts';
import type { ReplicateResult } from '../indicator/result.ts';
import type { Definition } from '../scenario/scenario.ts';
import { inReplicateOrder } from './merge.ts';
import { type Summary, summarize } from './summary.ts';

export interface Headline {
  readonly indicator: string;
  /** Added up over the years so far, replicate by replicate. */
  readonly cumulative: boolean;
  readonly byYear: readonly { readonly year: number; readonly summary: Summary }[];
}

/** What of a run its headlines are told of. */
interface Told {
  /** Years of the run; the first, the middle and the last unless said. */
  readonly years?: readonly number[] | undefined;
  /** Code of an area; the whole unless said. */
  readonly area?: string | undefined;
}

/** How the registered rate is counted where the scenario says so by a word of its own. */
const namedBy = { place: 'by_place', kind: 'by_kind', districts: 'by_district' } as const;

/** Headline indicators of the whole city, or of an area, in a few years; when a definition is chosen the other ones too. */
export function headlines(
  results: readonly ReplicateResult[],
  definition: Definition,
  { years: asked, area = 'city' }: Told = {},
): Headline[] {
  const ordered = inReplicateOrder(results);
  const { years, indicators } = ordered[0];
  const few = [...new Set([0, Math.floor((years.length - 1) / 2), years.length - 1])];
  const shown = asked === undefined ? few : asked.map((year) => years.indexOf(year)).filter((y) => y >= 0);
  const others = definition === 'law' ? [] : registerDefinitions.filter((each) => each !== namedBy[definition]);
  return [...headlineNames, ...others.map((each) => `registered_urbanization_rate.${each}` as const)]
    .filter((indicator) => indicators.includes(indicator))
    .map((indicator) => ({
      indicator,
      cumulative: isSummed(indicator),
      byYear: shown.map((y) => ({
        year: years[y],
        summary: summarize(ordered.map((result) => figureOf(result, area, indicator, isSummed(indicator) ? 0 : y, y))),
      })),
    }));
}

/** Sum of an indicator of an area from one year to another, both included; undefined years count as nothing in a sum. */
function figureOf(
  { values, areas, indicators }: ReplicateResult,
  area: string,
  indicator: string,
  from: number,
  to: number,
): number {
  const place = areas.indexOf(area);
  const at = (y: number) => values[(y * areas.length + place) * indicators.length + indicators.indexOf(indicator)];
  if (from === to) return at(to);
  let sum = 0;
  for (let y = from; y <= to; y++) if (!Number.isNaN(at(y))) sum += at(y);
  return sum;
}
