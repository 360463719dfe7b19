import { indicatorName } from '../../indicator/indicators.ts';
import { type Language, type Localized, text } from '../../language/language.ts';
import { sharePercent } from '../../language/share-percent.ts';
import { summarize } from '../../result/summary.ts';
import type { Target } from '../chart-input.ts';
import { percent, persons, pointsOf } from '../format.ts';
import { withCumulative } from '../paired-differences.ts';
import type { RunTold } from '../read/read-run.ts';
import { routeLabel } from '../route-label.ts';

type Summary = ReturnType<typeof summarize>;

/** One headline: a figure, the interval it lies in, and a sentence that says what it is. */
interface Headline {
  readonly figure: Localized;
  readonly interval: Localized;
  readonly sentence: Localized;
}

/** A text in both languages; no line begins with a percent sign. */
const byLanguage = (of: (lang: Language) => string): Localized => ({
  zh: of('zh'),
  en: of('en').replaceAll(' %', '\u00a0%'),
});

/** What the run says about its last year, in figures with intervals and in words. */
export function headlineSentences(run: RunTold): Headline[] {
  const { baseYear, endYear } = run.manifest.scenario;
  const replicates = withCumulative(run.replicates);
  const at = (indicator: string, year: number): Summary =>
    summarize([...(replicates.get(indicator)?.values() ?? [])].map((years) => years.get(year) ?? Number.NaN));
  const rates = ['resident_urbanization_rate', 'registered_urbanization_rate'].map((rate) => {
    const [start, end] = [at(rate, baseYear), at(rate, endYear)];
    return told(
      end,
      percent,
      (lang) =>
        text(
          `${endYear}年${indicatorName(rate)[lang]}，${baseYear}年为${percent(start.mean, lang)}`,
          `${indicatorName(rate)[lang]} in ${endYear}; it was ${percent(start.mean, lang)} in ${baseYear}`,
        )[lang],
    );
  });
  const [gapStart, gap] = [at('rate_gap', baseYear), at('rate_gap', endYear)];
  const headlines = [
    ...rates,
    told(
      gap,
      (value, lang) => pointsOf(value, lang),
      (lang) =>
        text(
          `${endYear}年两率之差，${baseYear}年为${pointsOf(gapStart.mean, lang)}`,
          `between the two rates in ${endYear}; it was ${pointsOf(gapStart.mean, lang)} in ${baseYear}`,
        )[lang],
    ),
    told(at('settled_persons.cumulative', endYear), persons, (lang) => settledWords(run, lang)),
    ...(['resident_population', 'permit_holders'] as const).map((stock) => {
      const [first, last] = [at(stock, baseYear), at(stock, endYear)];
      return told(last, persons, (lang) => stockWords(stock, first, last, run, lang), [first.mean]);
    }),
  ];
  return headlines.filter((headline): headline is Headline => headline !== null);
}

function told(
  { mean, p05, p95 }: Summary,
  format: (value: number, lang: Language, among?: readonly number[]) => string,
  sentence: (lang: Language) => string,
  beside: readonly number[] = [],
): Headline | null {
  if (!Number.isFinite(mean)) return null;
  const all = [mean, p05, p95, ...beside];
  return {
    figure: byLanguage((lang) => format(mean, lang, all)),
    interval: byLanguage(
      (lang) => `${format(p05, lang, all).replace(/(个百分点| points)$/, '')} – ${format(p95, lang, all)}`,
    ),
    sentence: byLanguage(sentence),
  };
}

function stockWords(
  indicator: string,
  first: Summary,
  { mean, p05, p95 }: Summary,
  { manifest }: RunTold,
  lang: Language,
): string {
  const { baseYear, endYear } = manifest.scenario;
  const start = persons(first.mean, lang, [first.mean, mean, p05, p95]);
  return text(
    `${endYear}年${indicatorName(indicator)[lang]}（人），${baseYear}年为${start}`,
    `${indicatorName(indicator)[lang]} in ${endYear}; ${start} in ${baseYear}`,
  )[lang];
}

/** Who settled in all, and by which routes most. */
function settledWords({ input, manifest }: RunTold, lang: Language): string {
  const { baseYear, endYear } = manifest.scenario;
  const byRoute = new Map<string, number>();
  for (const row of input.settlements.filter(({ area }) => area === 'city')) {
    const route = routeLabel(row, lang);
    byRoute.set(route, (byRoute.get(route) ?? 0) + row.persons_mean);
  }
  const all = [...byRoute.values()].reduce((sum, count) => sum + count, 0);
  const most = [...byRoute].sort(([, a], [, b]) => b - a).slice(0, 2);
  const named = most.map(([route, count]) => `${route} ${percent((100 * count) / all, lang)}`);
  if (lang === 'zh')
    return `${baseYear + 1}至${endYear}年落户人数${named.length > 0 ? `；其中${named.join('，')}` : ''}`;
  return `persons settle from ${baseYear + 1} to ${endYear}${named.length > 0 ? `, most by: ${named.join(', ')}` : ''}`;
}

/** How many replicates reach each of the documents' levels of the two rates by its year, in words. */
export function targetSentences({ input, replicates, manifest }: RunTold): Localized[] {
  const { endYear } = manifest.scenario;
  return (input.targets ?? []).filter(({ year }) => year <= endYear).flatMap((target) => reached(target, replicates));
}

function reached(target: Target, replicates: RunTold['replicates']): Localized[] {
  const runs = [...(replicates.get(target.indicator)?.values() ?? [])];
  const values = runs.map((years) => years.get(target.year)).filter((value) => value !== undefined);
  if (values.length === 0) return [];
  const many = values.filter((value) => value >= target.value).length;
  const name = (lang: Language) => indicatorName(target.indicator)[lang];
  return [
    {
      zh: `${target.label.zh}：${target.year}年${name('zh')}达到${percent(target.value, 'zh')}——${values.length}次模拟中${many}次达到`,
      en: `${target.label.en}: ${name('en')} of ${percent(target.value, 'en')} by ${target.year} is reached in ${many} of ${values.length} replicates`,
    },
  ];
}

/** What the intervals hold, and how far they can be trusted with so many replicates. */
export function intervalSentence({ manifest }: RunTold): Localized {
  const { replicates, sample } = manifest.options;
  const rough = replicates < 20;
  const part = sharePercent(sample);
  return {
    zh: [
      `数字为${replicates}次模拟的平均，区间为5%至95%分位数，含偶然性与参数的不确定性`,
      rough ? '模拟次数不足20，区间两端粗略' : '',
      sample < 1 ? `按${part}%的家庭抽样模拟，偶然性因此偏大` : '',
    ]
      .filter(Boolean)
      .join('；'),
    en: [
      `Figures are means of ${replicates} replicates, intervals run from the 5 % to the 95 % quantile and hold both chance and what is not known of the parameters`,
      rough ? 'with fewer than 20 replicates the ends are rough' : '',
      sample < 1 ? `simulated on ${part} % of the households, which adds to chance` : '',
    ]
      .filter(Boolean)
      .join('; '),
  };
}
