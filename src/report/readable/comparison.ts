import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { headlineSeries } from '../../analysis/compare/headlines.ts';
import type { Comparison } from '../../analysis/compare/tables.ts';
import { comparedNames } from '../../indicator/headlines.ts';
import { indicatorName, unitNames } from '../../indicator/indicators.ts';
import { type Language, type Localized, marks, text } from '../../language/language.ts';
import { writePlainBook } from '../workbook/hucre-plain.ts';
import type { Shown } from './choice.ts';
import { decimalsOf, justifiedDecimals, roundTo, twoDigits } from './digits.ts';
import { type ReadableTable, readableCsv } from './readable-csv.ts';

/** A comparison as its tables for people tell it. */
interface ComparedResults {
  readonly base: Localized;
  readonly alternatives: readonly { readonly title: Localized; readonly differences: Comparison['differences'] }[];
  readonly areas: readonly { readonly code: string; readonly name: Localized }[];
  readonly replicates: number;
  readonly endYear: number;
}

type Row = Comparison['differences'][number];

const words = {
  alternative: text('对照情景', 'Alternative'),
  area: text('地区', 'Area'),
  areaCode: text('地区代码', 'Area code'),
  year: text('年份', 'Year'),
  indicator: text('指标', 'Indicator'),
  code: text('指标代码', 'Indicator code'),
  counted: text('口径', 'Counted'),
  unit: text('单位', 'Unit'),
  base: text('基准（平均）', 'Base (mean)'),
  other: text('对照（平均）', 'Alternative (mean)'),
  difference: text('差异（平均）', 'Difference (mean)'),
  se: text('差异的标准误', 'Standard error of the difference'),
  low: text('均值90%区间下限', 'Mean, 90 % interval from'),
  high: text('均值90%区间上限', 'Mean, 90 % interval to'),
  p05: text('5%分位', '5 % quantile'),
  p95: text('95%分位', '95 % quantile'),
  kinds: { year: text('当年', 'of the year'), cumulative: text('自基年累计', 'since the base year') },
  titles: {
    about: text('说明', 'About'),
    main: text('主要差异', 'Main differences'),
    parts: text('各地区', 'By area'),
    all: text('全部差异', 'All differences'),
  },
  item: text('项目', 'Item'),
  content: text('内容', 'Content'),
  replicates: text('重复次数', 'Replicates'),
  baseTitle: text('基准情景', 'Base'),
  figures: text('数字', 'Figures'),
  figuresTold: text(
    '差异：对照减基准，逐次重复配对（同一次重复的人与运气相同）的平均；数字按差异的标准误取位。5%、95%分位之间含90%的重复。完整精度见上一级文件夹的 differences.csv。',
    'Difference: alternative less base, replicate by replicate with the same people and luck, on average; figures are rounded to what its standard error justifies. 90 % of the replicates lie between the 5 % and the 95 % quantile. Full precision is in differences.csv one folder up.',
  ),
};

/** Decimals of a difference of rates at most: paired differences are finer than the rates. */
const FINEST = 4;

const columns = [
  ...(['alternative', 'area', 'areaCode', 'year', 'indicator', 'code', 'counted', 'unit'] as const),
  ...(['base', 'other', 'difference', 'se', 'low', 'high', 'p05', 'p95'] as const),
];
const NAMES = columns.indexOf('base');

/**
 * Writes the differences for people into a folder: `differences.csv` with a byte-order mark and `tables.xlsx` with the main ones of the
 * city by year and of every area in the last year. Words and units in one language, codes beside.
 * @returns the files written
 */
export async function writeReadableComparison(
  compared: ComparedResults,
  folder: string,
  lang: Language,
  { years, areas }: Shown = {},
): Promise<string[]> {
  const isShown = (row: Row): boolean => (years?.includes(row.year) ?? true) && (areas?.includes(row.area) ?? true);
  const table = (file: string, title: Localized, rowsOf: (rows: readonly Row[]) => readonly Row[]): ReadableTable => ({
    file,
    title: title[lang],
    names: NAMES,
    head: columns.map((column) => words[column][lang]),
    rows: compared.alternatives.flatMap((alternative) =>
      rowsOf(alternative.differences).map((row) => cells(row, alternative.title, compared.areas, lang)),
    ),
  });
  const headlines = new Set<string>(comparedNames);
  const all = table('differences', words.titles.all, (rows) => rows.filter(isShown));
  const main = table('main', words.titles.main, (rows) => headlineSeries(rows).flat().filter(isShown));
  const parts = table('areas', words.titles.parts, (rows) =>
    rows.filter((row) => row.area !== 'city' && row.year === compared.endYear && headlines.has(row.indicator)),
  );
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${all.file}.csv`);
  await writeFile(file, readableCsv(all));
  const titles = compared.alternatives.map(({ title }) => title[lang]).join(marks.semicolon[lang]);
  const about = {
    names: 1,
    title: words.titles.about[lang],
    head: [words.item[lang], words.content[lang]],
    rows: [
      [words.baseTitle[lang], compared.base[lang]],
      [words.alternative[lang], titles],
      [words.replicates[lang], String(compared.replicates)],
      [words.figures[lang], words.figuresTold[lang]],
    ],
  };
  const sheets = [about, main, parts]
    .filter(({ rows }) => rows.length > 0)
    .map(({ title, head, rows, names }) => ({ name: title, head, rows, names }));
  const book = path.join(folder, 'tables.xlsx');
  await writeFile(book, await writePlainBook(compared.base[lang], sheets, lang));
  return [file, book];
}

/** A row of the table: every number to what the error of the difference justifies. */
function cells(row: Row, alternative: Localized, areas: ComparedResults['areas'], lang: Language): (string | number)[] {
  const to = justifiedDecimals(row.mean, row.se, decimalsOf(row.unit) === 0 ? 0 : FINEST);
  const rounded = [row.base, row.alternative, row.mean].map((value) => roundTo(value, to));
  return [
    alternative[lang],
    areas.find(({ code }) => code === row.area)?.name[lang] ?? row.area,
    row.area,
    row.year,
    indicatorName(row.indicator)[lang],
    row.indicator,
    words.kinds[row.counted][lang],
    Object.hasOwn(unitNames, row.unit) ? unitNames[row.unit][lang] : row.unit,
    ...rounded,
    twoDigits(row.se),
    ...[row.low, row.high, row.p05, row.p95].map((value) => roundTo(value, to)),
  ];
}
