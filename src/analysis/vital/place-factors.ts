import { exp } from '../../math/exp.ts';
import { log } from '../../math/log.ts';
import { buildLifeTables, type LifeTables } from '../../process/demography/life-tables.ts';
import { isPlace, provinceOf, readRegions } from '../../scenario/city/regions.ts';
import { nationalRates } from '../../scenario/city/vital-tables.ts';
import { AGES } from '../../scenario/city-data.ts';
import { numberAt, optionalNumberAt, type ReadText, readTable, textAt } from '../../scenario/tables.ts';
import { countedAges, interpolated, type SingleAges, type YearFactors, yearLater } from './national-years.ts';
import { codesOfPlaces, type PlaceAges, placeAgesOf } from './place-ages.ts';

/** A row of data/fertility-factor.csv or data/mortality-factor.csv. */
export interface FactorRow {
  readonly code: string;
  readonly base: 2010 | 2020;
  readonly factor: number;
  /** Of what the level may truly be about the province's, or the province's about the nation's. */
  readonly logSd: number;
  readonly method: string;
  readonly confidence: string;
}

/**
 * How far what the children of 2010 say is to be believed of 2011-2020: slopes over 31 provinces and 314 places in them. Counties add what
 * the regression over the counties of other prefectures knows besides (`births` of data/county-flows, which begin here); the standard
 * deviations are of what that leaves: children of 0-9 of prefectures it had not seen lie off by 0.10 in logs (0.045 of it between provinces),
 * less what the paths of births and the moves of families add to a run.
 */
const FROM_2010 = { province: 0.87, provinceSd: 0.04, place: 0.58, placeSd: 0.06 };
/** Of 2016-2020, where a place has no row of 2020. */
const PLACE_WITHOUT_2020 = { slope: 0.42, sd: 0.1 };
/** What of a province's deviation lasts beyond 2016-2020, and how far bulletins of 2020-2023 lie off it. */
const FROM_2020 = { province: 0.85, provinceSd: 0.05, placeSd: 0.05 };
/** What the deaths counted in 2010 say of a place within its province; bulletins of 2020-2023 lie this far off. */
const DEATHS_2010 = { slope: 0.35, provinceSd: 0.05, placeSd: 0.08 };

/** Fertility of places on the nation's of every year, by children to women: counted over expected, the nation's own shortfall taken out. */
export function fertilityFactors(read: ReadText, nation: readonly YearFactors[]): FactorRow[] {
  const rates = nationalRates(read);
  const plain = buildLifeTables(rates, () => ({ mortality: 1, fertility: 1 }));
  const counted = { 2010: countedAges(read, 2010), 2020: countedAges(read, 2020) };
  const before = (ages: SingleAges): number => womenToBear(ages, rates.asfr[0]);
  const since = (first: SingleAges | undefined, last: SingleAges): number =>
    births2016To2020(first, last, plain, nation);
  const children = (ages: SingleAges): number => [0, 1].reduce((all, sex) => all + sum(ages[sex], 0, 5), 0);
  const nation2010 = children(counted[2010]) / before(counted[2010]);
  const nation2020 = children(counted[2020]) / since(counted[2010], counted[2020]);
  const of = placeAgesOf(read);
  const logs = new Map<string, number | undefined>();
  const logOf = (code: string, base: 2010 | 2020): number | undefined => {
    const key = `${code} ${base}`;
    if (!logs.has(key)) logs.set(key, logOnce(code, base));
    return logs.get(key);
  };
  const logOnce = (code: string, base: 2010 | 2020): number | undefined => {
    const then = of(code, base);
    if (then === undefined) return undefined;
    if (base === 2010) return log(then.children0To4 / before(then.ages) / nation2010);
    return log(then.children0To4 / since(of(code, 2010)?.ages, then.ages) / nation2020);
  };
  return codesOfPlaces(read).flatMap((code) => {
    const province = provinceOf(code);
    const isProvince = province === code;
    const [of2010, of2020] = [logOf(code, 2010), logOf(code, 2020)];
    const [province2010, province2020] = [logOf(province, 2010)!, logOf(province, 2020)!];
    const row = (base: 2010 | 2020, value: number, logSd: number, method: string): FactorRow => ({
      ...{ code, base, factor: exp(value), logSd, method, confidence: 'derived' },
    });
    const early = FROM_2010.province * province2010;
    const late = FROM_2020.province * province2020;
    const rows: FactorRow[] = [];
    if (isProvince) {
      rows.push(row(2010, early, FROM_2010.provinceSd, 'children of 2010'));
      rows.push(row(2020, late, FROM_2020.provinceSd, 'children of 2020'));
      return rows;
    }
    if (of2010 === undefined) rows.push(row(2010, early, 2 * FROM_2010.placeSd, 'province of 2010'));
    else rows.push(row(2010, early + FROM_2010.place * (of2010 - province2010), FROM_2010.placeSd, 'children of 2010'));
    if (of2020 !== undefined) rows.push(row(2020, late + of2020 - province2020, FROM_2020.placeSd, 'children of 2020'));
    else if (of2010 === undefined) rows.push(row(2020, late, 2 * FROM_2010.placeSd, 'province of 2020'));
    else {
      const value = late + PLACE_WITHOUT_2020.slope * (of2010 - province2010);
      rows.push(row(2020, value, PLACE_WITHOUT_2020.sd, 'province of 2020 and children of 2010'));
    }
    return rows;
  });
}

