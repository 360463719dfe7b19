import { provinceOf, type Region, type Regions } from '../../scenario/city/regions.ts';
import type { ParameterName } from '../../scenario/parameters.ts';
import { sourceNames } from '../../scenario/source-names.ts';
import { type ReadText, readTable } from '../../scenario/tables.ts';
import { NATIONAL_WAGE, ruralIncome, wageOf } from './income-rows.ts';
import { priceOf } from './price-rows.ts';
import { assumed, type NewSetting, type NewValue } from './setting.ts';

/** Mean monthly earnings of migrant workers in 2020, yuan. NBS, migrant worker monitoring survey 2020, published. */
const MIGRANT_EARNINGS = 4072;
/**
 * Migrants' earnings differ less between places than wages of insured posts: by this power of the wage. The four cities with a scenario
 * of their own lie at 0.3 to 0.7 of it. Judgement.
 */
const ELASTICITY = 0.5;
const EARNINGS_RANGE = [0.82, 1.2] as const;
/** Earnings in county towns over those in the central city. Judgement, as in the four cities. */
const TOWN = 0.92;
/** A dwelling of 70 m2 at the asking price, and gross rental yields. Judgement, as in the four cities. */
const DWELLING = 70;
const YIELD = { value: 0.023, low: 0.015, high: 0.03 } as const;
/** Spread of prefectures around their province's rural income: most lie within. Judgement. */
const VILLAGE_RANGE = [0.75, 1.25] as const;

/** Incomes, earnings and the rent of a place from data/income/ and data/housing-price/. */
export function incomeSettings(read: ReadText, region: Region, regions: Regions): NewSetting[] {
  const columns = ['area_code', 'year', 'indicator', 'value', 'low', 'high', 'source', 'confidence'];
  const table = readTable(read, `income/${provinceOf(region.code)}.csv`, columns);
  const province = regions.get(provinceOf(region.code))!;
  const nameOf = sourceNames(read);
  const village =
    ruralIncome(table, region.code, nameOf) ??
    ofProvince(ruralIncome(table, province.code, nameOf), province) ??
    noRuralIncome();
  return [
    { name: 'income.village', values: [village] },
    { name: 'income.town', values: [earnings('income.town', TOWN)] },
    { name: 'income.centre', values: [earnings('income.centre', 1)] },
    ...rentSettings(read, region, province),
  ];

  function earnings(name: ParameterName, share: number): NewValue {
    const wage = wageOf(table, region, province);
    const value = share * MIGRANT_EARNINGS * (wage.yuanPerMonth / NATIONAL_WAGE) ** ELASTICITY;
    const less = share === 1 ? { zh: '', en: '' } : { zh: '，县镇低8%', en: ', 8 % less in county towns' };
    return assumed(name, value, [value * EARNINGS_RANGE[0], value * EARNINGS_RANGE[1]], {
      zh: `2020年全国农民工月均收入${MIGRANT_EARNINGS}元，乘以${wage.name.zh}与全国${NATIONAL_WAGE}元之比的平方根${less.zh}`,
      en: `mean earnings of migrant workers in the nation in 2020, ${MIGRANT_EARNINGS} yuan, times the root of ${wage.name.en} over the nation's ${NATIONAL_WAGE}${less.en}`,
    });
  }
}

/** The province's rural income as an assumption of one of its prefectures. */
function ofProvince(whole: NewValue | null, { name }: Region): NewValue | null {
  if (whole === null) return null;
  const { value, why } = whole;
  return assumed('income.village', value, [value * VILLAGE_RANGE[0], value * VILLAGE_RANGE[1]], {
    zh: `本地无数字，取${name.zh}的数（${why.zh}），范围为其75%至125%`,
    en: `no figure of the place: that of ${name.en} (${why.en}), 75 to 125 % of it`,
  });
}

const NATIONAL_RURAL_INCOME = 17131;

const noRuralIncome = (): NewValue =>
  assumed(
    'income.village',
    NATIONAL_RURAL_INCOME,
    [NATIONAL_RURAL_INCOME * VILLAGE_RANGE[0], NATIONAL_RURAL_INCOME * VILLAGE_RANGE[1]],
    {
      zh: '本地与本省无数字，取全国2020年农村居民人均可支配收入17131元',
      en: 'no figure of the place or its province: rural disposable income of the nation in 2020, 17,131 yuan',
    },
  );

function rentSettings(read: ReadText, region: Region, province: Region): NewSetting[] {
  const price = priceOf(read, region, province);
  if (price === null) return [];
  const rent = (rate: number): number => (DWELLING * price.yuanPerM2 * rate) / 12;
  const value = assumed('housing.rent', rent(YIELD.value), [rent(YIELD.low), rent(YIELD.high)], {
    zh: `70平方米，按${price.name.zh}与毛租金收益率2.3%（1.5%—3%）`,
    en: `70 m2 at ${price.name.en} and a gross yield of 2.3 %, 1.5-3`,
  });
  return [{ name: 'housing.rent', values: [value] }];
}
