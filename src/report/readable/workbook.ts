import { type Language, type Localized, marks, text } from '../../language/language.ts';
import type { PlainSheet } from '../workbook/hucre-plain.ts';
import type { ReadableTable } from './readable-csv.ts';
import type { ResultTables } from './result-tables.ts';
import type { readableTables } from './tables.ts';

const words = {
  about: text('说明', 'About'),
  item: text('项目', 'Item'),
  content: text('内容', 'Content'),
  scenario: text('情景', 'Scenario'),
  question: text('问题', 'Question'),
  place: text('地方', 'Place'),
  years: text('年份', 'Years'),
  replicates: text('重复次数', 'Replicates'),
  sample: text('抽样', 'Sample'),
  sampled: (percent: number): Localized => text(`${percent}%的家庭`, `${percent} % of households`),
  seed: text('种子', 'Seed'),
  documents: text('文件', 'Documents'),
  hash: text('结果哈希', 'Hash of the result'),
  figures: text('数字', 'Figures'),
  figuresTold: text(
    '平均：各次重复的平均；5%、95%分位之间含90%的重复；数字按平均的标准误取位，多余的位数没有意义。完整精度见上一级文件夹的 indicators.csv。',
    'Mean: over replicates; 90 % of them lie between the 5 % and the 95 % quantile; figures are rounded to what the standard error of the mean justifies. Full precision is in indicators.csv one folder up.',
  ),
  limits: text('模型的局限', 'Limits of the model'),
};

/** The main tables of a result as sheets of a workbook: what it is of first, the dictionary last. */
export function workbookSheets(
  { manifest }: ResultTables,
  tables: ReturnType<typeof readableTables>,
  documents: readonly Localized[],
  lang: Language,
): PlainSheet[] {
  const { scenario, options, resultHash, limits } = manifest;
  const about: ReadableTable = {
    file: 'about',
    title: words.about[lang],
    names: 1,
    head: [words.item[lang], words.content[lang]],
    rows: [
      [
        words.scenario[lang],
        text(`${scenario.title.zh}（${scenario.id}）`, `${scenario.title.en} (${scenario.id})`)[lang],
      ],
      [words.question[lang], scenario.question[lang]],
      [words.place[lang], `${scenario.cityName[lang]} ${scenario.city}`],
      [words.years[lang], `${scenario.baseYear}–${scenario.endYear}`],
      [words.replicates[lang], String(options.replicates)],
      [words.sample[lang], words.sampled(Number((100 * options.sample).toPrecision(3)))[lang]],
      [words.seed[lang], options.seed],
      [words.documents[lang], documents.map((title) => title[lang]).join(marks.semicolon[lang])],
      [words.hash[lang], resultHash],
      [words.figures[lang], words.figuresTold[lang]],
      [words.limits[lang], limits.map((limit) => limit[lang]).join(marks.semicolon[lang])],
    ],
  };
  const { main, parts, settled, wide, dictionary } = tables;
  const ofWhole = { ...wide, rows: wide.rows.filter(([, area]) => area === 'city') };
  return [about, main, parts, settled, ofWhole, dictionary]
    .filter(({ rows }) => rows.length > 0)
    .map(({ title, head, rows, names }) => ({ name: title, head, rows, names }));
}
