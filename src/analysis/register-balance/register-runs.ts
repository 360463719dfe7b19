import type { Asked } from '../../indicator/asked.ts';
import type { ReplicateResult } from '../../indicator/result.ts';
import { provinceOf } from '../../scenario/city/regions.ts';
import { ratesFile } from '../../scenario/city/register-rates.ts';
import { numberAt, type ReadText, readTable, textAt } from '../../scenario/tables.ts';
import { valueAt } from '../hindcast/target-value.ts';
import { centralInterval } from '../score/central-interval.ts';

export const NATION = '000000';
/** Years a run of registers goes from and to: the census, and the last year the nation's rate is printed of. */
export const REGISTER_YEARS = [2010, 2023] as const;

/** What is added up over places, persons at a year's end or in it. */
const figures = {
  town: 'urban_registered_population.by_place',
  all: 'registered_population',
  reported: 'settled_reported',
  relabelled: 'settled_reported.relabelled',
  setRight: 'registers_set_right',
  left: 'register_out_town',
  kind: 'urban_registered_population.by_kind',
  births: 'births',
  deaths: 'deaths',
  accompanying: 'award_children',
  permits: 'permits_issued',
  leftBehind: 'left_behind_children',
} as const;
export type RegisterFigure = keyof typeof figures;

/** Persons by `code figure year`, in replicate order. */
export type RegisterRuns = Readonly<Record<string, readonly number[]>>;

const years = Array.from({ length: REGISTER_YEARS[1] - REGISTER_YEARS[0] + 1 }, (_, t) => REGISTER_YEARS[0] + t);
const keyOf = (code: string, figure: RegisterFigure, year: number): string => `${code} ${figure} ${year}`;

/** What has to be measured for them. */
export const askedOfRegisters: readonly Asked[] = [
  { indicators: Object.values(figures), from: REGISTER_YEARS[0], to: REGISTER_YEARS[1] },
];

/** Reads the replicates of a place: its own figures, and those of its areas a rate was printed of. */
export function registerRuns(
  place: string,
  areas: readonly string[],
  results: readonly ReplicateResult[],
): RegisterRuns {
  const rows = [['city', place] as const, ...areas.map((code) => [code, code] as const)];
  return Object.fromEntries(
    rows.flatMap(([area, code]) =>
      (Object.keys(figures) as RegisterFigure[]).flatMap((figure) =>
        years.map((year) => [
          keyOf(code, figure, year),
          results.map((result) => valueAt(result, figures[figure], area, year)),
        ]),
      ),
    ),
  );
}

/**
 * Sums over the places of provinces and of the nation, replicate by replicate: what the nation shares is one draw of a replicate.
 * @param wholes provinces, and the nation, all of whose places were run
 */
export function withSums(runs: RegisterRuns, places: readonly string[], wholes: ReadonlySet<string>): RegisterRuns {
  const sums: Record<string, number[]> = {};
  for (const place of places)
    for (const whole of [provinceOf(place), NATION].filter((code) => wholes.has(code)))
      for (const figure of Object.keys(figures) as RegisterFigure[])
        for (const year of years) {
          const own = runs[keyOf(place, figure, year)]!;
          const key = keyOf(whole, figure, year);
          sums[key] = own.map((value, r) => (sums[key]?.[r] ?? 0) + (Number.isNaN(value) ? 0 : value));
        }
  // a place that is a province of its own has both names alike
  return { ...sums, ...runs };
}

/** A figure of all replicates in one year. */
export const membersOf = (runs: RegisterRuns, code: string, figure: RegisterFigure, year: number): readonly number[] =>
  runs[keyOf(code, figure, year)] ?? [];

/** The registered rate by place, percent, of all replicates. */
export function rateMembers(runs: RegisterRuns, code: string, year: number): number[] {
  const all = membersOf(runs, code, 'all', year);
  return membersOf(runs, code, 'town', year).map((town, r) => (100 * town) / all[r]);
}

/** Mean and central 90 % of replicates. */
export interface Told {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export function told(members: readonly number[]): Told {
  const mean = members.reduce((sum, value) => sum + value, 0) / members.length;
  return { mean, ...centralInterval(members, 0.9) };
}

/** A printed rate by place, percent, or its yearly change in points, beside what runs without the rates of its province say. */
export interface RateBeside extends Told {
  readonly code: string;
  readonly from: number | null;
  readonly year: number;
  readonly printed: number;
}

/** Levels: the first printed year of each place. Changes: between the years it was printed of, a year. */
export function ratesBeside(read: ReadText, runs: RegisterRuns): { levels: RateBeside[]; changes: RateBeside[] } {
  const levels: RateBeside[] = [];
  const changes: RateBeside[] = [];
  for (const [code, printed] of printedRates(read)) {
    if (membersOf(runs, code, 'all', REGISTER_YEARS[0]).length === 0) continue;
    const [first] = printed;
    levels.push({ code, from: null, ...first, ...told(rateMembers(runs, code, first.year)) });
    printed.slice(1).forEach((later, n) => {
      const [from, span] = [printed[n], later.year - printed[n].year];
      const before = rateMembers(runs, code, from.year);
      const members = rateMembers(runs, code, later.year).map((rate, r) => (rate - before[r]) / span);
      const change = (later.printed - from.printed) / span;
      changes.push({ code, from: from.year, year: later.year, printed: change, ...told(members) });
    });
  }
  return { levels, changes };
}

/** Rates by place after the base year, by code, in order of the year; those in conflict or derived left out, and the nation's. */
export function printedRates(read: ReadText): [string, { readonly year: number; readonly printed: number }[]][] {
  const table = readTable(read, ratesFile, ['area_code', 'year', 'by', 'rate', 'confidence']);
  const byCode = new Map<string, { year: number; printed: number }[]>();
  for (const row of table.rows) {
    const [code, confidence] = [textAt(row, 'area_code'), textAt(row, 'confidence')];
    const year = numberAt(table, row, 'year');
    if (textAt(row, 'by') !== 'place' || year <= REGISTER_YEARS[0] || year > REGISTER_YEARS[1]) continue;
    if (code === NATION || confidence === 'conflicting' || confidence === 'derived') continue;
    byCode.set(code, [...(byCode.get(code) ?? []), { year, printed: numberAt(table, row, 'rate') }]);
  }
  return [...byCode].map(([code, rates]) => [code, rates.sort((a, b) => a.year - b.year)]);
}

/** Data without the printed rates of a province and of all in it. */
export const withoutRates =
  (read: ReadText, province: string): ReadText =>
  (path) => {
    const text = read(path);
    if (path !== ratesFile) return text;
    const own = province.slice(0, 2);
    return text
      .split('\n')
      .filter((line) => !line.startsWith(own) || line.startsWith('area_code'))
      .join('\n');
  };
