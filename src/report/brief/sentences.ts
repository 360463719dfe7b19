import { indicatorName, isInPoints } from '../../indicator/indicators.ts';
import { type Language, text } from '../../language/language.ts';
import { summarize } from '../../result/summary.ts';
import { inYear } from '../finding.ts';
import { percent, persons, pointsOf } from '../format.ts';
import { type DifferenceRow, withCumulative } from '../paired-differences.ts';
import type { RunTold } from '../read/read-run.ts';

type Summary = ReturnType<typeof summarize>;

/** Values of an indicator over the replicates of a run. */
export function summaryAt({ replicates }: RunTold, indicator: string, year: number): Summary {
  const values = [...(withCumulative(replicates).get(indicator)?.values() ?? [])];
  return summarize(values.map((years) => years.get(year) ?? Number.NaN));
}

type Format = (value: number, lang: Language, among?: readonly number[]) => string;
const formatOf = (indicator: string): Format => {
  if (indicator === 'rate_gap') return (value, lang) => pointsOf(value, lang);
  return isInPoints(indicator.replace('.cumulative', '')) ? percent : persons;
};

/**
 * `62.1%（90%区间60.4%至63.9%）`: a figure for readers with its interval; alone where all replicates agree.
 * @param beside another figure of the same sentence
 */
function figureTold(
  indicator: string,
  { mean, p05, p95, replicates }: Summary,
  lang: Language,
  beside: readonly number[] = [],
): string {
  const told = [mean, p05, p95];
  const shown = (value: number): string =>
    formatOf(indicator)(value, lang, [...told, ...beside]) + unitAfter(indicator, lang);
  const [middle, low, high] = told.map(shown);
  if (replicates < 2 || low === high) return middle;
  return text(`${middle}（90%区间${low}至${high}）`, `${middle} (90 % interval ${low} to ${high})`)[lang];
}

const unitAfter = (indicator: string, lang: Language): string =>
  formatOf(indicator) === persons ? text('人', '')[lang] : '';

/** What a run says of its last year, one sentence each. */
export function headlinesTold(run: RunTold, lang: Language): string[] {
  const { baseYear, endYear } = run.manifest.scenario;
  const stocks = [
    'registered_urbanization_rate',
    'resident_urbanization_rate',
    'rate_gap',
    'resident_population',
    'registered_population',
    'permit_holders',
  ];
  const told = stocks.flatMap((indicator) => {
    const [start, end] = [summaryAt(run, indicator, baseYear), summaryAt(run, indicator, endYear)];
    if (!Number.isFinite(end.mean)) return [];
    const all = [start.mean, end.mean, end.p05, end.p95];
    const before = formatOf(indicator)(start.mean, lang, all) + unitAfter(indicator, lang);
    const now = figureTold(indicator, end, lang, [start.mean]);
    const name = indicatorName(indicator)[lang];
    return [
      text(
        `${endYear}年${name}为${now}，${baseYear}年为${before}。`,
        `${name} in ${endYear}: ${now}; it was ${before} in ${baseYear}.`,
      )[lang],
    ];
  });
  const settled = summaryAt(run, 'settled_persons.cumulative', endYear);
  if (Number.isFinite(settled.mean)) {
    const now = figureTold('settled_persons.cumulative', settled, lang);
    told.splice(
      3,
      0,
      text(
        `${baseYear + 1}年至${endYear}年累计落户${now}，含随迁亲属。`,
        `Persons who settle from ${baseYear + 1} to ${endYear}, relatives who come along included: ${now}.`,
      )[lang],
    );
  }
  return told;
}

/** How sure a difference is: whether nine replicates in ten have its sign, or at least its mean. */
function certaintyTold({ mean, mcse, p05, p95 }: DifferenceRow, lang: Language): string {
  if (p05 > 0 || p95 < 0)
    return text('方向确定：至少九成重复同号', 'the direction is sure: nine replicates in ten or more have it')[lang];
  if (Math.abs(mean) > 2 * mcse)
    return text(
      '平均方向可辨，单次重复可能相反',
      'on average the direction is sure, single replicates may go the other way',
    )[lang];
  return text('与零不能区分', 'no difference can be told from zero')[lang];
}

/** A paired difference in words, in the year of the row. */
export function differenceTold(row: DifferenceRow, lang: Language): string {
  const { indicator, year, mean, mcse, p05, p95 } = row;
  const plain = indicator.replace('.cumulative', '');
  const told = inYear(indicatorName(plain), year, plain !== indicator);
  const isRate = isInPoints(plain);
  const shown = (value: number, among: readonly number[] = [mean, p05, p95]): string =>
    isRate ? pointsOf(Math.abs(value), lang, 2) : `${persons(Math.abs(value), lang, among)}${text('人', '')[lang]}`;
  const signed = (value: number): string => `${value < 0 ? '−' : ''}${shown(value)}`;
  const error = mcse > 0 ? text(`，标准误${shown(mcse, [mcse])}`, `, standard error ${shown(mcse, [mcse])}`)[lang] : '';
  const [up, down] = isRate ? [text('高', 'higher'), text('低', 'lower')] : [text('多', 'more'), text('少', 'fewer')];
  const lead = (mean >= 0 ? up : down)[lang];
  return text(
    `${told.zh}比基准情景${lead}${shown(mean)}（90%区间${signed(p05)}至${signed(p95)}${error}）；${certaintyTold(row, lang)}。`,
    `${told.en}: ${shown(mean)} ${lead} than in the base (90 % interval ${signed(p05)} to ${signed(p95)}${error}); ${certaintyTold(row, lang)}.`,
  )[lang];
}