const sum = (values: Float64Array, from: number, to: number): number => {
  let all = 0;
  for (let k = from; k < to; k++) all += values[k];
  return all;
};

/** Births of the five years before a census to the women counted in it, at one schedule: a weight, not a number of births. */
function womenToBear(ages: SingleAges, asfr: Float64Array): number {
  let weight = 0;
  for (let age = 15; age < 55; age++) {
    for (let ago = 0; ago < 5; ago++) {
      const then = age - ago;
      weight += (ages[1][age] * ((asfr[then - 1] ?? 0) + (asfr[then] ?? 0))) / 2;
    }
  }
  return weight;
}

/** Births of the five years before the census of 2020 to a place's residents, at the nation's fertility of each year. */
function births2016To2020(
  first: SingleAges | undefined,
  last: SingleAges,
  plain: LifeTables,
  nation: readonly YearFactors[],
): number {
  let births = 0;
  for (let year = 2016; year <= 2020; year++) {
    const ages = first === undefined ? last : interpolated(first, last, year - 1, plain);
    const { birth } = plain.at(year);
    for (let age = 0; age < AGES; age++) births += ages[1][age] * birth[age] * nation[year - 2011].fertility;
  }
  return births;
}

/**
 * Factors on the probability of dying: of a province so that its life expectancy lies off the nation's as the censuses print it; of a place
 * within it by the death rate of the census of 2010 over the one its ages give. Together they leave the nation's deaths as they are.
 */
export function mortalityFactors(read: ReadText): FactorRow[] {
  const plain = buildLifeTables(nationalRates(read), () => ({ mortality: 1, fertility: 1 }));
  const of = placeAgesOf(read);
  const codes = codesOfPlaces(read);
  const provinces = codes.filter((code) => provinceOf(code) === code);
  const deaths = ({ ages }: PlaceAges, year: number): number => yearLater(ages, plain.at(year), 1).deaths;
  const byBase = ([2010, 2020] as const).map((base) => {
    const raw = new Map(provinces.map((code) => [code, factorOfProvince(read, code, base)]));
    const weighted = (factor: (code: string) => number): number =>
      provinces.reduce((all, code) => all + deaths(of(code, base)!, base + 1) * factor(code), 0);
    const level = weighted((code) => raw.get(code)!) / weighted(() => 1);
    return { base, ofProvince: new Map(provinces.map((code) => [code, raw.get(code)! / level])) };
  });
  const excess = new Map(
    provinces.flatMap((province) => {
      const rates = deathRates(read, province);
      return codes
        .filter((code) => code !== province && provinceOf(code) === province)
        .map((code) => [code, excessDeaths(of(code, 2010), rates, (ages) => deaths(ages, 2011))] as const);
    }),
  );
  const median = new Map(
    provinces.map((province) => [
      province,
      middle(
        codes.filter((code) => code !== province && provinceOf(code) === province).map((code) => excess.get(code)),
      ),
    ]),
  );
  const regions = readRegions(read);
  return codes.flatMap((code) =>
    byBase.map(({ base, ofProvince }): FactorRow => {
      const province = provinceOf(code);
      const own = isPlace(regions.get(code)!) ? excess.get(code) : undefined;
      const off = own === undefined ? 0 : DEATHS_2010.slope * (own - median.get(province)!);
      const printed = base === 2010 ? 'life expectancy of 2010' : 'mean of life expectancy of 2010 and 2020';
      return {
        ...{ code, base, factor: ofProvince.get(province)! * exp(off), confidence: 'derived' },
        logSd: code === province ? DEATHS_2010.provinceSd : DEATHS_2010.placeSd,
        method: own === undefined ? printed : `${printed}; deaths of 2010`,
      };
    }),
  );
}

