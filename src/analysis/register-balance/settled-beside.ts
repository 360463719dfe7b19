import { observationsFile } from '../../scenario/load-observations.ts';
import { numberAt, type ReadText, readTable, textAt } from '../../scenario/tables.ts';
import { membersOf, NATION, type RegisterRuns, type Told, told } from './register-runs.ts';

/** Persons reported settled over some years, beside what the runs count: persons. */
interface SettledBeside extends Told {
  readonly from: number;
  readonly to: number;
  readonly printed: number;
  /** Within what the printed figure is rounded to. */
  readonly inside: boolean;
}

/** First year that settled persons are reported of, and the first of the five years told together. */
const REPORTED_FROM = 2014;
const FIVE_YEARS_FROM = 2019;
/** Printed to the nearest ten million, "more than". */
const CUMULATIVE_ROUNDING = 10e6;
/** "Nearly fourteen million". */
const YEAR_ROUNDING = 0.5e6;
/** Bounds told "more than" and start years not said are no figures to be held against. */
const TOLD_LOOSELY = [2018, 2019];

/** The nation's settled persons as published, each beside its sum over the runs. */
export function settledBeside(read: ReadText, runs: RegisterRuns): SettledBeside[] {
  const table = readTable(read, observationsFile(NATION), ['area_code', 'year', 'indicator', 'value']);
  return table.rows.flatMap((row): SettledBeside[] => {
    const indicator = textAt(row, 'indicator');
    if (!indicator.startsWith('settled_persons')) return [];
    const [to, printed] = [numberAt(table, row, 'year'), numberAt(table, row, 'value')];
    const cumulative = indicator === 'settled_persons_cumulative';
    if (cumulative && TOLD_LOOSELY.includes(to)) return [];
    const from = cumulative ? REPORTED_FROM : indicator === 'settled_persons' ? to : FIVE_YEARS_FROM;
    const rounding = from === to ? YEAR_ROUNDING : CUMULATIVE_ROUNDING;
    const sum = told(sumOf(runs, from, to));
    return [{ from, to, printed, ...sum, inside: Math.abs(sum.mean - printed) <= rounding }];
  });
}

function sumOf(runs: RegisterRuns, from: number, to: number): number[] {
  const years = Array.from({ length: to - from + 1 }, (_, t) => from + t);
  return membersOf(runs, NATION, 'reported', from).map((_, r) =>
    years.reduce((sum, year) => sum + membersOf(runs, NATION, 'reported', year)[r], 0),
  );
}

/** What raised the nation's town registers in a year, persons, means of the replicates. */
interface RiseByChannel {
  readonly year: number;
  readonly rise: number;
  readonly settled: number;
  readonly relabelled: number;
  readonly setRight: number;
  /** Town registers given up or moved away. */
  readonly left: number;
  /** Births and deaths of town registers, and whoever brings one from elsewhere. */
  readonly rest: number;
}

export function riseByChannel(runs: RegisterRuns, years: readonly number[]): RiseByChannel[] {
  const mean = (figure: Parameters<typeof membersOf>[2], year: number): number =>
    told(membersOf(runs, NATION, figure, year)).mean;
  return years.map((year) => {
    const rise = mean('town', year) - mean('town', year - 1);
    const relabelled = mean('relabelled', year);
    const settled = mean('reported', year) - relabelled;
    const setRight = mean('setRight', year);
    const left = mean('left', year);
    return { year, rise, settled, relabelled, setRight, left, rest: rise - settled - relabelled - setRight + left };
  });
}
