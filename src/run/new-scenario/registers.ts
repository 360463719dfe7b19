import type { CityData } from '../../scenario/city-data.ts';
import { alike, namesOf, spread } from './borrow.ts';
import type { Donor } from './donors.ts';
import { assumed, type NewSetting, type NewValue } from './setting.ts';

/** Where people are registered: of the residents from other counties, the share who are the city's own. Registers in towns are those of data/. */
export function registerSettings(city: CityData, donors: readonly Donor[]): NewSetting[] {
  return [{ name: 'base.insideShare', values: [insideShare(city, donors)] }];
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
