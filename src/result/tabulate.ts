import path from 'node:path';
import type { ReplicateResult } from '../indicator/result.ts';
import { isOfHousehold } from '../people/column/all.ts';
import type { Column, Place, PopulationName, Reader } from '../people/column/column.ts';
import { columnsUsed, type Table } from '../people/table/compile-table.ts';
import { type Source, type TableCounter, tableCounter } from '../people/table/count-table.ts';
import { openGroups } from '../run/parquet-file.ts';

type Groups = Awaited<ReturnType<typeof openGroups>>['groups'];

/** The people a run has written out. */
interface Microdata {
  readonly place: Place;
  /** Row groups by population, replicate and year. */
  readonly groupsOf: (population: PopulationName, replicate: number, year: number) => Groups;
}

/** Opens the files of a folder of microdata. @throws Error where one is missing or damaged */
export async function openMicrodata(folder: string): Promise<Microdata> {
  const sorted = new Map<string, Groups[number][]>();
  let place: Place | null = null;
  for (const population of ['persons', 'households', 'events'] as const) {
    const { groups, metadata } = await openGroups(path.join(folder, `${population}.parquet`));
    place ??= { ...(JSON.parse(metadata['luohu']) as Pick<Place, 'areas' | 'routes'>) };
    for (const group of groups) {
      // a group is of one replicate and year
      const { replicate, year } = await group.read(['replicate', 'year']);
      const key = `${population} ${replicate[0]} ${year[0]}`;
      sorted.set(key, [...(sorted.get(key) ?? []), group]);
    }
  }
  return {
    place: place!,
    groupsOf: (population, replicate, year) => sorted.get(`${population} ${replicate} ${year}`) ?? [],
  };
}

/** Which people there are to count. */
interface Written {
  readonly baseYear: number;
  readonly endYear: number;
  /** Years of persons and households; events are of all but the first year. */
  readonly years: readonly number[];
  readonly only: readonly number[];
  readonly weight: number;
}

/**
 * Counts tables from people that were written out, replicate by replicate and year by year, as the workers count them while a run goes
 * on. One year of one replicate is in memory at a time, and of it the columns that are read.
 */
export async function tabulate(
  { place, groupsOf }: Microdata,
  tables: readonly Table[],
  { baseYear, endYear, years: written, only, weight }: Written,
): Promise<ReplicateResult[]> {
  const years = Array.from({ length: endYear - baseYear + 1 }, (_, t) => baseYear + t);
  const areas = ['city', ...place.areas.map(({ code }) => code)];
  const results: ReplicateResult[] = [];
  for (const replicate of only) {
    const counters = tables.map((table) => ({ table, counter: tableCounter(table, place.areas.length, weight) }));
    const indicators = counters.flatMap(({ counter }) => counter.names);
    const values = new Float64Array(years.length * areas.length * indicators.length).fill(Number.NaN);
    for (const [y, year] of years.entries()) {
      const there = { state: written.includes(year), events: year > baseYear };
      const sources = await sourcesOf(tables, place, there, (population) => groupsOf(population, replicate, year));
      let first = 0;
      for (const { table, counter } of counters) {
        counter.count(year, sources(table.population));
        put(counter, (a) => (y * areas.length + a) * indicators.length + first);
        first += counter.names.length;
      }
    }
    function put({ names, values: counted }: TableCounter, at: (area: number) => number): void {
      areas.forEach((_, a) => void values.set(counted.subarray(a * names.length, (a + 1) * names.length), at(a)));
    }
    const shape = { indicators, years, areas, settlements: new Float64Array(0), routes: [], personYears: 0 };
    results.push({ replicate, ...shape, values });
  }
  return results;
}

/** The populations of one year of one replicate, with the columns the tables read. */
async function sourcesOf(
  tables: readonly Table[],
  place: Place,
  there: { readonly state: boolean; readonly events: boolean },
  groupsOf: (population: PopulationName) => Groups,
): Promise<(population: PopulationName) => Source | null> {
  const sources = new Map<PopulationName, Source>();
  const wanted = (population: PopulationName): Column[] => [
    ...new Set(tables.filter((table) => table.population === population).flatMap(columnsUsed)),
  ];
  for (const population of new Set(tables.map((table) => table.population))) {
    if (population === 'events' ? !there.events : !there.state) continue;
    const columns = wanted(population);
    const own = columns.filter((column) => !isOfHousehold(population, column));
    const identity = population === 'households' ? 'household_id' : 'person_id';
    const loaded = await load(groupsOf(population), own, place, [identity, 'household_id']);
    const ofHouseholds = columns.filter((column) => isOfHousehold(population, column));
    const homes =
      ofHouseholds.length > 0 ? await load(groupsOf('households'), ofHouseholds, place, ['household_id']) : null;
    const homeAt = homes === null ? null : rowsBy(homes.identities['household_id']);
    const { rows, identities } = loaded;
    let rowAt: Map<number, number> | null = null;
    sources.set(population, {
      rows,
      isThere: () => true,
      open(column): Reader {
        if (!isOfHousehold(population, column)) return reader(loaded.values.get(column)!);
        const values = homes!.values.get(column)!;
        return (row) => values[homeAt!.get(identities['household_id'][row])!];
      },
      key: (row) => identities[identity][row],
      find(key) {
        rowAt ??= rowsBy(identities[identity]);
        return rowAt.get(key) ?? -1;
      },
    });
  }
  return (population) => sources.get(population) ?? null;
}

const reader =
  (values: Float64Array): Reader =>
  (row) =>
    values[row];

const rowsBy = (keys: Float64Array): Map<number, number> => new Map(Array.from(keys, (key, row) => [key, row]));

/** Columns of some groups as numbers: categories by their place in the labels, gaps as NaN. */
async function load(groups: Groups, columns: readonly Column[], place: Place, identities: readonly string[]) {
  const rows = groups.reduce((sum, group) => sum + group.rows, 0);
  const values = new Map(columns.map((column) => [column, new Float64Array(rows)]));
  const keys: Record<string, Float64Array> = Object.fromEntries(
    identities.map((name) => [name, new Float64Array(rows)]),
  );
  const labels = new Map(
    columns.map((column) => [column, new Map(column.labels(place).map(({ name }, n) => [name, n]))]),
  );
  let first = 0;
  for (const group of groups) {
    const read = await group.read([...new Set([...columns.map(({ name }) => name), ...identities])]);
    for (const name of identities) for (let n = 0; n < group.rows; n++) keys[name][first + n] = Number(read[name][n]);
    for (const [column, numbers] of values) {
      const [of, data] = [labels.get(column)!, read[column.name]];
      for (let n = 0; n < group.rows; n++) {
        const value = data[n];
        if (value === null || value === undefined) numbers[first + n] = Number.NaN;
        else numbers[first + n] = column.type === 'code' ? (of.get(String(value)) ?? -1) : Number(value);
      }
    }
    first += group.rows;
  }
  return { rows, values, identities: keys };
}
