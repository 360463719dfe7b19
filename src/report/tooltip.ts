import { type Language, text } from '../language/language.ts';

/** What fields of chart data are called where a pointer rests on a mark. */
const titles = {
  year: text('年份', 'year'),
  value: text('数值', 'value'),
  source: text('来源', 'source'),
  document: text('文件', 'document'),
  text: text('内容', 'what'),
  name: text('名称', 'name'),
  side: text('一方', 'side'),
  area: text('地区', 'area'),
  city: text('城市', 'city'),
  at: text('取值', 'value'),
  persons: text('人数', 'persons'),
  yuan: text('金额（元）', 'yuan'),
  mean: text('平均', 'mean'),
  p50: text('中位数', 'median'),
  p05: text('5%分位数', '5 % quantile'),
  p95: text('95%分位数', '95 % quantile'),
  observed: text('统计数', 'counted'),
  before: text('之前', 'before'),
  after: text('之后', 'after'),
  priorLow: text('拟合前下限', 'lower end before'),
  priorHigh: text('拟合前上限', 'upper end before'),
  fittedLow: text('拟合后下限', 'lower end after'),
  fitted: text('拟合后', 'after'),
  fittedHigh: text('拟合后上限', 'upper end after'),
} as const;

type Field = keyof typeof titles;

/** The lines of a tooltip: fields in order, each under its name in the reader's language; a format of d3 beside the field where it has one. */
export const tooltip = (lang: Language, ...fields: readonly (Field | readonly [Field, string])[]) =>
  fields.map((each) => {
    const [field, format] = typeof each === 'string' ? [each] : each;
    return { field, title: titles[field][lang], ...(format === undefined ? {} : { format }) };
  });
