import type { Language } from '../../language/language.ts';
import { hoverPoints, type yearChannel } from '../fan.ts';
import type { Layer } from '../head.ts';
import { palette } from '../theme.ts';

/** How the lines of several runs are told apart, in colour and in print without it; the base run has the first look. */
const colours = [palette.black, palette.vermillion, palette.blue, palette.green, palette.purple, palette.orange];
const dashes = [
  [1, 0],
  [7, 3],
  [2, 2],
  [8, 3, 2, 3],
  [4, 4],
  [1, 3],
];

const words = {
  zh: { run: '情景', year: '年份' },
  en: { run: 'run', year: 'year' },
} as const;

interface RunLines {
  readonly x: ReturnType<typeof yearChannel>;
  /** Range of the values. */
  readonly domain: readonly number[];
  /** The vertical axis; five plain figures unless said. */
  readonly axis?: object;
  /** Runs by name, as rows have them in `run`. */
  readonly names: readonly string[];
  /** Looks to pass over: 1 where the base run is not among the names. */
  readonly first: number;
  /** Field of the line, what it is called, and how its figures are written. */
  readonly line: { readonly field: string; readonly title: string; readonly format: string };
  readonly legend: object | null;
  readonly lang: Language;
}

/** A band from `p05` to `p95` and a line for every run, over rows with `run` and `year`. */
export function runLines({ x, domain, axis = { tickCount: 5 }, names, first, line, legend, lang }: RunLines): Layer[] {
  const y = (field: string) => ({
    field,
    type: 'quantitative' as const,
    title: null,
    scale: { domain: [...domain], nice: false, zero: false },
    axis,
  });
  const look = <T>(range: readonly T[]) => ({
    field: 'run',
    type: 'nominal' as const,
    title: null,
    scale: { domain: [...names], range: range.slice(first, first + names.length) },
    legend,
  });
  return [
    {
      mark: { type: 'area', opacity: 0.17 },
      encoding: { x, y: y('p05'), y2: { field: 'p95' }, color: look(colours) },
    },
    {
      mark: { type: 'line', strokeWidth: 2 },
      encoding: { x, y: y(line.field), color: look(colours), strokeDash: look(dashes) },
    },
    hoverPoints(x, y(line.field), [
      { field: 'run', title: words[lang].run },
      { field: 'year', title: words[lang].year, format: 'd' },
      { field: line.field, title: line.title, format: line.format },
      { field: 'p05', title: '5 %', format: line.format },
      { field: 'p95', title: '95 %', format: line.format },
    ]),
  ];
}
