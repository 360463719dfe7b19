import { placeCensus, readCensus } from '../../scenario/city/census-unit.ts';
import { provinceOf, readRegions } from '../../scenario/city/regions.ts';
import type { CityData } from '../../scenario/city-data.ts';
import { loadObservations, type ObservedValue } from '../../scenario/load-observations.ts';
import type { ReadText } from '../../scenario/tables.ts';
import { alike, namesOf, spread } from './borrow.ts';
import type { Donor } from './donors.ts';
import { assumed, type NewSetting, type NewValue, rounded } from './setting.ts';

/** Years around the base year in which a published rate by place still says something of it. */
const NEAR_YEARS = 3;
/** Points a year the rate is taken back or forth, as scenarios/chifeng.yaml does; half to double beside it. Judgement. */
const POINTS_A_YEAR = 0.6;

/** Where people are registered: the share of registers in towns, and of the residents from other counties who are the city's own. */
export function registerSettings(read: ReadText, city: CityData, donors: readonly Donor[]): NewSetting[] {
  return [
    { name: 'base.insideShare', values: [insideShare(city, donors)] },
    { name: 'base.registeredTownShare', values: [townShare(read, city)] },
  ];
}

/** The published rate by place nearest to the base year, or the non-agricultural share of 2010 moved as that of the province or the nation. */
function townShare(read: ReadText, city: CityData): NewValue {
  const year = city.censusYear;
  const published = publishedRates(read, city.code, year);
  if (published[0] !== undefined && year === 2020) return fromPublished(published[0], year);

  const own = placeCensus(read, city.code, 2010)?.total.nonAgriculturalShare ?? NATION_2010;
  const { rate, share, from } = widerRate(read, city.code, year);
  const shift = logit(rate) - logit(share);
  const at = (more: number): number => logistic(logit(own) + shift + more);
  const percent = (value: number): string => (100 * value).toFixed(1);
  return assumed('base.registeredTownShare', at(0), [at(-SPREAD), at(SPREAD)], {
    zh: `按登记地未公布：2010年常住人口中非农业户口占${percent(own)}%，按${from.zh}由${percent(share)}%到${year}年户籍人口城镇化率${percent(rate)}%的对数几率之差推算`,
    en: `not published by place: ${percent(own)} % of residents held non-agricultural hukou in 2010, moved in log-odds as ${from.en} from ${percent(share)} % to a registered rate of ${percent(rate)} % in ${year}`,
  });
}

/** Standard deviation between prefectures, in log-odds, of how far register by place lies from kind in 2010. Judgement on some twenty of them. */
const SPREAD = 0.35;
/** Residents of non-agricultural hukou in the nation in 2010: sum of the counties of the census. */
const NATION_2010 = 0.292;
/** Registered rates of the nation by kind of hukou in 2010 (recalled) and by place in 2020. */
const NATIONAL_RATE = { 2010: 0.342, 2020: 0.454 } as const;

const logit = (share: number): number => Math.log(share / (1 - share));
const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** The registered rate published nearest to a base year of the province, else of the nation, beside the share of 2010 it is to be compared with. */
function widerRate(read: ReadText, code: string, year: 2010 | 2020) {
  const province = provinceOf(code);
  const name = readRegions(read).get(province)!.name;
  const share = readCensus(read, 2010, province).get(province)?.nonAgriculturalShare;
  const published = publishedRates(read, province, year)[0];
  if (published !== undefined && share !== undefined) return { rate: published.value / 100, share, from: name };
  return { rate: NATIONAL_RATE[year], share: NATION_2010, from: { zh: '全国', en: 'the nation' } };
}

/** Registered rates printed of a place within some years of a base year, nearest first; those of 2020 are by place. */
const publishedRates = (read: ReadText, code: string, year: 2010 | 2020): ObservedValue[] =>
  loadObservations(read, code, [])
    .filter(({ indicator, confidence }) => indicator === 'registered_urbanization_rate' && confidence !== 'recalled')
    .filter((row) => (year === 2010 || row.year > 2015) && Math.abs(row.year - year) <= NEAR_YEARS)
    .sort((a, b) => Math.abs(a.year - year) - Math.abs(b.year - year));

function fromPublished({ year, value, source }: ObservedValue, baseYear: number): NewValue {
  const years = baseYear - year;
  const at = (points: number): number => rounded((value + points * years) / 100);
  const ends = [at(POINTS_A_YEAR / 2), at(POINTS_A_YEAR * 2)];
  return {
    from: null,
    value: at(POINTS_A_YEAR),
    range: years === 0 ? null : [Math.min(...ends), Math.max(...ends)],
    mark: years === 0 ? 'published' : 'derived',
    why: {
      zh: `${year}年为${value}%（${source}），按每年${POINTS_A_YEAR}个百分点推到${baseYear}年`,
      en: `${value} % at the end of ${year} (${source}), moved to ${baseYear} at ${POINTS_A_YEAR} points a year`,
    },
  };
}

/**
 * Share of the residents from other counties of the province who come from inside the city. No table tells it, but it is at most
 * the persons away from the city's areas over the residents from other counties; the lenders' share of that limit is borrowed.
 */
function insideShare(city: CityData, donors: readonly Donor[]): NewValue {
  if (city.areas.length === 1) {
    return {
      from: null,
      value: 0,
      range: null,
      mark: 'derived',
      why: {
        zh: '全市只有一个区域，没有来自本市其他县的人',
        en: 'one area: nobody comes from another county of the city',
      },
    };
  }
  const lenders = alike(donors, city);
  const most = mostInside(city);
  const share = spread('base.insideShare', lenders, (donor) => mostInside(donor.city));
  const limit = (100 * most).toFixed(0);
  return assumed('base.insideShare', most * share.mean, [most * share.low, most * Math.min(1, share.high)], {
    zh: `没有表格区分：普查允许的上限为${limit}%，占上限的比例借自${namesOf(lenders).zh}`,
    en: `no table tells them apart: at most ${limit} % by the census; the share of that limit is ${namesOf(lenders).en}`,
  });
}

/** Persons away from the city's areas over residents from other counties of the province, at most 1. */
function mostInside({ areas }: CityData): number {
  let away = 0;
  let from = 0;
  for (const { registered, population, fromOtherCounty, fromOtherProvince } of areas) {
    away += Math.max(0, registered - (population - fromOtherCounty - fromOtherProvince));
    from += fromOtherCounty;
  }
  return from === 0 ? 1 : Math.min(1, away / from);
}
