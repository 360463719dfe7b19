import { headlineNames } from '../../indicator/headlines.ts';
import { kindNames, unitNames } from '../../indicator/indicators.ts';
import { type Language, type Localized, text } from '../../language/language.ts';
import { routeLabel } from '../route-label.ts';
import { type Shown, yearsOf } from './choice.ts';
import { decimalsOf, justifiedDecimals, roundTo, twoDigits } from './digits.ts';
import type { ReadableTable } from './readable-csv.ts';
import type { Figure, ResultTables } from './result-tables.ts';

const WHOLE = 'city';

const words = {
  code: text('指标代码', 'Indicator code'),
  indicator: text('指标', 'Indicator'),
  areaCode: text('地区代码', 'Area code'),
  area: text('地区', 'Area'),
  year: text('年份', 'Year'),
  unit: text('单位', 'Unit'),
  mean: text('平均', 'Mean'),
  mcse: text('平均的标准误', 'Standard error of the mean'),
  p05: text('5%分位', '5 % quantile'),
  p50: text('中位数', 'Median'),
  p95: text('95%分位', '95 % quantile'),
  sample: text('抽样能否说明', 'What the sample carries'),
  statistic: text('统计量', 'Statistic'),
  kind: text('类别', 'Kind'),
  meaning: text('含义', 'Meaning'),
  routeCode: text('途径代码', 'Route code'),
  route: text('落户途径', 'Route'),
  documentCode: text('文件代码', 'Document code'),
  document: text('依据文件', 'Document'),
  clauseCode: text('条款代码', 'Clause code'),
  clause: text('条款', 'Clause'),
  persons: text('落户人数（平均）', 'Persons who settled (mean)'),
  titles: {
    main: text('主要指标', 'Main figures'),
    parts: text('各地区', 'By area'),
    settled: text('落户', 'Settled'),
    wide: text('全部指标（逐年）', 'All by year'),
    long: text('全部指标', 'All'),
    dictionary: text('指标解释', 'Dictionary'),
  },
} as const;

/** Words for the marks of a sample. */
const sampleNames: Readonly<Record<string, Localized>> = {
  whole: text('全部人口，未抽样', 'everybody, no sample'),
  ok: text('可以', 'yes'),
  few: text('人数少，区间偏宽', 'few people, interval too wide'),
  scarce: text('抽样有偏，须全量运行', 'biased by the sample, run everybody'),
};

/** A document and its clauses as they are called. */
export interface LawNames {
  readonly document: (id: string) => Localized;
  /** What the clause says. */
  readonly clause: (document: string, id: string) => Localized;
}

/** All tables of a result in the words of one language. */
export function readableTables(result: ResultTables, law: LawNames, lang: Language, shown: Shown = {}): Tables {
  const years = yearsOf(shown.years, yearsThere(result));
  const areas = new Set(shown.areas ?? [...result.areas.map(({ code }) => code)]);
  const figures = result.figures.filter((figure) => years.includes(figure.year) && areas.has(figure.area));
  const wholes = [WHOLE].filter((code) => areas.has(code));
  const main = new Set<string>(headlineNames);
  return {
    main: wideTable(
      'main',
      words.titles.main,
      figures.filter((figure) => wholes.includes(figure.area) && main.has(figure.indicator)),
      statistics,
      result,
      lang,
    ),
    parts: wideTable(
      'areas',
      words.titles.parts,
      figures.filter((figure) => !wholes.includes(figure.area) && main.has(figure.indicator)),
      ['mean'],
      result,
      lang,
    ),
    settled: settledTable(result, law, years, areas, lang),
    wide: wideTable('indicators-by-year', words.titles.wide, figures, ['mean'], result, lang),
    long: longTable(figures, result, lang),
    dictionary: dictionaryTable(result, lang),
  };
}

interface Tables {
  readonly main: ReadableTable;
  readonly parts: ReadableTable;
  readonly settled: ReadableTable;
  readonly wide: ReadableTable;
  readonly long: ReadableTable;
  readonly dictionary: ReadableTable;
}

/** Years of a result in order. */
const yearsThere = ({ figures }: ResultTables): number[] =>
  [...new Set(figures.map(({ year }) => year))].sort((a, b) => a - b);

const statistics = ['mean', 'p05', 'p95'] as const;
type Statistic = (typeof statistics)[number];

const decimals = ({ mean, mcse, unit }: Figure): number => justifiedDecimals(mean, mcse, decimalsOf(unit));

interface Names {
  readonly area: (code: string) => string;
  readonly indicator: (code: string) => string;
  readonly unit: (unit: string) => string;
}

