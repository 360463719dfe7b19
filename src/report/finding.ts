import { type Language, type Localized, text } from '../language/language.ts';
import type { IndicatorRow } from './chart-input.ts';
import { figure, pointsOf } from './format.ts';

/**
 * Sentences that titles are made of: what the numbers show, with how sure it is. Rules:
 *
 *   - a level is told with the interval that holds nine tenths of the replicates; where it has no width, as with one replicate, none is claimed
 *   - a change or difference whose interval holds zero is not told as one; where nothing differs in any replicate that is said instead
 *   - a difference of one replicate is told as such
 */
type Spread = Pick<IndicatorRow, 'p05' | 'mean' | 'p95'>;

const inBrackets = (lang: Language, ...parts: readonly string[]): string => {
  const said = parts.filter((part) => part !== '');
  if (said.length === 0) return '';
  return text(`（${said.join('，')}）`, ` (${said.join('; ')})`)[lang];
};

/** Both ends of an interval written out; empty where it has no width. */
function interval(low: number, high: number, lang: Language, format: (value: number) => string): string {
  if (!(high > low)) return '';
  const [from, to] = [format(low), format(high)].map((end) => end.replace(/^-/, '−'));
  const joined = low < 0 ? text(`${from}至${to}`, `${from} to ${to}`)[lang] : `${from}–${to}`;
  return text(`90%区间${joined}`, `90 % interval ${joined}`)[lang];
}

const chinese = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const english = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const MOST = 9;

/** A share in per cent as people say it, as wide as its interval: `六成`, `六成到七成`; in English `six in ten`. */
export function tenths({ p05, p95 }: Spread, lang: Language): string {
  const [low, high] = [p05, p95].map((value) => Math.round(value / 10));
  if (low > MOST) return text('几乎全部', 'nearly all')[lang];
  if (high > MOST) {
    const least = Math.floor(p05 / 10);
    return text(`${chinese[least]}成以上`, `more than ${english[least]} in ten`)[lang];
  }
  if (low < 1)
    return text(
      `不到${high < 1 ? '一' : chinese[Math.min(high + 1, MOST)]}成`,
      `fewer than ${english[high < 1 ? 1 : Math.min(high + 1, MOST)]} in ten`,
    )[lang];
  if (low === high) return text(`约${chinese[low]}成`, `about ${english[low]} in ten`)[lang];
  return text(`${chinese[low]}成到${chinese[high]}成`, `${english[low]} to ${english[high]} in ten`)[lang];
}

/** A value with its interval in brackets, by the unit of result files. */
export function withInterval({ p05, mean, p95 }: Spread, unit: string, lang: Language): string {
  const shown = (value: number): string => figure(value, unit, lang, p95 > p05 ? [p05, mean, p95] : [mean]);
  const bare = (value: number): string => shown(value).replace(/(?: ?%| points|个百分点)$/, '');
  const told = interval(p05, p95, lang, bare);
  return shown(mean) + inBrackets(lang, told);
}

/** A figure and its year as sentences begin with them; whatever follows in English stands after a colon, since labels are of one or of many. */
export const inYear = (label: Localized, year: number, isCumulative: boolean): Localized =>
  isCumulative
    ? text(`到${year}年累计${label.zh}`, `${label.en} up to ${year}`)
    : text(`${year}年${label.zh}`, `${label.en} in ${year}`);

/** What became of a rate since the base year, whose value is known. */
export function sinceStart({ p05, p95 }: Spread, start: number, year: number, lang: Language): string {
  const told = figure(start, 'percent', lang);
  if (p05 > start) return text(`高于${year}年的${told}`, `more than the ${told} of ${year}`)[lang];
  if (p95 < start) return text(`低于${year}年的${told}`, `less than the ${told} of ${year}`)[lang];
  if (p05 === start && p95 === start) return text(`与${year}年相同`, `as in ${year}`)[lang];
  return text(`与${year}年的${told}分不出高低`, `not to be told from the ${told} of ${year}`)[lang];
}

/** A difference between two runs. */
interface Difference {
  readonly mean: number;
  /** Ends of its interval; not numbers where one replicate leaves none. */
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  /** How a size is written among others, where not by its unit. */
  readonly format?: (size: number, among: readonly number[]) => string;
}

const isRate = (unit: string): boolean => unit === 'percent' || unit === 'percentage points';

/** Decimals of a number of points: as many as tell it from zero, two at most. */
const decimalsOf = (...values: readonly number[]): number =>
  values.every((value) => !Number.isFinite(value) || value === 0 || Math.abs(value) >= 1) ? 1 : 2;

/**
 * What a difference comes to: higher or lower by so much, none that can be told, or none at all. Rates differ by percentage points.
 * @returns for example `高0.82个百分点（90%区间0.60–1.00）`
 */
export function differs({ mean, low, high, unit, format }: Difference, lang: Language): string {
  const decimals = decimalsOf(mean, low, high);
  const hasInterval = Number.isFinite(low) && Number.isFinite(high);
  const sizes = (hasInterval ? [low, mean, high] : [mean]).map(Math.abs);
  const written = (value: number): string => figure(value, unit, lang, sizes);
  const size = (value: number): string =>
    isRate(unit) ? Math.abs(value).toFixed(decimals) : (format ?? written)(Math.abs(value), sizes);
  const whole = (value: number): string => (isRate(unit) ? pointsOf(Math.abs(value), lang, decimals) : size(value));
  if (mean === 0 && (!hasInterval || (low === 0 && high === 0))) return text('完全相同', 'exactly as high')[lang];
  const signed = (value: number): string => `${value < 0 ? '−' : ''}${size(value)}`;
  if (hasInterval && low <= 0 && high >= 0)
    return (
      text('看不出高低', 'no different as far as can be told')[lang] +
      inBrackets(lang, interval(low, high, lang, signed))
    );
  const told = hasInterval
    ? interval(Math.min(Math.abs(low), Math.abs(high)), Math.max(Math.abs(low), Math.abs(high)), lang, size)
    : text('只有一次模拟，没有区间', 'one replicate, no interval')[lang];
  const way =
    mean > 0
      ? text(`高${whole(mean)}`, `higher by ${whole(mean)}`)
      : text(`低${whole(mean)}`, `lower by ${whole(mean)}`);
  const counted =
    mean > 0 ? text(`多${whole(mean)}`, `more by ${whole(mean)}`) : text(`少${whole(mean)}`, `fewer by ${whole(mean)}`);
  return (isRate(unit) ? way : counted)[lang] + inBrackets(lang, told);
}
