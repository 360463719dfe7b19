import { range, tickStep } from 'd3-array';

/** Classes of a map: lower and upper bounds in order, each with its colour. */
export interface MapClass {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly colour: string;
}

/** Light to dark, told apart by readers with any colour vision and in grey (colorbrewer2.org, YlGnBu). */
const sequential = ['#edf8b1', '#c7e9b4', '#7fcdbb', '#41b6c4', '#1d91c0', '#225ea8', '#253494', '#081d58'];
/** Down and up from nearly white, likewise (colorbrewer2.org, PuOr). */
const falling = ['#fee0b6', '#fdb863', '#e08214', '#b35806', '#7f3b08'];
const rising = ['#d8daeb', '#b2abd2', '#8073ac', '#542788', '#2d004b'];

/** Most classes a reader tells apart. */
const MOST = 8;

/** Classes of a rate in per cent, of ten points, or of five where values are near each other. A class holds its lower bound. */
export function rateClasses(values: readonly number[]): MapClass[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const width = high - low > 35 ? 10 : high - low > 12 ? 5 : 2;
  const from = Math.floor(low / width) * width;
  const bounds = range(from, Math.max(Math.ceil(high / width) * width, from + width) + width / 2, width);
  return classes(bounds, (i, count) => ramp(sequential, i + 1, count));
}

/** Classes of a change: falling and rising on either side of 0. */
export function changeClasses(values: readonly number[]): MapClass[] {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const step = high > low ? tickStep(low, high, MOST - 1) : 1;
  const digits = Math.max(0, Math.ceil(-Math.log10(step)));
  const [first, last] = [Math.floor(low / step), Math.ceil(high / step)];
  const bounds = range(first, Math.max(last, first + 1) + 1).map((i) => Number((i * step).toFixed(digits)));
  const down = bounds.filter((bound) => bound < 0).length;
  const up = bounds.length - 1 - down;
  return classes(bounds, (i) => (i < down ? ramp(falling, down - i, down) : ramp(rising, i - down + 1, up)));
}

/** The n-th of `count` colours of a ramp, spread evenly over it and mixed between its stops. */
function ramp(colours: readonly string[], n: number, count: number): string {
  const place = count === 1 ? (colours.length - 1) / 2 : ((n - 1) / (count - 1)) * (colours.length - 1);
  const [low, high] = [Math.floor(place), Math.ceil(place)];
  const part = (at: number): string => {
    const [from, to] = [colours[low], colours[high]].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
    return Math.round(from + (to - from) * (place - low))
      .toString(16)
      .padStart(2, '0');
  };
  return `#${part(1)}${part(3)}${part(5)}`;
}

function classes(bounds: readonly number[], colourOf: (i: number, count: number) => string): MapClass[] {
  const count = bounds.length - 1;
  const shown = (bound: number): string => String(bound).replace('-', '−');
  return bounds.slice(1).map((to, i) => ({
    from: bounds[i],
    to,
    name: `${shown(bounds[i])}${bounds[i] < 0 || to < 0 ? ' … ' : '–'}${shown(to)}`,
    colour: colourOf(i, count),
  }));
}

/** Black or white, whichever is read on a colour: by its relative luminance (WCAG 2.2). */
export function inkOn(colour: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? 'black' : 'white';
}

/** Name of the class a value lies in; the last one holds its upper bound. */
export const classOf = (value: number, all: readonly MapClass[]): string =>
  (all.find(({ from, to }) => value >= from && value < to) ?? all.at(-1)!).name;
