import path from 'node:path';
import { type Language, type Localized, marks, text } from '../../language/language.ts';
import { sharePercent } from '../../language/share-percent.ts';
import type { PolicyDocument } from '../../policy/document.ts';
import { markNames } from '../../scenario/mark.ts';
import { parameterNames, parameterSpecs } from '../../scenario/parameters.ts';
import { unitName } from '../../scenario/unit-names.ts';
import { intervalSentence, targetSentences } from '../page/headline-sentences.ts';
import { runNames } from '../page/run-names.ts';
import { pairedDifferences } from '../paired-differences.ts';
import type { RunTold } from '../read/read-run.ts';
import { lawNames } from '../readable/law-names.ts';
import type { Block, Picture, Table } from './block.ts';
import { changesTold } from './changes.ts';
import { differenceTold, headlinesTold } from './sentences.ts';
import { sourcesTold } from './sources.ts';
import { areaTable, differenceTable, mainTable, settledTable } from './tables.ts';
import { weightiestTold } from './weightiest.ts';

/** What a briefing is made of, beside the runs: what its reader asked for. */
interface BriefChoice {
  readonly years: readonly number[];
  /** Codes of the areas in the table of areas; all where left out. */
  readonly areas: readonly string[] | undefined;
  /** Office and day at the foot; blanks to be filled in by hand where left out. */
  readonly unit: string | undefined;
  readonly date: string | undefined;
}

/** Per cent by which a table of the census may be missed and still counts as met. */
const NEAR = 5;
/** Assumptions that are told one by one; the rest are counted. */
const MOST_ASSUMPTIONS = 12;

const words = {
  title: (city: string, first: number, last: number): Localized =>
    text(
      `关于${city}${first}—${last}年城镇化与落户模拟测算的汇报`,
      `${city}, ${first} to ${last}: urbanization and settlement, a briefing on the simulation`,
    ),
  asked: text('测算说明', 'What was asked'),
  found: text('主要结论', 'Main findings'),
  compared: text('与基准情景相比', 'Against the base'),
  figures: text('主要数据', 'Figures'),
  pictures: text('图', 'Charts'),
  assumed: text('关键假设与局限', 'Assumptions that matter, and limits'),
  sure: text('可信程度', 'How sure'),
  sources: text('依据与来源', 'Sources'),
  main: text('全市（区域）主要指标：平均值与90%区间', 'The whole: means and 90 % intervals'),
  byArea: text('各地区户籍人口城镇化率：平均值与90%区间', 'Registered rate by area: means and 90 % intervals'),
  settled: text('分途径、条款累计落户人数（平均值）', 'Persons who settled by route and clause (means)'),
  differences: text(
    '与基准情景之差：逐次重复相减的平均值与90%区间',
    'Differences from the base, replicate by replicate: means and 90 % intervals',
  ),
  table: (n: number): Localized => text(`表${n}　`, `Table ${n}. `),
  figure: (n: number): Localized => text(`图${n}　`, `Figure ${n}. `),
  changed: (files: string): Localized =>
    text(
      `注意：以下结果文件在运行之后被改动，本材料数字可能不是该次运行的：${files}。`,
      `Mind: these result files were changed after the run; the figures may not be the run's: ${files}.`,
    ),
  noInputs: (files: string): Localized =>
    text(
      `${files === '' ? '情景文件或数据与运行时不同' : `${files} 在运行之后改过（所用结果是改动之前的）`}，本材料不列参数与公布值；重新运行即可列出。`,
      `${files === '' ? 'The scenario or the data are not as they were run' : `Changed since the run, whose result is that of before: ${files}`}; parameters and published figures are left out. A new run has them.`,
    ),
  unpaired: text(
    '两个结果的城市、基年、种子、抽样或程序版本不同，不能逐次相减，只能分别阅读。',
    'The runs differ in place, base year, seed, sample or version: they cannot be subtracted replicate by replicate.',
  ),
  unit: (unit: string): Localized => text(`编制单位：${unit}`, `Drawn up by: ${unit}`),
  date: (date: string): Localized => text(`日期：${date}`, `Date: ${date}`),
};

const BLANK = '________';

/**
 * A briefing in blocks: what was asked, the findings in sentences, what changed against the base where there are several runs, tables,
 * charts, assumptions, how sure, sources. All figures are means over replicates with 90 % intervals.
 * @param runs the first is the base of the comparison
 * @param pictures charts drawn of the last run
 */
