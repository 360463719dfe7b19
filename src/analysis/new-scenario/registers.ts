import { placeCensus } from '../../scenario/city/census-unit.ts';
import type { CityData } from '../../scenario/city-data.ts';
import { loadObservations, type ObservedValue } from '../../scenario/load-observations.ts';
import type { ReadText } from '../../scenario/tables.ts';
import { alike, namesOf, spread } from './borrow.ts';
import { type Donor, donorValue } from './donors.ts';
import { assumed, meanOf, type NewSetting, type NewValue, rounded } from './setting.ts';

/** Years around the base year in which a published rate by place still says something of it. */
const NEAR_YEARS = 3;
/** Points a year the rate is taken back or forth, as scenarios/chifeng.yaml does; half to double beside it. Judgement. */
const POINTS_A_YEAR = 0.6;

/** Where people are registered: the share of registers in towns, and of the residents from other counties who are the city's own. */
export function registerSettings(read: ReadText, city: CityData, donors: readonly Donor[]): NewSetting[] {
  return [
    { name: 'base.insideShare', values: [insideShare(city, donors)] },
    { name: 'base.registeredTownShare', values: [townShare(read, city, donors)] },
  ];
}

/** The published rate by place nearest to the base year, or the non-agricultural share of 2010 and the usual points more. */
function townShare(read: ReadText, city: CityData, donors: readonly Donor[]): NewValue {
  const year = city.censusYear;
  const published = loadObservations(read, city.code, [])
    .filter(({ indicator, confidence }) => indicator === 'registered_urbanization_rate' && confidence === 'published')
    .filter((row) => row.year > 2015 && Math.abs(row.year - year) <= NEAR_YEARS)
    .sort((a, b) => Math.abs(a.year - year) - Math.abs(b.year - year));
  if (published[0] !== undefined) return fromPublished(published[0], year);

  const nonAgricultural = (code: string): number => placeCensus(read, code, 2010)?.total.nonAgriculturalShare ?? 0;
  const own = nonAgricultural(city.code);
  const above = donors.map((donor) => {
    const { value, range } = donorValue(donor, 'base.registeredTownShare');
    const share = nonAgricultural(donor.region.code);
    return { value: value - share, low: (range?.[0] ?? value) - share, high: (range?.[1] ?? value) - share };
  });
  const points = meanOf(above.map(({ value }) => value));
  const range = [Math.min(...above.map(({ low }) => low)), Math.max(...above.map(({ high }) => high))] as const;
  const lenders = namesOf({ donors, why: { zh: '各市假设', en: 'the cities with an assumption of it' } });
  const percent = (100 * own).toFixed(1);
  const more = (100 * points).toFixed(1);
  return assumed('base.registeredTownShare', own + points, [own + range[0], own + range[1]], {
    zh: `按登记地未公布：2010年常住人口中非农业户口占${percent}%，${year}年按登记地高${more}个百分点，借自${lenders.zh}`,
    en: `not published by place: ${percent} % of residents held non-agricultural hukou in 2010; by place in ${year} ${more} points more, ${lenders.en}`,
  });
}

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
