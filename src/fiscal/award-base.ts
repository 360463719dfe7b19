import { group } from 'd3-array';
import type { Book } from './book.ts';
import { type AwardBase, type AwardPersons, type AwardTier, awardTierOf, awardTiers, tiers } from './result.ts';

/** What the award formula multiplies, of one area (or the city) in one replicate or in the mean. */
export interface AwardSeries {
  /** Settlers counted by tier, by the year of settling. */
  readonly counted: Readonly<Record<AwardTier, ReadonlyMap<number, number>>>;
  readonly permits: ReadonlyMap<number, number>;
  readonly children: ReadonlyMap<number, number>;
}

/** How vintages are weighted. */
export interface Vintages {
  readonly lag: number;
  readonly steps: readonly number[];
  /** First year of the run; settlers of years before it are `earlier` times its own. */
  readonly first: number;
  readonly earlier: number;
}

export function vintagesOf(book: Book, first: number): Vintages {
  const steps: number[] = [];
  while (book.has(`award.step.${steps.length}`)) steps.push(book.at(`award.step.${steps.length}`));
  return { lag: book.at('award.lag'), steps, first, earlier: book.at('award.earlier') };
}

/** Persons the award counts of one row: students and veterans only where their switches are on. */
function countedOf(row: AwardPersons, tier: (typeof tiers)[number], book: Book): number {
  const left =
    (1 - book.at('award.students')) * row.students[tier] + (1 - book.at('award.veterans')) * row.veterans[tier];
  return row.settlers[tier] - left;
}

/** Adds up rows of one or several areas and replicates, divided by the replicates they stand for. */
export function seriesOf(rows: readonly AwardPersons[], book: Book, replicates: number): AwardSeries {
  const years = [...group(rows, ({ year }) => year)].sort(([a], [b]) => a - b);
  const total = (value: (row: AwardPersons) => number): Map<number, number> =>
    new Map(years.map(([year, some]) => [year, some.reduce((sum, row) => sum + value(row), 0) / replicates]));
  const ofTier = (wanted: AwardTier) =>
    total((row) =>
      tiers.reduce((sum, tier) => (awardTierOf[tier] === wanted ? sum + countedOf(row, tier, book) : sum), 0),
    );
  return {
    counted: { other_province: ofTier('other_province'), province: ofTier('province'), same_city: ofTier('same_city') },
    permits: total(({ permitsIssued }) => permitsIssued),
    children: total(({ children }) => children),
  };
}

/** Settlers of a year; before the run, where nothing is known of the year, `earlier` times those of its first year. */
const settledIn = (byYear: ReadonlyMap<number, number>, year: number, { first, earlier }: Vintages): number =>
  byYear.get(year) ?? (year < first ? earlier * (byYear.get(first) ?? 0) : 0);

/** What the award of a year counts. */
export function awardBase(area: string, year: number, series: AwardSeries, vintages: Vintages, book: Book): AwardBase {
  const { lag, steps, first } = vintages;
  const counted = Object.fromEntries(
    awardTiers.map((tier) => [
      tier,
      steps.map((_, age) => settledIn(series.counted[tier], year - lag - age, vintages)),
    ]),
  ) as Record<AwardTier, number[]>;
  const weighted = awardTiers.reduce(
    (sum, tier) =>
      sum + book.at(`award.weight.${tier}`) * steps.reduce((inner, step, age) => inner + step * counted[tier][age], 0),
    0,
  );
  const seen = Math.max(first, year - lag);
  return {
    area,
    year,
    counted,
    weighted,
    // issued before the rule that counts them: not counted
    permits: seen < (book.yearOf('award.permits') ?? seen) ? 0 : (series.permits.get(seen) ?? 0),
    children: series.children.get(year - lag) ?? series.children.get(seen) ?? 0,
  };
}