function middle(values: readonly (number | undefined)[]): number {
  const known = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  const half = known.length >> 1;
  return known.length === 0 ? 0 : known.length % 2 === 1 ? known[half] : (known[half - 1] + known[half]) / 2;
}

/** Deaths a thousand and residents of every county of the census of 2010 in a province. */
function deathRates(
  read: ReadText,
  province: string,
): Map<string, { readonly rate: number; readonly persons: number }> {
  const table = readTable(read, `census/${province}.csv`, ['year', 'code', 'population', 'death_rate_per_mille']);
  const rates = new Map<string, { rate: number; persons: number }>();
  for (const row of table.rows) {
    const rate = optionalNumberAt(table, row, 'death_rate_per_mille');
    if (textAt(row, 'year') === '2010' && rate !== undefined)
      rates.set(textAt(row, 'code'), { rate, persons: numberAt(table, row, 'population') });
  }
  return rates;
}

/** Logarithm of the deaths the census of 2010 printed over those a place's ages give. */
function excessDeaths(
  place: PlaceAges | undefined,
  rates: ReturnType<typeof deathRates>,
  expected: (ages: PlaceAges) => number,
): number | undefined {
  const counties = place?.counties.flatMap((code) => rates.get(code) ?? []) ?? [];
  if (place === undefined || counties.length === 0) return undefined;
  const persons = counties.reduce((all, county) => all + county.persons, 0);
  const deaths = counties.reduce((all, county) => all + (county.rate * county.persons) / 1000, 0);
  return log(((deaths / persons) * place.population) / expected(place));
}

/** One factor on all probabilities of dying, so that life expectancy differs from the nation's as the census says; 2020: mean of both. */
function factorOfProvince(read: ReadText, code: string, base: 2010 | 2020): number {
  const years = base === 2010 ? [2010] : [2010, 2020];
  const rates = nationalRates(read);
  const factors = years.map((year) => {
    const gap = printedExpectancy(read, code, year) - printedExpectancy(read, '000000', year);
    const qx = rates.qx[year - rates.firstYear];
    const wanted = lifeExpectancy(qx, 1) + gap;
    let [low, high] = [0.2, 4];
    for (let n = 0; n < 40; n++) {
      const half = (low + high) / 2;
      if (lifeExpectancy(qx, half) > wanted) low = half;
      else high = half;
    }
    return (low + high) / 2;
  });
  return factors.reduce((all, factor) => all + factor, 0) / factors.length;
}

function printedExpectancy(read: ReadText, code: string, year: number): number {
  const table = readTable(read, `observations/${code}.csv`, ['area_code', 'year', 'indicator', 'value']);
  const row = table.rows.find(
    (each) =>
      textAt(each, 'area_code') === code &&
      numberAt(table, each, 'year') === year &&
      textAt(each, 'indicator') === 'e0',
  );
  if (row === undefined) throw new RangeError(`no life expectancy of ${code} in ${year}`);
  return numberAt(table, row, 'value');
}

/** Of both sexes: the mean, at probabilities of dying times a factor. */
function lifeExpectancy(qx: readonly [Float64Array, Float64Array], factor: number): number {
  const ofSex = (sex: 0 | 1): number => {
    let [alive, years] = [1, 0];
    for (let age = 0; age < AGES - 1; age++) {
      const deaths = alive * Math.min(1, qx[sex][age] * factor);
      years += alive - deaths * (age === 0 ? 0.9 : 0.5);
      alive -= deaths;
    }
    return years + alive / Math.min(1, qx[sex][AGES - 1] * factor) - alive / 2;
  };
  return (ofSex(0) + ofSex(1)) / 2;
}
