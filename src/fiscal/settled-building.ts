import { schoolStages } from '../population/codes.ts';
import type { Means } from './means.ts';
import type { CostRow } from './result.ts';

/**
 * The settled's part of new schools and dwellings, yuan at current prices: by county, as many as they are of those who use them.
 * @returns yuan by `<area> <year>`; `city` is the sum of the areas
 */
export function settledBuilding(
  means: Means,
  years: readonly number[],
  costs: readonly CostRow[],
): ReadonlyMap<string, number> {
  const built = new Map<string, number>();
  for (const { item, area, year, kind, current } of costs) {
    if (kind !== 'capital') continue;
    const key = `${item} ${area} ${year}`;
    built.set(key, (built.get(key) ?? 0) + current);
  }
  const yuan = new Map<string, number>();
  for (const year of years) {
    let city = 0;
    for (const area of means.areas) {
      const part = partOf(area, year, means, (item) => built.get(`${item} ${area} ${year}`) ?? 0);
      yuan.set(`${area} ${year}`, part);
      city += part;
    }
    yuan.set(`city ${year}`, city);
  }
  return yuan;
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
