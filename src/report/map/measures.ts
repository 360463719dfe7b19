import { type Language, marks, text } from '../../language/language.ts';
import type { PlaceRates } from '../chart-input.ts';
import { percent, withPoints } from '../format.ts';
import { changeClasses, type MapClass, rateClasses } from './classes.ts';

/** Colour of a place nothing is known of, and what is said of it. */
export const NO_DATA = '#d0d0d0';
export const noData = text('无数据', 'no data');

/** What a map shows of a place in a year: a value, and the ends of its interval where it has one. */
interface Shown {
  readonly value: number;
  readonly interval?: readonly [number, number];
}

/** Something a map shows of every place. */
export interface Measure {
  readonly title: (year: number, base: number, lang: Language) => string;
  readonly classes: (values: readonly number[]) => MapClass[];
  readonly of: (place: PlaceRates, year: number) => Shown | null;
  readonly format: (value: number, lang: Language) => string;
  /** A figure in a square, where it is not a number with one decimal. */
  readonly short?: (place: PlaceRates, year: number) => string;
}

const rateOf =
  (rate: 'resident' | 'registered'): Measure['of'] =>
  (place, year) => {
    const y = place.years.indexOf(year);
    const { mean, p05, p95 } = place[rate];
    return y < 0 ? null : { value: mean[y], interval: [p05[y], p95[y]] };
  };

export const registered: Measure = {
  title: (year, _base, lang) =>
    text(`${year}年户籍人口城镇化率（%）`, `Registered urbanization rate in ${year} (percent)`)[lang],
  classes: rateClasses,
  of: rateOf('registered'),
  format: percent,
};

export const resident: Measure = {
  title: (year, _base, lang) =>
    text(`${year}年常住人口城镇化率（%）`, `Resident urbanization rate in ${year} (percent)`)[lang],
  classes: rateClasses,
  of: rateOf('resident'),
  format: percent,
};

export const change: Measure = {
  title: (year, base, lang) =>
    text(
      `${base}–${year}年户籍人口城镇化率的变化（百分点）`,
      `Change of the registered rate, ${base} to ${year} (points)`,
    )[lang],
  classes: changeClasses,
  of: (place, year) => {
    const [start, end] = [rateOf('registered')(place, place.years[0]), rateOf('registered')(place, year)];
    return start === null || end === null ? null : { value: end.value - start.value };
  },
  format: (value, lang) => withPoints(`${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`, lang),
};

/** Classes of all years together: they stay when another year is chosen. */
export const classesOf = (measure: Measure, places: readonly PlaceRates[]): MapClass[] =>
  measure.classes(places.flatMap((place) => place.years.flatMap((year) => measure.of(place, year)?.value ?? [])));

const highest = (names: string) => text(`最高：${names}`, `Highest: ${names}`);
const lowest = (names: string) => text(`最低：${names}`, `lowest: ${names}`);
/** Places named at either end. */
const NAMED = 3;

interface Described {
  readonly places: readonly PlaceRates[];
  readonly year: number;
  readonly base: number;
}

/** The highest and the lowest places in words, for those who do not see the map. */
export function describePlaces(measure: Measure, { places, year, base }: Described, lang: Language): string {
  const all = places
    .map((place) => ({ name: place.name[lang], value: measure.of(place, year)?.value ?? Number.NaN }))
    .filter(({ value }) => Number.isFinite(value))
    .sort((a, b) => b.value - a.value);
  const told = (list: typeof all) =>
    list.map(({ name, value }) => `${name} ${measure.format(value, lang)}`).join(marks.comma[lang]);
  const [top, bottom] = [all.slice(0, NAMED), all.slice(-NAMED).reverse()];
  const ends = [highest(told(top))[lang], ...(all.length > NAMED ? [lowest(told(bottom))[lang]] : [])];
  return `${measure.title(year, base, lang)}${marks.colon[lang]}${ends.join(marks.semicolon[lang])}${marks.stop[lang]}`;
}
