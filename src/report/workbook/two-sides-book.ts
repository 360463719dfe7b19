import type { Estimate } from '../../analysis/paired/estimate.ts';
import { inEach, type Localized, text } from '../../language/language.ts';
import { figure, freeze, label, newSheet, put, putLine, putRow } from './build.ts';
import { average, constant, minus, of, percentile, plus, range, sum, times } from './expression.ts';
import { inMoney } from './money.ts';
import type { Book, Cell, Sheet } from './sheet.ts';
import { words } from './words.ts';

/** Yearly money of both sides of one kind, yuan. */
export interface TwoSidedMeasure {
  readonly id: string;
  readonly name: Localized;
  /** [replicate][year]; both sides have the same replicates and years. */
  readonly base: readonly (readonly number[])[];
  readonly alternative: readonly (readonly number[])[];
  /** Of the paired difference of all years added up. */
  readonly difference: Estimate;
}

/** Two runs of one place, paired as `luohu compare` pairs them. */
export interface TwoSides {
  readonly base: Localized;
  readonly alternative: Localized;
  readonly city: Localized;
  readonly years: readonly number[];
  /** Numbers of the replicates, in order. */
  readonly replicates: readonly number[];
  readonly sample: number;
  readonly sections: readonly { readonly name: Localized; readonly measures: readonly TwoSidedMeasure[] }[];
}

const say = {
  title: text('两次运行的财政比较', 'Two runs side by side: money'),
  together: text('两方比较', 'Side by side'),
  yearly: text('两方逐年', 'By year'),
  replicates: text('两方逐次', 'Replicates'),
  item: text('项目（万元）', 'Item (10,000 yuan)'),
  base: text('基准', 'Base'),
  alternative: text('对照', 'Alternative'),
  difference: text('差异', 'Difference'),
  error: text('标准误', 'Standard error'),
  low: text('均值90%区间下限', 'Lower end, 90 % of the mean'),
  high: text('均值90%区间上限', 'Upper end, 90 % of the mean'),
  p05: text('重复的5%分位', '5 % of the replicates'),
  p95: text('重复的95%分位', '95 % of the replicates'),
  replicate: text('重复', 'Replicate'),
  sum: (from: number, to: number): Localized =>
    text(`${from}至${to}年合计，当年价。`, `All years from ${from} to ${to}, current prices.`),
  paired: text(
    '差异逐次重复相减：同一次重复两边的人、运气和参数相同，只差政策。均值、差异与分位数按“两方逐次”即时计算；标准误考虑重复共用基年人口，来自程序。',
    'Differences are taken replicate by replicate: the same replicate of both sides has the same people, luck and parameters and differs in policy alone. Means, differences and quantiles are live over the sheet Replicates; the standard error allows for base populations that replicates share and is the program’s.',
  ),
  one: text('只有一次重复，没有标准误与区间。', 'One replicate: no standard error and no interval.'),
  few: text('重复少于10次，区间两端粗略。', 'Fewer than ten replicates: the ends of intervals are rough.'),
  each: text(
    '每次重复各年合计（万元）。改动任一数字，“两方比较”随之重算。',
    'All years of each replicate added up (10,000 yuan). Change a figure and the sheet Side by side follows.',
  ),
  meanByYear: text('各年均值（万元，当年价）。', 'Means by year (10,000 yuan, current prices).'),
};

/** Replicates below which ends of intervals are rough. */
const FEW = 10;
/** Measures by year on a printed page. */
const PER_PAGE = 10;
/** Measures of the sheet of replicates that are printed; the others are there on the screen. */
const PRINTED = 4;

/**
 * The book of two runs of one place: both sides' money with the paired difference and its interval, by year, and replicate by replicate
 * beneath, over which means, differences and quantiles are live formulas.
 */
