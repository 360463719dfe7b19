import { type Localized, text } from '../../language/language.ts';
import type { ObservedValue } from '../../scenario/load-observations.ts';
import type { Form } from './measures.ts';
import type { TargetProbability } from './target-probabilities.ts';

/** Every row in words: what was promised, how it is read, how often it was met. What no reading covers is said once. */
export function targetSentences(rows: readonly TargetProbability[]): Localized[] {
  const said = new Set<string>();
  return rows.flatMap((row) => {
    if (row.covered) return [sentence(row)];
    const once = uncovered(row);
    if (said.has(once.en)) return [];
    said.add(once.en);
    return [once];
  });
}

/** A promise for years the run does not hold, however it is read. */
function uncovered(row: TargetProbability): Localized {
  const { document, clause, years } = row;
  const promise = promiseOf(row);
  const [from, to] = years;
  const needs =
    from === to ? text(`${to}年`, `the year ${to}`) : text(`${from}至${to}年`, `the years ${from} to ${to}`);
  return text(
    `${document} ${clause}：${promise.zh}：需要${needs.zh}，运行不含。`,
    `${document} ${clause}: ${promise.en}: needs ${needs.en}, which the run does not hold.`,
  );
}

function sentence(row: TargetProbability): Localized {
  const { document, clause, target, measure } = row;
  const reading = target.reading === null ? '' : ` ${target.reading}`;
  const promise = promiseOf(row);
  const head = text(
    `${document} ${clause}${reading}：${promise.zh}（${measure.reading.zh}）`,
    `${document} ${clause}${reading}: ${promise.en} (${measure.reading.en})`,
  );
  const { probability, interval, replicates, value, byBaseShare } = row;
  const [low, high] = interval.map((share) => percent(share));
  const met = Math.round(probability * replicates);
  const [atLow, atHigh] = byBaseShare.map((share) => percent(share));
  const base =
    atLow === atHigh
      ? text('', '')
      : text(
          `；若基年城镇户籍比重取其范围两端，概率为${atLow}%至${atHigh}%`,
          `; ${atLow} % to ${atHigh} % over the range of the town share assumed for the base year`,
        );
  const [mean, p05, p95] = [value.mean, value.p05, value.p95].map((each) => number(each, measure.form));
  return text(
    `${head.zh}：${replicates}次重复中${met}次达到，概率${percent(probability)}%（90%区间${low}至${high}）；模拟值${mean}（${p05}至${p95}）${base.zh}。`,
    `${head.en}: met in ${met} of ${replicates} replicates, ${percent(probability)} % (90 % interval ${low} to ${high}); simulated ${mean} (${p05} to ${p95})${base.en}.`,
  );
}

const senses: Readonly<Record<string, Localized>> = {
  'at-least': text('至少', 'at least '),
  about: text('约', 'about '),
  'at-most': text('至多', 'at most '),
};

/** What a target's indicator is called in a sentence. */
const subjects: Readonly<Record<string, Localized>> = {
  registered_urbanization_rate: text('户籍人口城镇化率', 'registered urbanization rate'),
  resident_urbanization_rate: text('常住人口城镇化率', 'resident urbanization rate'),
  settled_persons: text('转户', 'persons given a town register'),
  rate_gap: text('两率之差', 'gap between the two rates'),
};

/** `registered urbanization rate in 2020 at least 37 %`, `gap between the two rates, change from 2015 to 2020 at most -2 points`. */
function promiseOf({ target, measure }: TargetProbability): Localized {
  const sense = senses[measure.sense];
  const subject = subjects[target.indicator] ?? text(target.indicator, target.indicator);
  const { from, to } = target;
  const amount = target.value.toLocaleString('en-US');
  const said = (zh: string, en: string, zhUnit: string, enUnit: string): Localized =>
    text(`${subject.zh}${zh}${sense.zh}${amount}${zhUnit}`, `${subject.en}${en} ${sense.en}${amount} ${enUnit}`);
  switch (measure.form) {
    case 'level':
      return said(`${to}年`, ` in ${to}`, '%', '%');
    case 'change':
      return said(`${from}至${to}年变动`, `, change from ${from} to ${to}`, '个百分点', 'points');
    case 'change-a-year':
      return said(`${from}–${to}年年均变动`, `, change a year in ${from}-${to}`, '个百分点', 'points');
    case 'flow-a-year':
      return said(`${from}–${to}年年均`, `, a year in ${from}-${to}`, '人', 'persons');
  }
}

const percent = (share: number): string => String(Math.round(100 * share));

const number = (value: number, form: Form): string =>
  form === 'flow-a-year' ? Math.round(value).toLocaleString('en-US') : value.toFixed(2);

/** Year ends between which the census broke the published series of residents. */
const BREAK = [2019, 2020] as const;

/**
 * What a reader must know of targets that compare resident rates across 2019/2020: bulletins up to 2019 were not revised to the
 * census of 2020, the run is on one basis throughout. Empty where no target does, or nothing was published on both sides.
 * @param observed published figures of the city
 */
export function breakSentences(rows: readonly TargetProbability[], observed: readonly ObservedValue[]): Localized[] {
  const [before, after] = BREAK;
  const crosses = ({ years: [from, to], measure }: TargetProbability): boolean =>
    from <= before && to >= after && measure.terms.some(({ indicator }) => /^rate_gap|^resident_/.test(indicator));
  const rates = observed
    .filter(({ indicator, area }) => indicator === 'resident_urbanization_rate' && area === 'city')
    .sort((a, b) => a.year - b.year);
  const [last, first] = [rates.findLast(({ year }) => year <= before), rates.find(({ year }) => year === after)];
  if (!rows.some(crosses) || last === undefined || first === undefined) return [];
  const [old, counted] = [last.value.toFixed(2), first.value.toFixed(2)];
  return [
    text(
      `公布的常住人口城镇化率在普查处断开：${last.year}年${old}%（公报，未按普查修订），${first.year}年${counted}%（普查）。按公布数字算出的差距缩小含有这一断点；模拟全程用普查口径。`,
      `Published resident rates break at the census: ${old} % in ${last.year} (bulletin, not revised), ${counted} % in ${first.year} (census). A gap reckoned from published rates has the break in it; the run is on the census basis throughout.`,
    ),
  ];
}