export function briefBlocks(
  runs: readonly RunTold[],
  pictures: readonly Picture[],
  documents: readonly PolicyDocument[],
  lang: Language,
  choice: BriefChoice,
): Block[] {
  const told = runs.at(-1)!;
  const number = numbering(lang);
  const law = lawNames(documents);
  const clauseName = (document: string, clause: string): string => law.clause(document, clause)[lang];
  const years = choice.years;
  const names = runNames(runs);
  const { cityName, baseYear, endYear } = told.manifest.scenario;
  const blocks: (Block | null)[] = [
    { kind: 'title', text: words.title(cityName[lang], baseYear, endYear)[lang] },
    { kind: 'subtitle', text: names.map((name) => name[lang]).join(text(' 与 ', ' and ')[lang]) },
    ...warnings(runs, names, lang),

    number.section(words.asked[lang]),
    ...asked(runs, names, lang).map(paragraph),

    number.section(words.found[lang]),
    ...headlinesTold(told, lang).map((sentence, i) => paragraph(`${number.item(i)}${sentence}`)),
    ...targetSentences(told).map((sentence) => paragraph(`${sentence[lang]}${marks.stop[lang]}`)),

    ...(runs.length > 1 ? compared(runs, years, number, lang) : []),

    number.section(words.figures[lang]),
    ...number.table(words.main[lang], mainTable(told, years, lang)),
    ...number.table(words.byArea[lang], areaTable(told, years, choice.areas, lang)),
    ...number.table(words.settled[lang], settledTable(told, clauseName, lang)),

    ...(pictures.length === 0 ? [] : [number.section(words.pictures[lang])]),
    ...pictures.flatMap((picture) => [picture, number.figure(firstSentence(picture.description, lang))]),

    number.section(words.assumed[lang]),
    ...assumptions(told, lang).map((sentence, i) => paragraph(`${number.item(i)}${sentence}`)),

    number.section(words.sure[lang]),
    ...sure(told, lang).map(paragraph),

    number.section(words.sources[lang]),
    ...sourcesTold(told, documents, lang).map((sentence, i) => paragraph(`${number.item(i)}${sentence}`)),
    { kind: 'note', text: words.unit(choice.unit ?? BLANK)[lang] },
    { kind: 'note', text: words.date(choice.date ?? BLANK)[lang] },
  ];
  return blocks.filter((block): block is Block => block !== null);
}

const paragraph = (said: string): Block => ({ kind: 'paragraph', text: said });

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** Numbers of sections, parts, tables and figures as they come: 一、（一）1. in Chinese, 1 1.1 in English. */
function numbering(lang: Language) {
  let [section, part, table, figure] = [0, 0, 0, 0];
  return {
    section: (title: string): Block => {
      section++;
      part = 0;
      return { kind: 'section', text: text(`${numerals[section - 1]}、${title}`, `${section} ${title}`)[lang] };
    },
    part: (title: string): Block => {
      part++;
      return { kind: 'part', text: text(`（${numerals[part - 1]}）${title}`, `${section}.${part} ${title}`)[lang] };
    },
    item: (i: number): string => `${i + 1}. `,
    table: (title: string, content: Table | null): Block[] => {
      if (content === null) return [];
      table++;
      return [{ kind: 'caption', text: `${words.table(table)[lang]}${title}` }, content];
    },
    figure: (title: string): Block => {
      figure++;
      return { kind: 'legend', text: `${words.figure(figure)[lang]}${title}` };
    },
  };
}

function warnings(runs: readonly RunTold[], names: readonly Localized[], lang: Language): Block[] {
  const of = (i: number): string => (runs.length === 1 ? '' : text(`${names[i].zh}：`, `${names[i].en}: `)[lang]);
  return runs.flatMap(({ changedFiles, changedInputs, inputs }, i) => [
    ...(changedFiles.length > 0
      ? [paragraph(`${of(i)}${words.changed(changedFiles.join(marks.comma[lang]))[lang]}`)]
      : []),
    ...(inputs === null
      ? [
          paragraph(
            `${of(i)}${words.noInputs(changedInputs.map((file) => path.basename(file)).join(marks.comma[lang]))[lang]}`,
          ),
        ]
      : []),
  ]);
}

/** The question, the people behind the figures, how many replicates. */
function asked(runs: readonly RunTold[], names: readonly Localized[], lang: Language): string[] {
  return runs.map((run, i) => {
    const { scenario, options, counts } = run.manifest;
    const role =
      runs.length === 1 ? '' : i === 0 ? text('基准情景：', 'Base: ')[lang] : text('比较情景：', 'Compared: ')[lang];
    const share = sharePercent(options.sample);
    return text(
      `${role}${names[i].zh}。所问：${scenario.question.zh}测算以${scenario.baseYear}年普查为基年，逐人模拟至${scenario.endYear}年，重复${options.replicates}次${share < 100 ? `，每次抽取${share}%的家庭` : ''}；基年人口${(counts.basePersons / 10_000).toFixed(1)}万人（常住与户籍在本地者）。`,
      `${role}${names[i].en}. Asked: ${scenario.question.en} The simulation begins with the census of ${scenario.baseYear} and follows ${counts.basePersons.toLocaleString('en-US')} people, who live or are registered there, until ${scenario.endYear}, in ${options.replicates} replicates${share < 100 ? ` on samples of ${share} % of the households` : ''}.`,
    )[lang];
  });
}

