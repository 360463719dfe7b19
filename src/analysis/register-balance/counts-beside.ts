import { observationsFile } from '../../scenario/load-observations.ts';
import { numberAt, type ReadText, readTable, textAt } from '../../scenario/tables.ts';
import {
  membersOf,
  NATION,
  REGISTER_YEARS,
  type RegisterFigure,
  type RegisterRuns,
  type Told,
  told,
} from './register-runs.ts';

/** Counts of the nation that runs of all its places are held against. */
export const countNames = [
  'births',
  'deaths',
  'accompanying',
  'permits',
  'leftBehind',
] as const satisfies readonly RegisterFigure[];
type CountName = (typeof countNames)[number];

/** What the nation counted in a year, or at its end, beside the sum over the runs: persons. */
export interface CountBeside extends Told {
  readonly what: CountName;
  readonly year: number;
  readonly printed: number;
}

/** What a count is called in the nation's figures. */
const inObservations: Readonly<Partial<Record<CountName, string>>> = {
  accompanying: 'accompanying_pupils',
  permits: 'residence_permits_issued',
};
/** Children of 0-17 one of whose parents is away, by the census of 2010 and that of 2020, persons: the other counts are of fewer children. */
const LEFT_BEHIND = 'left_behind_children';
const ofCensus = /^0-17/;

/**
 * Births and deaths of each year as revised, accompanying pupils, permits issued, and left-behind children of the two censuses. Births and deaths
 * of the nation went into its vital tables, and marriages; the others were used nowhere.
 */
export function countsBeside(read: ReadText, runs: RegisterRuns): CountBeside[] {
  const [first, last] = REGISTER_YEARS;
  const beside = (what: CountName, year: number, printed: number): CountBeside[] => {
    const members = membersOf(runs, NATION, what, year);
    // flows of the base year are not simulated
    const isMade = members.length > 0 && members.some((value) => value > 0);
    return year < first || year > last || !isMade ? [] : [{ what, year, printed, ...told(members) }];
  };
  const vital = readTable(read, 'vital-years.csv', ['year', 'births', 'deaths']);
  const events = (['births', 'deaths'] as const).flatMap((what) =>
    vital.rows.flatMap((row) => beside(what, numberAt(vital, row, 'year'), numberAt(vital, row, what))),
  );
  const table = readTable(read, observationsFile(NATION), ['year', 'indicator', 'value', 'note']);
  const others = table.rows.flatMap((row) => {
    const [name, year, printed] = [
      textAt(row, 'indicator'),
      numberAt(table, row, 'year'),
      numberAt(table, row, 'value'),
    ];
    if (name === LEFT_BEHIND) return ofCensus.test(textAt(row, 'note')) ? beside('leftBehind', year, printed) : [];
    const what = countNames.find((count) => inObservations[count] === name);
    return what === undefined ? [] : beside(what, year, printed);
  });
  return [...events, ...others];
}
