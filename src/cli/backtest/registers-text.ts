import { type CountBeside, countNames } from '../../analysis/register-balance/counts-beside.ts';
import type { DefinitionStep } from '../../analysis/register-balance/definition-step.ts';
import { NATION, type RateBeside, type Told } from '../../analysis/register-balance/register-runs.ts';
import type { riseByChannel, settledBeside } from '../../analysis/register-balance/settled-beside.ts';
import type { Language } from '../../language/language.ts';
import { csvText } from '../../result/csv.ts';
import { readRegions } from '../../scenario/city/regions.ts';
import { readData } from '../../scenario/read-data.ts';
import { plainTable } from '../plain-table.ts';
import { backtestMessages as messages } from './messages.ts';

/** What runs say of registers, beside what was printed. */
export interface Registers {
  readonly nation: readonly (Told & { readonly year: number; readonly printed: number })[];
  readonly settled: ReturnType<typeof settledBeside>;
  /** Births, deaths and others the nation counts. */
  readonly counts: readonly CountBeside[];
  readonly steps: readonly DefinitionStep[];
  readonly rise: ReturnType<typeof riseByChannel>;
  readonly levels: readonly RateBeside[];
  readonly changes: readonly RateBeside[];
}

const columns = ['runs', 'what', 'code', 'from', 'year', 'printed', 'mean', 'p05', 'p95'] as const;

/** registers.csv: rates in percent, changes in points a year, steps in points, all else in persons. */
export function csvOf(runs: Readonly<Record<'usual' | 'doubled', Registers>>): string {
  return csvText(
    columns,
    Object.entries(runs).flatMap(([name, { nation, settled, counts, steps, rise, levels, changes }]) => {
      const row = (what: string, code: string, from: number | null, { year, printed, mean, low, high }: Row) => {
        return [name, what, code, from ?? '', year, printed ?? '', mean, low, high];
      };
      return [
        ...nation.map((each) => row('rate', NATION, null, each)),
        ...levels.map((each) => row('rate', each.code, null, each)),
        ...changes.map((each) => row('yearly change', each.code, each.from, each)),
        ...settled.map((each) => row('settled persons', NATION, each.from, { ...each, year: each.to })),
        ...counts.map((each) => row(each.what, NATION, null, each)),
        ...steps.map((each) => row('step of definition', each.code, each.year - 1, each)),
        ...rise.flatMap(({ year, ...parts }) =>
          Object.entries(parts).map(([part, persons]) => [
            name,
            `rise: ${part}`,
            NATION,
            '',
            year,
            '',
            persons,
            '',
            '',
          ]),
        ),
      ];
    }),
  );
}

interface Row extends Told {
  readonly year: number;
  readonly printed: number | null;
}

const one = (value: number): string => value.toFixed(1);
const two = (value: number): string => value.toFixed(2);
const millions = (persons: number): string => (persons / 1e6).toFixed(1);
const signed = (value: number): string => `${value > 0 ? '+' : ''}${two(value)}`;

export function textOf(usual: Registers, doubled: Registers, places: number, folder: string, lang: Language): string[] {
  const say = messages.registers;
  return [
    say.title(places)[lang],
    ...(usual.nation.length > 0 ? nationText(usual, doubled, lang) : []),
    '',
    say.places()[lang],
    plainTable(
      say.placesHead()[lang].split(','),
      [
        [say.levels()[lang], usual.levels, doubled.levels] as const,
        [say.changes()[lang], usual.changes, doubled.changes] as const,
      ].map(([name, rows, others]) => [name, ...scoreOf(rows), scoreOf(others)[1]]),
    ),
    ...(usual.steps.length > 0 ? stepsText(usual.steps, lang) : []),
    '',
    messages.resultIn(folder)[lang],
  ];
}

