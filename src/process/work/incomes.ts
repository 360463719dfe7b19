import type { ParameterValues } from '../../scenario/parameters.ts';

/** Year the incomes of the parameters are stated for. */
export const PRICE_YEAR = 2020;

/** Expected incomes of one year, yuan a year: wage times the chance of a job. */
interface Incomes {
  readonly village: number;
  readonly town: number;
  readonly centre: number;
  readonly province: number;
  readonly nation: number;
  /** Rent over expected wage in a town of the city. */
  readonly rentShareTown: number;
  readonly rentShareCentre: number;
  /** Yearly income of a mu of land relative to village income. */
  readonly landPerMu: number;
}

/** (1 + rate)^years for any whole number of years, by plain multiplication. */
export function compound(rate: number, years: number): number {
  let factor = 1;
  for (let n = 0; n < Math.abs(years); n++) factor *= 1 + rate;
  return years < 0 ? 1 / factor : factor;
}

/** @param jobLuck how easily last year's job seekers found work, over the usual, in the towns of the household's county and in the centre */
export function incomesOf(p: ParameterValues, year: number, jobLuck: { town: number; centre: number }): Incomes {
  const wageGrowth = compound(p['income.townGrowth'], year - PRICE_YEAR);
  const villageGrowth = compound(p['income.villageGrowth'], year - PRICE_YEAR);
  const wage = (monthly: number, chance: number): number => 12 * monthly * chance * wageGrowth;
  const expected = (luck: number): number => Math.min(1, p['job.townChance'] * luck);
  const town = wage(p['income.town'], expected(jobLuck.town));
  const centre = wage(p['income.centre'], expected(jobLuck.centre));
  const village = p['income.village'] * p['income.villageEarners'] * villageGrowth;
  return {
    village,
    town,
    centre,
    province: wage(p['income.province'], p['job.outsideChance']),
    nation: wage(p['income.nation'], p['job.outsideChance']),
    rentShareTown: (12 * p['housing.rent'] * wageGrowth) / town,
    rentShareCentre: (12 * p['housing.rent'] * wageGrowth) / centre,
    landPerMu: (p['income.landYuanPerMu'] * villageGrowth) / village,
  };
}