function namesIn({ areas, meanings }: ResultTables, lang: Language): Names {
  const areaNames = new Map(areas.map(({ code, name }) => [code, name[lang]]));
  return {
    area: (code) => areaNames.get(code) ?? code,
    indicator: (code) => meanings.get(code)?.name[lang] || code,
    unit: (unit) => (Object.hasOwn(unitNames, unit) ? unitNames[unit as keyof typeof unitNames][lang] : unit),
  };
}

/** One row a figure: mean, error, quantiles, what the sample carries. */
function longTable(figures: readonly Figure[], result: ResultTables, lang: Language): ReadableTable {
  const names = namesIn(result, lang);
  const columns = [
    'area',
    'areaCode',
    'year',
    'indicator',
    'code',
    'unit',
    'mean',
    'mcse',
    'p05',
    'p50',
    'p95',
    'sample',
  ] as const;
  return {
    file: 'indicators',
    title: words.titles.long[lang],
    names: 6,
    head: columns.map((column) => words[column][lang]),
    rows: figures.map((figure) => {
      const to = decimals(figure);
      return [
        names.area(figure.area),
        figure.area,
        figure.year,
        names.indicator(figure.indicator),
        figure.indicator,
        names.unit(figure.unit),
        roundTo(figure.mean, to),
        twoDigits(figure.mcse),
        roundTo(figure.p05, to),
        roundTo(figure.p50, to),
        roundTo(figure.p95, to),
        sampleNames[figure.sample]?.[lang] ?? figure.sample,
      ];
    }),
  };
}

/** One row an area and indicator, one column a year; further rows for further statistics. A year without the figure is empty. */
function wideTable(
  file: string,
  title: Localized,
  figures: readonly Figure[],
  shown: readonly Statistic[],
  result: ResultTables,
  lang: Language,
): ReadableTable {
  const names = namesIn(result, lang);
  const years = [...new Set(figures.map(({ year }) => year))].sort((a, b) => a - b);
  const byRow = new Map<string, Map<number, Figure>>();
  for (const figure of figures) {
    const key = `${figure.area} ${figure.indicator}`;
    const row = byRow.get(key);
    if (row) row.set(figure.year, figure);
    else byRow.set(key, new Map([[figure.year, figure]]));
  }
  const columns = ['area', 'areaCode', 'indicator', 'code', 'unit', 'statistic'] as const;
  return {
    file,
    title: title[lang],
    names: columns.length,
    head: [...columns.map((column) => words[column][lang]), ...years.map(String)],
    rows: [...byRow.values()].flatMap((byYear) => {
      const [first] = byYear.values() as unknown as [Figure];
      return shown.map((statistic) => [
        names.area(first.area),
        first.area,
        names.indicator(first.indicator),
        first.indicator,
        names.unit(first.unit),
        words[statistic][lang],
        ...years.map((year) => {
          const figure = byYear.get(year);
          return figure === undefined ? Number.NaN : roundTo(figure[statistic], decimals(figure));
        }),
      ]);
    }),
  };
}

/** Persons who settled, by route and clause, one row each. */
function settledTable(
  { settled, areas }: ResultTables,
  law: LawNames,
  years: readonly number[],
  shown: ReadonlySet<string>,
  lang: Language,
): ReadableTable {
  const areaNames = new Map(areas.map(({ code, name }) => [code, name[lang]]));
  const columns = [
    'year',
    'area',
    'areaCode',
    'route',
    'routeCode',
    'document',
    'documentCode',
    'clause',
    'clauseCode',
    'persons',
    'mcse',
  ] as const;
  return {
    file: 'settled',
    title: words.titles.settled[lang],
    names: 9,
    head: columns.map((column) => words[column][lang]),
    rows: settled
      .filter(({ year, area }) => years.includes(year) && shown.has(area))
      .map((row) => {
        const to = justifiedDecimals(row.persons_mean, row.persons_mcse, 0);
        return [
          row.year,
          areaNames.get(row.area) ?? row.area,
          row.area,
          routeLabel(row, lang),
          row.route,
          law.document(row.document)[lang],
          row.document,
          law.clause(row.document, row.clause)[lang],
          row.clause,
          roundTo(row.persons_mean, to),
          twoDigits(row.persons_mcse),
        ];
      }),
  };
}

/** What every indicator means. */
function dictionaryTable({ meanings }: ResultTables, lang: Language): ReadableTable {
  const names = namesIn({ areas: [], meanings } as unknown as ResultTables, lang);
  const kindName = (kind: string): string =>
    Object.hasOwn(kindNames, kind) ? kindNames[kind as keyof typeof kindNames][lang] : kind;
  return {
    file: 'dictionary',
    title: words.titles.dictionary[lang],
    names: 2,
    head: (['indicator', 'code', 'unit', 'kind', 'meaning'] as const).map((column) => words[column][lang]),
    rows: [...meanings].map(([code, { name, unit, kind, definition }]) => [
      name[lang],
      code,
      names.unit(unit),
      kindName(kind),
      definition[lang],
    ]),
  };
}
