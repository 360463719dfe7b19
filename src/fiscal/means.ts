import { type FiscalCounts, type Group, groups } from './result.ts';

/** Mean counts of a run, asked for by area, year and name. */
export interface Means {
  readonly areas: readonly string[];
  /** Mean of an indicator; Throws Error where the run has none, so that nothing is ever counted as zero by mistake. */
  of(area: string, year: number, indicator: string): number;
  /** A counter of the services by status. */
  byGroup(area: string, year: number, counter: string): Readonly<Record<Group, number>>;
}

/** The city is the sum of its areas, as in indicators.csv. */
export function openMeans({ areas, means }: FiscalCounts): Means {
  const values = new Map<string, Map<number, Map<string, number>>>();
  for (const { area, year, indicator, mean } of means) {
    const byYear = values.get(area) ?? new Map<number, Map<string, number>>();
    const byName = byYear.get(year) ?? new Map<string, number>();
    values.set(area, byYear.set(year, byName.set(indicator, mean)));
  }
  const of = (area: string, year: number, indicator: string): number => {
    const value = values.get(area)?.get(year)?.get(indicator);
    if (value === undefined) throw new Error(`no ${indicator} of ${area} in ${year}`);
    return value;
  };
  const subsidies = (area: string, year: number): Record<Group, number> => {
    const [all, registered, settled] = ['', '.registered', '.settled'].map((part) =>
      of(area, year, `rent_subsidy_households${part}`),
    ) as [number, number, number];
    // the law's rights tell permit holders from others; the count does not: all who are not registered stand with the former
    return { registered: registered - settled, settled, permit: all - registered, other: 0, village: 0 };
  };
  return {
    areas: areas.map(({ code }) => code),
    of,
    byGroup: (area, year, counter) =>
      counter === 'rent_subsidy'
        ? subsidies(area, year)
        : (Object.fromEntries(
            groups.map((group) => [group, of(area, year, `by_status.${counter}.${group}`)]),
          ) as Record<Group, number>),
  };
}
