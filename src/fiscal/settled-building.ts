import { schoolStages } from '../population/codes.ts';
import type { Means } from './means.ts';
import type { CostRow, Payer } from './result.ts';
import type { RuralShares } from './rural-shares.ts';

/**
 * The part of new schools and dwellings that falls to those settled from village registers, yuan at current prices: by county, as many as
 * they are of those who use them.
 * @returns yuan of an area to a payer; the city is the sum of its areas
 */
export function settledBuilding(
  means: Means,
  costs: readonly CostRow[],
  rural: RuralShares,
): (area: string, year: number, payer: Payer) => number {
  const built = new Map<string, number>();
  for (const { item, area, year, kind, payer, current } of costs) {
    if (kind !== 'capital') continue;
    const key = `${item} ${area} ${year} ${payer}`;
    built.set(key, (built.get(key) ?? 0) + current);
  }
  return (area, year, payer) =>
    rural(area, year) * partOf(area, year, means, (item) => built.get(`${item} ${area} ${year} ${payer}`) ?? 0);
}

function partOf(area: string, year: number, means: Means, built: (item: string) => number): number {
  const share = (counter: string, users: number): number =>
    users > 0 ? means.byGroup(area, year, counter).settled / users : 0;
  const seats = schoolStages.reduce(
    (sum, stage) => sum + built(`${stage}_seats`) * share(stage, means.of(area, year, `town_pupils.${stage}`)),
    0,
  );
  const tenants = Object.values(means.byGroup(area, year, 'public_rental')).reduce((all, each) => all + each, 0);
  return seats + built('rental_building') * share('public_rental', tenants);
}
