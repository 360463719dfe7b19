import { type IndicatorName, isFiscal } from '../indicator/indicators.ts';
import type { ReplicateResult } from '../indicator/result.ts';
import { type AwardPersons, type FiscalArea, type FiscalCounts, type PersonsMean, type Tier, tiers } from './index.ts';

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
  value: (indicator: IndicatorName) => number,
): AwardPersons {
  const byTier = (ending: '' | '.students' | '.veterans'): Record<Tier, number> =>
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
  const wanted = [...column].filter(([name]) => isFiscal(name));
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
