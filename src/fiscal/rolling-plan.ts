import { group } from 'd3-array';
import { type AwardSeries, seriesOf, type Vintages } from './award-base.ts';
import { byForm } from './balance.ts';
import type { Book } from './book.ts';
import { type Award, awardTiers, type Budget, type FiscalCounts } from './result.ts';

/** Years a rolling plan looks ahead. */
export const PLAN_YEARS = 3;

interface Known {
  readonly award: Award;
  /** Counts as stated, and as simulated, both with the vintages before the run. */
  readonly stated: FiscalCounts;
  readonly simulated: FiscalCounts;
  /** Settlers' cost net of what origins save, building included, of city and counties, by year. */
  readonly costYuan: (year: number) => number;
}

/**
 * The plan drawn up at each year end for the next three years, from what is known by then: counts stated up to that year, the envelopes
 * published by then, the money carried over. Of the years after it, settlers (and children) are the simulated ones in the proportion the
 * stated bore to the simulated so far. A plan therefore differs from the one before it as soon as a count or an envelope came in between.
 */
export function rollingPlan(
  years: readonly number[],
  { award, stated, simulated, costYuan }: Known,
  vintages: Vintages,
  book: Book,
): Budget['rolling'] {
  const { replicates } = stated.run;
  const [now, sim] = [stated, simulated].map(({ award: rows }) => seriesOf(rows, book, replicates));
  const weights = (series: AwardSeries, year: number): number =>
    awardTiers.reduce((sum, tier) => sum + book.at(`award.weight.${tier}`) * (series.counted[tier].get(year) ?? 0), 0);
  const persons = (series: AwardSeries, year: number): number =>
    awardTiers.reduce((sum, tier) => sum + (series.counted[tier].get(year) ?? 0), 0);
  const soFar = (series: AwardSeries, last: number): number =>
    years.reduce((sum, year) => (year <= last ? sum + persons(series, year) : sum), 0);
  const ratio = (part: number, whole: number): number => (whole > 0 ? part / whole : 1);
  const rates = group(award.rates, ({ form, year }) => `${form} ${year}`);
  const each = book.at('award.difficulty') * (1 + book.at('award.provincial_match'));

  return years.flatMap((made) => {
    const proportion = ratio(soFar(now, made), soFar(sim, made));
    const ofChildren = ratio(now.children.get(made) ?? 0, sim.children.get(made) ?? 0);
    return years
      .filter((year) => year > made && year <= made + PLAN_YEARS)
      .map((year) => {
        const weighted = vintages.steps.reduce((sum, step, age) => {
          const settled = year - vintages.lag - age;
          return sum + step * (settled <= made ? weights(now, settled) : proportion * weights(sim, settled));
        }, 0);
        const seen = year - vintages.lag;
        const children = seen <= made ? (now.children.get(seen) ?? 0) : ofChildren * (sim.children.get(seen) ?? 0);
        const expected = soFar(now, made) + proportion * (soFar(sim, year) - soFar(sim, made));
        const envelope = ratio(
          book.datedBy('award.envelope', year, made).value,
          book.dated('award.envelope', year).value,
        );
        const carried = (form: 'envelope' | 'fixed') =>
          year === made + 1 ? award.cash.find((row) => row.form === form && row.year === made)!.carriedOut : 0;
        return {
          made,
          year,
          proportion,
          settlers: proportion * persons(sim, year),
          costYuan: costYuan(year) * ratio(expected, soFar(now, year)),
          awardYuan: byForm((form) => {
            const [rate] = rates.get(`${form} ${year}`)!;
            const known = form === 'envelope' ? envelope : 1;
            return (
              known *
              each *
              (rate.yuanPerWeightedSettler * book.at('award.cost') * weighted +
                rate.yuanPerChild * book.at('award.children_cost') * children)
            );
          }),
          carriedInYuan: byForm(carried),
        };
      });
  });
}
