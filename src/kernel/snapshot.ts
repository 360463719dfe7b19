import type { Law, LawBook } from '../policy/law.ts';
import { NO_ROUTE } from '../population/append.ts';
import { adoptTable, allocateTable, copyRows, sealTable, type Table, type TableSpec } from '../population/columns.ts';
import type { Population } from '../population/population.ts';
import type { Memory } from '../population/shared-memory.ts';
import { agendaOf } from '../process/agenda/agenda.ts';
import type { Capacity } from '../process/capacity.ts';
import type { RowList, Survey } from '../process/settlement/survey.ts';
import type { State } from '../process/state.ts';
import type { Recorder } from './recorder.ts';

/**
 * A replicate at a year end: all that its later years depend on, and what was measured so far. Plain data and shared buffers, so that
 * another thread can go on from it. Members and village shares are not in it: grouping anew gives the same.
 */
export interface Snapshot {
  readonly year: number;
  /** Rows in use of persons, households, villages, and the agendas of the first two. */
  readonly tables: readonly Memory[];
  readonly survey: { readonly rate: number; readonly families: Int32Array; readonly alone: Int32Array };
  readonly anchors: State['anchors'];
  readonly capacity: Capacity;
  /** Persons at the year end, and simulated person-years so far. */
  readonly present: number;
  readonly personYears: number;
  /** The years so far, laid out as in the result. */
  readonly values: Float64Array;
  readonly settlements: Float64Array;
  /** Numbers of the routes of the law so far, in the order in which it comes to them. */
  readonly routes: readonly number[];
}

/** Everything a replicate changes while it runs, by table. */
function tablesOf(workspace: Population): readonly Table<TableSpec>[] {
  const { persons, households, villages } = workspace;
  const agenda = agendaOf(workspace);
  const { rows: personRows } = persons;
  const { rows: householdRows } = households;
  return [
    persons,
    households,
    villages,
    Object.assign(agenda.persons, { rows: personRows }),
    Object.assign(agenda.households, { rows: householdRows }),
  ] as unknown as readonly Table<TableSpec>[];
}

/** Takes a snapshot at a year end. */
export function takeSnapshot(
  state: State,
  workspace: Population,
  { values, settlements }: Pick<Recorder, 'values' | 'settlements'>,
  sums: Pick<Snapshot, 'present' | 'personYears'>,
  years: number,
): Snapshot {
  const { year, baseYear, anchors, capacity, law, city, survey } = state;
  const done = year - baseYear + 1;
  const rowsOf = ({ rows, count }: RowList): Int32Array => rows.slice(0, count);
  return {
    year,
    tables: tablesOf(workspace).map((table) => {
      const copy = allocateTable(table.spec, table.rows);
      copyRows(table, copy);
      return sealTable(copy).buffer as Memory;
    }),
    survey: { rate: survey.rate, families: rowsOf(survey.families), alone: rowsOf(survey.alone) },
    anchors,
    capacity: copyOf(capacity),
    ...sums,
    values: firstYears(values, done, years),
    settlements: firstYears(settlements, done, years),
    routes: routesThrough(law, city.areas.length, baseYear, year),
  };
}

/** The first of so many years laid out one after the other; whole numbers throughout, as a share of the length would lose the last to rounding. */
export const firstYears = (numbers: Float64Array, done: number, years: number): Float64Array =>
  numbers.slice(0, (numbers.length / years) * done);

/** Overwrites a workspace with a snapshot; `law` is that of the replicate that goes on. */
export function restoreSnapshot(
  { year, tables, survey, anchors, capacity, routes }: Snapshot,
  baseYear: number,
  law: LawBook,
  workspace: Population,
): Pick<State, 'survey' | 'anchors' | 'capacity'> {
  tablesOf(workspace).forEach((table, n) => {
    copyRows(adoptTable(table.spec, tables[n]), table);
  });
  const { settledRoute } = workspace.persons.columns;
  const areas = capacity.jobs.length;
  const numbers = renumbered(routes, routesThrough(law, areas, baseYear, year));
  for (let i = 0; i < workspace.persons.rows; i++) settledRoute[i] = numbers[settledRoute[i]];
  const list = (rows: Int32Array): RowList => ({ rows: Int32Array.from(rows), count: rows.length });
  const asked: Survey = {
    asking: true,
    rate: survey.rate,
    families: list(survey.families),
    alone: list(survey.alone),
  };
  return { survey: asked, anchors, capacity: copyOf(capacity) };
}

/** Fills in what was measured before the snapshot. */
export function restoreRecord(
  { values, settlements, routes, year, capacity }: Snapshot,
  baseYear: number,
  law: LawBook,
  recorder: Recorder,
): void {
  recorder.values.set(values);
  const numbers = renumbered(routes, routesThrough(law, capacity.jobs.length, baseYear, year));
  const cells = (year - baseYear + 1) * (capacity.jobs.length + 1);
  const [before, after] = [settlements.length / cells, law.routes.length];
  for (let cell = 0; cell < cells; cell++)
    for (const route of routes)
      recorder.settlements[cell * after + numbers[route]] = settlements[cell * before + route];
}

/** Number of each route in one law by its number in another whose years so far are the same; `NO_ROUTE` stays. */
function renumbered(before: readonly number[], after: readonly number[]): Uint8Array {
  const numbers = new Uint8Array(NO_ROUTE + 1).fill(NO_ROUTE);
  before.forEach((route, n) => {
    numbers[route] = after[n];
  });
  return numbers;
}

/** Numbers of the routes in force in some years, in the order in which areas, years and days come to them. */
function routesThrough(law: LawBook, areas: number, from: number, to: number): number[] {
  const found = new Set<number>();
  const seen = new Set<Law>();
  for (let area = 0; area < areas; area++) {
    for (let year = from; year <= to; year++) {
      for (const each of law.ofYear(area, year).laws) {
        if (seen.has(each)) continue;
        seen.add(each);
        for (const { index } of each.routes) found.add(index);
      }
    }
  }
  return [...found];
}

const copyOf = ({ jobs, jobLuck, dwellings, subsidies, places, placeChance }: Capacity): Capacity => ({
  jobs: jobs.slice(),
  jobLuck: jobLuck.slice(),
  dwellings: dwellings.slice(),
  places: places.slice(),
  subsidies: subsidies.slice(),
  placeChance: placeChance.slice(),
});