/** The nation's rate, settled persons, and what raised its town registers. */
function nationText(usual: Registers, doubled: Registers, lang: Language): string[] {
  const say = messages.registers;
  return [
    '',
    say.nation()[lang],
    plainTable(
      say.nationHead()[lang].split(','),
      usual.nation.map(({ year, printed, mean, low, high }, n) => [
        String(year),
        two(printed),
        two(mean),
        signed(mean - printed),
        `${one(low)}–${one(high)}`,
        two(doubled.nation[n].mean),
      ]),
    ),
    '',
    say.settled()[lang],
    plainTable(
      say.settledHead()[lang].split(','),
      usual.settled.map(({ from, to, printed, mean, low, high, inside }, n) => [
        from === to ? String(to) : `${from}–${to}`,
        millions(printed),
        millions(mean),
        `${millions(low)}–${millions(high)}`,
        inside ? say.yes()[lang] : say.no()[lang],
        millions(doubled.settled[n].mean),
      ]),
    ),
    '',
    say.rise()[lang],
    plainTable(
      say.riseHead()[lang].split(','),
      usual.rise.map(({ year, rise, settled, relabelled, setRight, left, rest }) =>
        [String(year)].concat([rise, settled, relabelled, setRight, -left, rest].map(millions)),
      ),
    ),
    ...countsText(usual.counts, lang),
    ...refutation(usual, doubled, lang),
  ];
}

/** The nation's births and deaths by year as errors, the other counts as they are. */
function countsText(counts: readonly CountBeside[], lang: Language): string[] {
  const say = messages.registers;
  const off = ({ mean, printed }: CountBeside): number => 100 * (mean / printed - 1);
  return [
    '',
    say.counts()[lang],
    plainTable(
      say.countsHead()[lang].split(','),
      countNames.flatMap((what) => {
        const rows = counts.filter((each) => each.what === what);
        if (rows.length === 0) return [];
        const worst = rows.reduce((a, b) => (Math.abs(off(b)) > Math.abs(off(a)) ? b : a));
        const last = rows[rows.length - 1];
        const mean = rows.reduce((sum, each) => sum + off(each), 0) / rows.length;
        const years = rows.length === 1 ? String(last.year) : `${rows[0].year}–${last.year}`;
        return [
          [say.countNames[what][lang], years, millions(last.printed), millions(last.mean)].concat(
            `${signed(mean)}%`,
            `${signed(off(worst))}% (${worst.year})`,
          ),
        ];
      }),
    ),
  ];
}

/** The step where both rates are printed; what the others are stands in the file. */
function stepsText(steps: readonly DefinitionStep[], lang: Language): string[] {
  const say = messages.registers;
  const names = readRegions(readData);
  return [
    '',
    say.steps(steps.length)[lang],
    plainTable(
      say.stepsHead()[lang].split(','),
      steps
        .filter(({ printed, code }) => printed !== null || code === NATION)
        .map(({ code, year, printed, mean, low, high }) => [
          code === NATION ? say.ofNation()[lang] : names.get(code)!.name[lang],
          `${year - 1}–${year}`,
          printed === null ? '–' : two(printed),
          two(mean),
          `${one(low)}–${one(high)}`,
        ]),
    ),
  ];
}

/** Number, mean absolute error, bias and share inside the 90 % interval. */
function scoreOf(rows: readonly RateBeside[]): string[] {
  const mean = (of: (row: RateBeside) => number): number =>
    rows.reduce((sum, row) => sum + of(row), 0) / Math.max(1, rows.length);
  return [
    String(rows.length),
    two(mean((row) => Math.abs(row.mean - row.printed))),
    signed(mean((row) => row.mean - row.printed)),
    `${Math.round(100 * mean(({ printed, low, high }) => (printed >= low && printed <= high ? 1 : 0)))}%`,
  ];
}

/** Which of the nation's figures lie outside what runs with settling doubled say, and how far. */
function refutation(usual: Registers, doubled: Registers, lang: Language): string[] {
  const off = ({ nation }: Registers): number => Math.abs(nation.at(-1)!.mean - nation.at(-1)!.printed);
  const outside = doubled.settled.filter(
    ({ inside, low, high, printed }) => !inside && (printed < low || printed > high),
  );
  return [
    '',
    messages.registers.refuted(
      two(off(doubled)),
      two(off(usual)),
      outside.map(({ from, to }) => `${from}–${to}`),
    )[lang],
  ];
}