export function twoSidesBookOf(sides: TwoSides, lang: keyof Localized, prepared: string): Book {
  const said = (name: Localized): string => name[lang];
  const { years, replicates, sections } = sides;
  const [from, to] = [years[0]!, years.at(-1)!];
  const measures = sections.flatMap(({ measures: own }) => own);
  const names = `${said(say.base)}${said(words.colon)}${said(sides.base)}${said(words.semicolon)}${said(say.alternative)}${said(words.colon)}${said(sides.alternative)}`;
  const head = (sheet: Sheet, title: Localized, ...subtitle: string[]): void => {
    const last = sheet.page.columns === null ? sheet.widths.length - 1 : sheet.page.columns - 1;
    putLine(sheet, 0, `${said(sides.city)}${said(words.colon)}${said(title)}`, last, 'title');
    putLine(sheet, 1, [names, ...subtitle].join('\n'), last, 'subtitle');
  };
  const doubt =
    replicates.length === 1 ? [said(say.one)] : replicates.length < FEW ? [said(say.few)] : ([] as string[]);

  // replicate by replicate: base, alternative and their difference of every measure
  const single = newSheet(said(say.replicates), 'base', [10, ...measures.flatMap(() => [13, 13, 13])], {
    titleColumns: 1,
    columns: 1 + 3 * PRINTED,
  });
  head(single, say.replicates, `${said(say.sum(from, to))}${said(say.each)}`);
  put(single, 4, 0, said(say.replicate), { role: 'header' });
  put(single, 3, 0, '', { role: 'header' });
  freeze(single, 5, 1);
  const columns = measures.map((measure, m) => {
    const first = 1 + 3 * m;
    put(single, 3, first, said(measure.name), { role: 'header' });
    put(single, 3, first + 1, '', { role: 'header' });
    put(single, 3, first + 2, '', { role: 'header' });
    single.merges.push({ row: 3, column: first, toColumn: first + 2 });
    putRow(single, 4, first, [said(say.base), said(say.alternative), said(say.difference)], 'header');
    const cells = replicates.map((_, r) => {
      const [before, after] = [measure.base[r]!, measure.alternative[r]!].map((values) =>
        values.reduce((all, value) => all + value, 0),
      ) as [number, number];
      const left = put(single, 5 + r, first, figure(inMoney(before), 'simulated'), { format: 'money' });
      const right = put(single, 5 + r, first + 1, figure(inMoney(after), 'simulated'), { format: 'money' });
      const gap = put(single, 5 + r, first + 2, minus(of(right), of(left)), { format: 'money' });
      return [left, right, gap] as const;
    });
    const columnOf = (side: 0 | 1 | 2) => range(cells[0]![side], cells.at(-1)![side], { rows: true });
    return { measure, base: columnOf(0), alternative: columnOf(1), difference: columnOf(2) };
  });
  single.heights.set(3, 46);
  replicates.forEach((replicate, r) => {
    put(single, 5 + r, 0, label(replicate), { role: 'rowHeader', format: 'year' });
  });

  const together = newSheet(said(say.together), 'result', [44, 14, 14, 14, 12, 14, 14, 14, 14], { titleRow: 3 });
  head(together, say.title, `${said(say.sum(from, to))}${said(say.paired)}`, ...doubt);
  putRow(
    together,
    3,
    0,
    [say.item, say.base, say.alternative, say.difference, say.error, say.low, say.high, say.p05, say.p95].map(said),
    'header',
  );
  freeze(together, 4, 1);
  let row = 4;
  for (const [n, section] of sections.entries()) {
    if (n === 2) together.breaks.push(row - 1);
    putLine(together, row++, said(section.name), 8, 'section');
    for (const measure of section.measures) {
      const own = columns.find((each) => each.measure === measure)!;
      const { mean, se, low, p05, p95 } = measure.difference;
      put(together, row, 0, said(measure.name), { role: 'rowHeader' });
      const left = put(together, row, 1, average(own.base), { format: 'money' });
      const right = put(together, row, 2, average(own.alternative), { format: 'money' });
      const gap = put(together, row, 3, minus(of(right), of(left)), {
        format: 'money',
        role: 'total',
        expected: inMoney(mean),
      });
      if (Number.isFinite(se)) {
        const error = put(together, row, 4, figure(inMoney(se), 'simulated'), { format: 'money' });
        // half the width of the interval in standard errors, by Student's t of the replicates
        const half = times(constant(se === 0 ? 0 : (mean - low) / se), of(error));
        put(together, row, 5, minus(of(gap), half), { format: 'money', expected: inMoney(low) });
        put(together, row, 6, plus(of(gap), half), { format: 'money', expected: inMoney(measure.difference.high) });
        put(together, row, 7, percentile(own.difference, 0.05), { format: 'money', expected: inMoney(p05) });
        put(together, row, 8, percentile(own.difference, 0.95), { format: 'money', expected: inMoney(p95) });
      }
      row++;
    }
  }

  const yearly = newSheet(said(say.yearly), 'result', [38, 12, ...years.map(() => 11), 13], {
    titleRow: 3,
    titleColumns: 2,
  });
  head(yearly, say.yearly, said(say.meanByYear));
  putRow(yearly, 3, 0, [said(words.item), ''], 'header');
  years.forEach((year, y) => {
    put(yearly, 3, 2 + y, label(year), { role: 'header', format: 'year' });
  });
  put(yearly, 3, 2 + years.length, said(words.total), { role: 'header' });
  freeze(yearly, 4, 2);
  sections[0]!.measures.forEach((measure, m) => {
    const top = 4 + 3 * m;
    if (m > 0 && m % PER_PAGE === 0) yearly.breaks.push(top - 1);
    const mean = (values: readonly (readonly number[])[], y: number): number =>
      values.reduce((all, one) => all + one[y]!, 0) / values.length;
    const lines = [say.base, say.alternative, say.difference].map((side, s) => {
      put(yearly, top + s, 0, s === 0 ? said(measure.name) : '', { role: 'rowHeader' });
      put(yearly, top + s, 1, said(side), { role: 'rowHeader' });
      return top + s;
    });
    const at = (line: number, y: number): Cell => yearly.cells.get(`${lines[line]},${2 + y}`)!;
    years.forEach((_, y) => {
      put(yearly, top, 2 + y, figure(inMoney(mean(measure.base, y)), 'simulated'), { format: 'money' });
      put(yearly, top + 1, 2 + y, figure(inMoney(mean(measure.alternative, y)), 'simulated'), { format: 'money' });
      put(yearly, top + 2, 2 + y, minus(of(at(1, y)), of(at(0, y))), { format: 'money', role: 'total' });
    });
    lines.forEach((line, s) => {
      put(yearly, line, 2 + years.length, sum(range(at(s, 0), at(s, years.length - 1))), {
        format: 'money',
        role: 'total',
        ...(s === 2 ? { expected: inMoney(measure.difference.mean) } : {}),
      });
    });
  });

  const declared = inEach(
    (each) =>
      text(
        `${replicates.length}次重复配对；${sides.sample < 1 ? `抽样${Number((100 * sides.sample).toFixed(1))}%家庭` : '全部家庭'}`,
        `${replicates.length} paired ${replicates.length === 1 ? 'replicate' : 'replicates'}; ${sides.sample < 1 ? `a sample of ${Number((100 * sides.sample).toFixed(1))}% of the households` : 'all households'}`,
      )[each],
  );
  return {
    title: said(say.title),
    subject: names,
    lang,
    declared: said(declared),
    prepared,
    sheets: [together, yearly, single],
    names: [],
  };
}
