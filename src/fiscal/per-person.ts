import type { Means } from './means.ts';
import { type PerPersonRow, services } from './result.ts';
import type { SettledCost } from './settled-cost.ts';

/** Yearly operating cost a settled person of the city, by service: as settled, as the permit holder they were, and what settling adds. */
export function perPerson(
  means: Means,
  years: readonly number[],
  publicCost: (area: string, year: number) => SettledCost,
  privateCost: (area: string, year: number) => SettledCost,
): PerPersonRow[] {
  return years.flatMap((year) => {
    const persons = means.areas.reduce((sum, area) => sum + means.byGroup(area, year, 'residents').settled, 0);
    if (persons === 0) return [];
    const paid = means.areas.map((area) => [publicCost(area, year), privateCost(area, year)] as const);
    return services.map((service): PerPersonRow => {
      const mean = (whose: 0 | 1, as: 'settled' | 'asPermit'): number =>
        paid.reduce((sum, costs) => sum + (costs[whose][as].get(service) ?? 0), 0) / persons;
      const [settledPublic, asPermitPublic] = [mean(0, 'settled'), mean(0, 'asPermit')];
      const [settledPrivate, asPermitPrivate] = [mean(1, 'settled'), mean(1, 'asPermit')];
      return {
        service,
        year,
        settledPublic,
        asPermitPublic,
        marginalPublic: settledPublic - asPermitPublic,
        settledPrivate,
        asPermitPrivate,
        marginalPrivate: settledPrivate - asPermitPrivate,
      };
    });
  });
}
