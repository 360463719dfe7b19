import { type Localized, text } from '../../language/language.ts';
import type { Region } from '../../scenario/city/regions.ts';
import { numberAt, optionalNumberAt, type Row, type Table, textAt } from '../../scenario/tables.ts';
import { meanOf, type NewValue, rounded } from './setting.ts';

/** Year the incomes of the parameters are stated for (src/process/work/incomes.ts). */
const PRICE_YEAR = 2020;
/** Rural incomes of the three provinces grew by 7.4 to 9.2 % a year (2016-2022); range beside it. Judgement. */
const GROWTH = 0.085;
const GROWTH_RANGE = [0.07, 0.1] as const;

/** A row of data/income/. */
interface IncomeRow {
  readonly year: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly confidence: string;
  readonly source: Localized;
}

/**
 * Rural disposable income of a region in 2020: its row of that year, the growth between the rows around it, or the nearest row
 * moved by the usual growth. Published and derived rows come before assumptions. Null without any row.
 */
export function ruralIncome(table: Table, code: string, nameOf: (source: string) => Localized): NewValue | null {
  const all = rowsOf(table, code, 'rural_disposable_income', nameOf);
  const known = all.filter(({ confidence }) => confidence !== 'assumption');
  const rows = known.length > 0 ? known : all;
  const before = rows.findLast(({ year }) => year <= PRICE_YEAR);
  const after = rows.find(({ year }) => year >= PRICE_YEAR);
  if (before !== undefined && before.year === PRICE_YEAR) return ofTheYear(before);
  if (before !== undefined && after !== undefined) return between(before, after);
  const nearest = before ?? after;
  return nearest === undefined ? null : moved(nearest);
}

const ofTheYear = ({ value, low, high, confidence, source }: IncomeRow): NewValue => ({
  from: null,
  value: rounded(value),
  range: low < high ? [rounded(low), rounded(high)] : null,
  mark: confidence === 'assumption' ? 'assumption' : confidence === 'published' ? 'published' : 'derived',
  why: source,
});

function between(before: IncomeRow, after: IncomeRow): NewValue {
  const share = (PRICE_YEAR - before.year) / (after.year - before.year);
  const value = before.value * (after.value / before.value) ** share;
  const figures = `${before.value} (${before.year}), ${after.value} (${after.year})`;
  return {
    ...derivedOrAssumed([before, after], value, [value * 0.97, value * 1.03]),
    why: {
      zh: `两年之间按匀速增长：${figures}，${before.source.zh}；${after.source.zh}`,
      en: `between ${figures} at even growth: ${before.source.en}; ${after.source.en}`,
    },
  };
}

function moved(row: IncomeRow): NewValue {
  const years = PRICE_YEAR - row.year;
  const by = (value: number, growth: number): number => value * (1 + growth) ** years;
  const ends = [
    by(row.low, GROWTH_RANGE[0]),
    by(row.low, GROWTH_RANGE[1]),
    by(row.high, GROWTH_RANGE[0]),
    by(row.high, GROWTH_RANGE[1]),
  ];
  return {
    ...derivedOrAssumed([row], by(row.value, GROWTH), [Math.min(...ends), Math.max(...ends)]),
    why: {
      zh: `${row.year}年${row.value}元（${row.source.zh}），按年增8.5%推到2020年`,
      en: `${row.value} yuan in ${row.year} (${row.source.en}), moved to 2020 at 8.5 % a year`,
    },
  };
}

const derivedOrAssumed = (rows: readonly IncomeRow[], value: number, [low, high]: readonly [number, number]) => ({
  from: null,
  value: rounded(value),
  range: [Math.min(rounded(value), rounded(low)), Math.max(rounded(value), rounded(high))] as const,
  mark: rows.some(({ confidence }) => confidence === 'assumption') ? ('assumption' as const) : ('derived' as const),
});

/** Mean wage of non-private posts in the nation in 2020, yuan a month: 100,512 a year on post, recalled. */
export const NATIONAL_WAGE = 8376;

/** Indicator of the mean wage. */
const WAGE = 'average_wage_nonprivate_on_post';

/** Mean wage of insured posts in 2020, yuan a month: the prefecture's, or the mean of its province's prefectures. */
export function wageOf(table: Table, region: Region, province: Region): { yuanPerMonth: number; name: Localized } {
  const inYear = (code: string) => rowsOf(table, code, WAGE).find(({ year }) => year === PRICE_YEAR)?.value;
  const own = inYear(region.code);
  if (own !== undefined) {
    const yuanPerMonth = Math.round(own / 12);
    const name = {
      zh: `本市城镇非私营单位在岗职工月均工资${yuanPerMonth}元（2020年）`,
      en: `the mean wage of ${yuanPerMonth} yuan a month in non-private units here (2020)`,
    };
    return { yuanPerMonth, name };
  }
  const codes = [...new Set(table.rows.map((row) => textAt(row, 'area_code')))];
  const around = codes.flatMap((code) => inYear(code) ?? []);
  if (around.length === 0) {
    const name = {
      zh: '全国城镇非私营单位在岗职工月均工资（2020年，本省无数字）',
      en: "the nation's mean wage in non-private units (2020; none of the province)",
    };
    return { yuanPerMonth: NATIONAL_WAGE, name };
  }
  const yuanPerMonth = Math.round(meanOf(around) / 12);
  const name = {
    zh: `${province.name.zh}各市非私营单位在岗职工月均工资${yuanPerMonth}元（2020年，本市无数字）`,
    en: `the mean wage of ${yuanPerMonth} yuan a month in non-private units of ${province.name.en}'s prefectures (2020; none of this one)`,
  };
  return { yuanPerMonth, name };
}

/** Rows of one region and indicator by year, those that contradict another source left out. */
function rowsOf(
  table: Table,
  code: string,
  indicator: string,
  nameOf = (source: string): Localized => text(source, source),
): IncomeRow[] {
  const parsed = (row: Row): IncomeRow => {
    const value = numberAt(table, row, 'value');
    return {
      year: numberAt(table, row, 'year'),
      value,
      low: optionalNumberAt(table, row, 'low') ?? value,
      high: optionalNumberAt(table, row, 'high') ?? value,
      confidence: textAt(row, 'confidence'),
      source: nameOf(textAt(row, 'source')),
    };
  };
  return table.rows
    .filter((row) => textAt(row, 'area_code') === code && textAt(row, 'indicator') === indicator)
    .filter((row) => !/conflicting|suspect/.test(textAt(row, 'confidence')))
    .map(parsed)
    .sort((a, b) => a.year - b.year);
}
