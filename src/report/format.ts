import { type Language, text } from '../language/language.ts';

/** A rate for readers, one decimal: `86.2 %`, in Chinese text `86.2%`. */
export const percent = (value: number, lang: Language): string => `${value.toFixed(1)}${text('%', ' %')[lang]}`;

/** Digits grouped by commas, the same in every locale. */
const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

/** Units larger than one, the largest first: how many they hold, from what size on one number is told in them, what they are called. */
const units = {
  zh: [
    { holds: 1e8, from: 1e8, name: '亿' },
    { holds: 1e4, from: 1e4, name: '万' },
  ],
  en: [{ holds: 1e6, from: 1e7, name: ' million' }],
} as const;
/**
 * Whether numbers that stand beside each other are told in a unit: none is less than one of it, or, where the largest is ten and more, less
 * than a tenth.
 */
export function isToldIn(unit: number, sizes: readonly number[]): boolean {
  const [least, largest] = [Math.min(...sizes), Math.max(...sizes)];
  return least >= unit || (largest >= 10 * unit && least >= unit / 10);
}

const threeDigits = (value: number): number =>
  Math.abs(value) < 1000 ? Math.round(value) : Number(value.toPrecision(3));

/**
 * A number of persons for readers, three significant digits from 1,000 on: `67,600`, `14.1 million`; in Chinese text `6.76万`, `14.1亿`.
 * @param among numbers it stands among, as the ends of a range do: all are told in one unit (`9.06 million`, not `9,060,000`, beside `10 million`)
 */
export function persons(value: number, lang: Language, among: readonly number[] = [value]): string {
  const sizes = among.map((each) => Math.abs(threeDigits(each))).filter((size) => size > 0);
  const rounded = threeDigits(value);
  const largest = Math.max(...sizes);
  const unit = units[lang].find(({ holds, from }) => largest >= from && isToldIn(holds, sizes));
  return unit === undefined || rounded === 0 ? grouped(rounded) : `${grouped(rounded / unit.holds)}${unit.name}`;
}

/** A change relative to the start for readers: `+12 %`; nothing where there was nobody to start with. */
export function change(from: number, to: number, lang: Language): string {
  if (!(from > 0)) return '';
  const rounded = Math.round((to / from - 1) * 100);
  const sign = rounded > 0 ? '+' : rounded < 0 ? '−' : '±';
  return `${sign}${Math.abs(rounded)}${text('%', ' %')[lang]}`;
}

/** What an axis counts. */
const countedNames = {
  persons: '人',
  households: '户',
  dwellings: '套',
  places: '个',
  events: '次',
  yuan: '元',
  mu: '亩',
};
type Counted = keyof typeof countedNames;

/** Whether numbers of a unit are counts, written in thousands, 万 and 亿. */
export const isCounted = (unit: string): unit is Counted => Object.hasOwn(countedNames, unit);

/** How an axis of counts is labelled: in thousands or 万 once the largest value reaches 10,000, in millions from 50 million on. */
export function countAxis(
  largest: number,
  lang: Language,
  counted: Counted = 'persons',
): { unit: string; labelExpr: string } {
  const name = text(countedNames[counted], counted)[lang];
  if (largest < 10_000) return { unit: name, labelExpr: "format(abs(datum.value), ',')" };
  const english = largest < 5e7 ? [`thousand ${name}`, '1000'] : [`million ${name}`, '1000000'];
  const [unit, size] = { zh: [`万${name}`, '10000'], en: english }[lang] as [string, string];
  return { unit, labelExpr: `format(abs(datum.value) / ${size}, ',')` };
}

/** Difference of two rates for readers: `30.7 points`, in Chinese text `30.7个百分点`. */
export const pointsOf = (value: number, lang: Language, decimals = 1): string =>
  withPoints(value.toFixed(decimals), lang);

/** A number already written out, in percentage points. */
export const withPoints = (figure: string, lang: Language): string => `${figure}${text('个百分点', ' points')[lang]}`;

/** A number for readers by the unit result files give it; `among` as of `persons`. */
export function figure(value: number, unit: string, lang: Language, among?: readonly number[]): string {
  if (unit === 'percent') return percent(value, lang);
  if (unit === 'percentage points') return pointsOf(value, lang);
  if (isCounted(unit)) return persons(value, lang, among);
  return value.toLocaleString('en-US', { maximumSignificantDigits: 4 });
}

/** A vertical axis's title as each language writes it: Chinese upright, English turned along the axis. */
export const axisTitle = (title: string, lang: Language) =>
  lang === 'zh' ? { title, titleAngle: 0, titleAlign: 'right' as const, titleBaseline: 'middle' as const } : { title };

/** Years to label on an axis: every one, every second or every fifth, and always the first and the last. */
export function yearTicks(from: number, to: number): number[] {
  const step = to - from <= 8 ? 1 : to - from <= 12 ? 2 : 5;
  const ticks = [from];
  for (let year = Math.ceil((from + 1) / step) * step; year < to; year += step) {
    if (year - from > step / 2 && to - year > step / 2) ticks.push(year);
  }
  if (to > from) ticks.push(to);
  return ticks;
}