function compared(
  runs: readonly RunTold[],
  years: readonly number[],
  number: ReturnType<typeof numbering>,
  lang: Language,
): Block[] {
  const names = runNames(runs);
  const headlines = [
    'registered_urbanization_rate',
    'settled_persons.cumulative',
    'rate_gap',
    'resident_population',
    'permit_holders',
  ];
  return [
    number.section(words.compared[lang]),
    ...runs.slice(1).flatMap((run, i): Block[] => {
      const changes = changesTold(runs[0], run, lang).map(paragraph);
      const rows = pairedDifferences(runs[0], run);
      const title = runs.length > 2 ? [number.part(names[i + 1][lang])] : [];
      if (rows === null) return [...title, ...changes, paragraph(words.unpaired[lang])];
      const year = Math.max(...rows.map((row) => row.year));
      const sentences = headlines.flatMap((indicator) => {
        const row = rows.find((each) => each.indicator === indicator && each.year === year);
        return row === undefined || !Number.isFinite(row.mean) ? [] : [differenceTold(row, lang)];
      });
      return [
        ...title,
        ...changes,
        ...sentences.map((sentence, n) => paragraph(`${number.item(n)}${sentence}`)),
        ...number.table(
          words.differences[lang],
          differenceTable(
            rows,
            years.filter((each) => each > run.manifest.scenario.baseYear),
            lang,
          ),
        ),
      ];
    }),
  ];
}

/** What the result rests on most: by a sensitivity analysis where one was made, and what the scenario assumes of the place. */
function assumptions(run: RunTold, lang: Language): string[] {
  const { inputs, manifest, folder } = run;
  const limits = manifest.limits.map((limit) => `${limit[lang]}${marks.stop[lang]}`);
  if (inputs === null) return limits;
  const { scenario } = inputs;
  const assumed = parameterNames.filter((name) => scenario.parameters[name].some(({ mark }) => mark === 'assumption'));
  const own = assumed.filter((name) => scenario.parameters[name].some(({ origin }) => origin !== 'default'));
  const lines = own.slice(0, MOST_ASSUMPTIONS).map((name) => {
    const [{ value, range, source }] = scenario.parameters[name];
    const spec = parameterSpecs[name];
    const between =
      range === null ? '' : text(`，范围${range[0]}–${range[1]}`, `, range ${range[0]} to ${range[1]}`)[lang];
    return text(
      `${spec.name.zh}：取${value}${unitName(spec.unit, 'zh')}${between}（${markNames.assumption.zh}；${source.zh}）。`,
      `${spec.name.en}: ${value} ${spec.unit}${between} (${markNames.assumption.en}; ${source.en}).`,
    )[lang];
  });
  const count = text(
    `全部${parameterNames.length}个参数中${assumed.length}个为假设，均有取值范围并在每次重复中重新抽取；逐项见 luohu report 网页“假设”一节。`,
    `Of ${parameterNames.length} parameters ${assumed.length} are assumptions with a range that each replicate draws anew; all of them stand in the page of luohu report.`,
  )[lang];
  return [...weightiestTold(folder, manifest.scenario.id, lang), ...lines, count, ...limits];
}

/** What the intervals hold and what they do not, how the base population meets the census. */
function sure(run: RunTold, lang: Language): string[] {
  const { input, manifest } = run;
  const fit = (input.fit ?? []).filter(({ controlled }) => !controlled);
  const near = fit.filter(({ error }) => error < NEAR).length;
  return [
    `${intervalSentence(run)[lang]}${marks.stop[lang]}`,
    text(
      '区间不含模型形式的误差和突发事件；情景之间的差比水平可靠，因为两次运行的人和运气相同。',
      'Intervals leave out the form of the model and surprises; differences between scenarios are surer than levels, because both runs have the same people and the same luck.',
    )[lang],
    ...(fit.length === 0
      ? []
      : [
          text(
            `基年人口与普查核对：未参与合成的${fit.length}张普查表中，${near}张的误差（绝对偏差之和占总数）在${NEAR}%以内${manifest.options.sample < 1 ? '，抽样运行的误差因此偏大' : ''}；逐表见 fit.csv。`,
            `Base population against the census: of ${fit.length} tables it was not made from, ${near} are met within ${NEAR} % (sum of absolute deviations)${manifest.options.sample < 1 ? ', which a sample makes larger' : ''}; table by table in fit.csv.`,
          )[lang],
        ]),
  ];
}

/** The title of a chart, which its description begins with. */
const firstSentence = (description: string, lang: Language): string => description.split(text('：', ': ')[lang])[0];
