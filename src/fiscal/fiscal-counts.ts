import type { ReplicateResult } from '../indicator/result.ts';
import { type AwardPersons, type FiscalArea, type FiscalCounts, type PersonsMean, type Tier, tiers } from './index.ts';

const fiscalIndicator = new RegExp(
  '^(by_status\\.|town_pupils\\.|award_|settled_persons$|settled_persons\\.(other_province|province|same_city|same_county)$|' +
    'pupils\\.(preschool|primary|junior|senior)$|rent_subsidy_households|permits_issued$|permit_holders$|reclassified_registers$|' +
    'urban_registered_population(\\.by_place)?$|public_rental_stock$|resident_population$|registered_population$|fund_rent_households$)',
);

/** Indicators the fiscal tables are made from. */
export const isFiscalIndicator = (indicator: string): boolean => fiscalIndicator.test(indicator);

/** Indicators the award counts, replicate by replicate. */
export const isAwardIndicator = (indicator: string): boolean =>
  /^(award_(settlers|children)|permits_issued$)/.test(indicator);

/** An area as the fiscal tables know it. */
export const fiscalAreaOf = ({ code, name, level }: Omit<FiscalArea, 'district'>): FiscalArea => ({
  code,
  name,
  level,
  district: level === 'district',
});

/**
 * What the award counts in one replicate, area and year.
 * @param value an indicator there and then
 */
export function awardPersons(
  at: Pick<AwardPersons, 'replicate' | 'area' | 'year'>,
  value: (indicator: string) => number,
): AwardPersons {
  const byTier = (ending: string): Record<Tier, number> =>
    Object.fromEntries(tiers.map((tier) => [tier, value(`award_settlers.${tier}${ending}`)])) as Record<Tier, number>;
  return {
    ...at,
    settlers: byTier(''),
    students: byTier('.students'),
    veterans: byTier('.veterans'),
    permitsIssued: value('permits_issued'),
    children: value('award_children'),
  };
}

/** The counts of a single replicate as those of a run that has no other: what is the mean of several runs is its own here. */
export function countsOfReplicate(
  result: ReplicateResult,
  run: Omit<FiscalCounts['run'], 'replicates'>,
  areas: readonly FiscalArea[],
): FiscalCounts {
  const { years, areas: codes, indicators, values, replicate } = result;
  const column = new Map(indicators.map((name, i) => [name, i]));
  const wanted = [...column].filter(([name]) => isFiscalIndicator(name));
  const means: PersonsMean[] = [];
  const award: AwardPersons[] = [];
  years.forEach((year, y) => {
    codes.forEach((area, a) => {
      const row = (y * codes.length + a) * indicators.length;
      for (const [indicator, i] of wanted) {
        const mean = values[row + i];
        if (!Number.isNaN(mean)) means.push({ area, year, indicator, mean });
      }
      if (area !== 'city' && year > run.baseYear)
        award.push(awardPersons({ replicate, area, year }, (name) => values[row + column.get(name)!]));
    });
  });
  return { run: { ...run, replicates: 1 }, areas, award, means };
}
