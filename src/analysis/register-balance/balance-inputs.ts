import { provinceOf } from '../../scenario/city/regions.ts';
import type { CityData } from '../../scenario/city-data.ts';
import { loadCityData } from '../../scenario/load-city-data.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { ReadText } from '../../scenario/tables.ts';
import { comparableAreas } from '../hindcast/comparable-areas.ts';
import { meanRate, naturalRate } from './natural-rate.ts';
import { publishedShare } from './published-share.ts';
import type { BalanceInput, TownShare } from './register-balance.ts';
import { registeredFigures } from './registered-figure.ts';
import { statedShare } from './stated-share.ts';

/** Over which years, and what tells the share of town registers at their end. */
export interface BalanceYears {
  /** Year end wanted; an area without a figure of it takes the nearest of the two years beside it. */
  readonly to: number;
  /** Last year that may be taken: the end of the run that is to be checked. */
  readonly last: number;
  /** Scenario of the same city with base year `to`: its stated share stands for the end where no rate is published. */
  readonly later?: Scenario | undefined;
}

/**
 * The census of 2010 and the yearbook of the same year count registered persons apart: by 0.1 to 0.3 % in Baotou, Chifeng and
 * Qingyang, 2.6 % in Sanmenxia. Allowed for where an area has no yearbook figure of 2010. Judgement.
 */
const SERIES_APART = 0.005;

/** Points a year a share may have moved between the year it is stated for and the year it is used for. Judgement. */
const DRIFT = 0.006;

/**
 * What is known before any model of the registers of a city and its areas from a scenario's base year on. Areas without a counted
 * figure at the end, or on land that cannot be told from a zone's, are left out.
 *
 *   registered   at the base year as the scenario has it, later as yearbooks and bulletins counted
 *   town share   a published rate by place; else what is thought of the city and its areas at a base year
 *   natural      published birth less death rates
 */
export function balanceInputs(
  read: ReadText,
  { scenario, city }: { readonly scenario: Scenario; readonly city: CityData },
  years: BalanceYears,
): BalanceInput[] {
  const from = scenario.baseYear;
  const province = provinceOf(city.code);
  const shares = sharesOf(read, city, scenario, years);
  const whole = {
    area: 'city',
    codes: [city.code],
    rates: [city.code, province],
    registered: city.registered,
  };
  const parts = matched(read, city).flatMap(({ code, later }) => {
    const area = city.areas.find((each) => each.code === code)!;
    const { registered } = area;
    const rates = [code, city.code, province];
    return [{ area: code, codes: [later, code], rates, registered }];
  });
  return [whole, ...parts].flatMap(({ area, codes, rates, registered }) => {
    const figures = registeredFigures(read, codes[0]);
    const end = nearestYear([...figures.keys()], from, years);
    if (end === undefined) return [];
    const counted = figures.get(end)!;
    const atBase = figures.get(from);
    const apart = from === 2010 && atBase === undefined ? SERIES_APART * registered : 0;
    const before = {
      value: registered,
      low: Math.min(registered - apart, atBase?.low ?? registered),
      high: Math.max(registered + apart, atBase?.high ?? registered),
    };
    return [
      {
        area,
        from,
        to: end,
        registered: [before, counted] as const,
        townShare: [shares.atBase(codes), shares.atEnd(codes, end)] as const,
        naturalRate: meanRate(naturalRate(read, rates), from, end),
      },
    ];
  });
}

/** Areas whose land is the same at the base year and later, with the code they are counted under later. */
function matched(read: ReadText, city: CityData): { code: string; later: string }[] {
  if (city.censusYear === 2020) return city.areas.map(({ code }) => ({ code, later: code }));
  return comparableAreas(read, city)
    .filter(({ codes, units }) => codes.length === 1 && units.length === 1)
    .map(({ codes, units }) => ({ code: codes[0], later: units[0].code }));
}

/** The year with a figure nearest to the one wanted, at most one apart, after the base year and not beyond the last. */
function nearestYear(counted: readonly number[], from: number, { to, last }: BalanceYears): number | undefined {
  return [to, to - 1, to + 1].find((year) => year > from && year <= last && counted.includes(year));
}

/** Shares of town registers at the base year and at the end: printed, else as thought of the area at a base year. */
function sharesOf(read: ReadText, city: CityData, scenario: Scenario, { later }: BalanceYears) {
  const printed = (codes: readonly string[], year: number): TownShare | null =>
    codes.map((code) => publishedShare(read, code, year)).find((share) => share !== null) ?? null;
  const stated = (each: Scenario, then: CityData, codes: readonly string[], drift: number): TownShare | null => {
    const area = then.areas.find(({ code }) => codes.includes(code));
    if (area === undefined && !codes.includes(then.code)) return null;
    const { value, low, high } = statedShare(each, then, area);
    return { value, low: Math.max(0, low - drift), high: Math.min(1, high + drift), published: false };
  };
  return {
    atBase: (codes: readonly string[]): TownShare =>
      printed(codes, scenario.baseYear) ?? stated(scenario, city, codes, 0)!,
    atEnd(codes: readonly string[], year: number): TownShare | null {
      const own = printed(codes, year);
      if (own !== null || later === undefined || later.city !== city.code) return own;
      const years = Math.abs(later.baseYear - year);
      return years > 1 ? null : stated(later, loadCityData(read, city.code, later.baseYear), codes, DRIFT * years);
    },
  };
}
