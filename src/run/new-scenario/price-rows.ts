import { median } from 'simple-statistics';
import type { Localized } from '../../language/language.ts';
import { provinceOf, type Region } from '../../scenario/city/regions.ts';
import { numberAt, type ReadText, type Row, readTable, type Table, textAt } from '../../scenario/tables.ts';

/** Asking prices of dwellings, the best kind of source first. */
const KINDS = [
  'house_price_listing_anjuke',
  'house_price_listing_58',
  'house_price_compiled',
  'house_price_listing_ranking',
  'house_price_listing_creprice',
] as const;
/** Year the rent is stated for, as incomes are. */
const PRICE_YEAR = 2020;
/** Years a price may lie off it. */
const FARTHEST = 5;

/** Asking price of dwellings, yuan a square metre. */
interface AskingPrice {
  readonly yuanPerM2: number;
  readonly name: Localized;
}

/** Asking price of a place near 2020: its own, or the median of its province's places. Null where the province has none. */
export function priceOf(read: ReadText, region: Region, province: Region): AskingPrice | null {
  const columns = ['code', 'year', 'indicator', 'value', 'confidence'];
  const table = readTable(read, `housing-price/${provinceOf(region.code)}.csv`, columns);
  const own = nearestPrice(table, (code) => code === region.code);
  if (own !== null) {
    const { yuanPerM2, year } = own;
    return {
      yuanPerM2,
      name: {
        zh: `${year}年挂牌价每平方米${yuanPerM2}元`,
        en: `the asking price of ${yuanPerM2} yuan/m2 in ${year}`,
      },
    };
  }
  const codes = [...new Set(table.rows.map((row) => textAt(row, 'code')))];
  const others = codes.flatMap((code) => nearestPrice(table, (each) => each === code)?.yuanPerM2 ?? []);
  if (others.length === 0) return null;
  const yuanPerM2 = Math.round(median(others));
  return {
    yuanPerM2,
    name: {
      zh: `${province.name.zh}各地挂牌价的中位数每平方米${yuanPerM2}元（本地无数字）`,
      en: `the median asking price of ${province.name.en}, ${yuanPerM2} yuan/m2 (none of the place)`,
    },
  };
}

/** The price nearest to 2020 in years, of the best kind of source that has one. */
function nearestPrice(table: Table, isOf: (code: string) => boolean): { yuanPerM2: number; year: number } | null {
  const away = (row: Row): number => Math.abs(numberAt(table, row, 'year') - PRICE_YEAR);
  const rows = table.rows
    .filter((row) => isOf(textAt(row, 'code')) && !/suspect|conflicting/.test(textAt(row, 'confidence')))
    .filter((row) => away(row) <= FARTHEST && KINDS.some((kind) => kind === textAt(row, 'indicator')))
    .sort((a, b) => away(a) - away(b) || kindOf(a) - kindOf(b));
  const [first] = rows;
  if (first === undefined) return null;
  return { yuanPerM2: Math.round(numberAt(table, first, 'value')), year: numberAt(table, first, 'year') };
}

const kindOf = (row: Row): number => KINDS.indexOf(textAt(row, 'indicator') as (typeof KINDS)[number]);
