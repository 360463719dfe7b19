import type { Vintages } from './award-base.ts';
import { type AwardPersons, type FiscalCounts, type PersonsMean, type StatedItem, type Tier, tiers } from './result.ts';

/** A stated count by area, year and item; undefined where nobody stated one. */
type StatedAt = (area: string, year: number, item: StatedItem) => number | undefined;

export function statedAt({ stated = [] }: FiscalCounts): StatedAt {
  const known = new Map(stated.map(({ area, year, item, value }) => [`${area} ${year} ${item}`, value]));
  return (area, year, item) => known.get(`${area} ${year} ${item}`);
}

/** First year whose settlers an award of the run counts. */
export const firstVintage = ({ first, lag, steps }: Vintages): number => first - lag - steps.length + 1;

/**
 * The counts with what bureaus state in place of what was simulated, and with the vintages before the run: stated, or
 * `award.earlier` times the first year's. A stated count is what the award counts: no switch takes students or veterans from it.
 */
export function effectiveCounts(counts: FiscalCounts, vintages: Vintages): FiscalCounts {
  const at = statedAt(counts);
  const inRun = counts.award.map((row) => withStated(row, at));
  const earlier = inRun
    .filter(({ year }) => year === vintages.first)
    .flatMap((row) =>
      Array.from({ length: vintages.first - firstVintage(vintages) }, (_, i) =>
        withStated(before(row, firstVintage(vintages) + i, vintages.earlier), at),
      ),
    );
  return { ...counts, award: [...earlier, ...inRun], means: statedMeans(counts, at) };
}

/** A year before the run: settlers in proportion to its first year, permits and children as in it. */
function before(row: AwardPersons, year: number, earlier: number): AwardPersons {
  const scaled = (counts: Readonly<Record<Tier, number>>) =>
    Object.fromEntries(tiers.map((tier) => [tier, earlier * counts[tier]])) as Record<Tier, number>;
  return {
    ...row,
    year,
    settlers: scaled(row.settlers),
    students: scaled(row.students),
    veterans: scaled(row.veterans),
  };
}

function withStated(row: AwardPersons, at: StatedAt): AwardPersons {
  const of = (tier: Tier) => at(row.area, row.year, `settlers.${tier}`);
  const chosen = (own: Readonly<Record<Tier, number>>, stated: (tier: Tier) => number | undefined) =>
    Object.fromEntries(tiers.map((tier) => [tier, of(tier) === undefined ? own[tier] : (stated(tier) ?? 0)])) as Record<
      Tier,
      number
    >;
  return {
    ...row,
    settlers: chosen(row.settlers, of),
    students: chosen(row.students, () => 0),
    veterans: chosen(row.veterans, () => 0),
    children: at(row.area, row.year, 'children') ?? row.children,
  };
}

/** Means that follow the stated counts, the city as the sum of its areas. */
function statedMeans({ means, areas, stated = [] }: FiscalCounts, at: StatedAt): readonly PersonsMean[] {
  if (stated.length === 0) return means;
  const key = (area: string, year: number, indicator: string): string => `${area} ${year} ${indicator}`;
  const known = new Map(means.map((row) => [key(row.area, row.year, row.indicator), row]));
  const change = (area: string, year: number, indicator: string, by: number): void => {
    for (const place of [area, 'city']) {
      const row = known.get(key(place, year, indicator));
      if (row) known.set(key(place, year, indicator), { ...row, mean: row.mean + by });
    }
  };
  for (const { code } of areas)
    for (const { year, item, value } of stated.filter(({ area }) => area === code)) {
      if (item === 'children')
        change(code, year, 'award_children', value - (known.get(key(code, year, 'award_children'))?.mean ?? value));
      if (!item.startsWith('settlers.') || at(code, year, item) !== value) continue;
      const indicator = `award_${item}`;
      const was = known.get(key(code, year, indicator))?.mean;
      if (was === undefined) continue;
      change(code, year, indicator, value - was);
      change(code, year, 'award_settlers', value - was);
      for (const slice of ['students', 'veterans'])
        change(code, year, `${indicator}.${slice}`, -(known.get(key(code, year, `${indicator}.${slice}`))?.mean ?? 0));
    }
  return [...known.values()];
}
