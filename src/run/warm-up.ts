import { runReplicate } from '../kernel/run-replicate.ts';
import type { ReplicateInput } from '../kernel/types.ts';
import { NONE } from '../population/codes.ts';
import type { Table, TableSpec } from '../population/columns.ts';
import { allocatePopulation, type Population } from '../population/population.ts';

/** Base populations from this size on are worth a warm-up: a replicate of a smaller one hardly lasts longer. */
const WORTH_IT = 500_000;
/** Persons of the miniature, taken in stretches of rows from all over the base population. */
const MINIATURE = 6_000;
const STRETCH = 60;
const REPLICATES = 30;
const YEARS = 5;

/**
 * Runs a few replicates of a miniature in the tables of this thread before the first one of a large population.
 *
 * V8 compiles a loop that it finds running for long on the spot and for any columns, and goes on using that code; a function that is
 * called often it compiles with the columns it is bound to (population/bound.ts). In a miniature everything is called often and
 * nothing lasts: what is compiled there serves the large population, from the first replicate on (measured in src/kernel/README.md).
 * A replicate begins by overwriting the tables: nothing else is left of it.
 * @param goOn asked after each year; the warm-up throws `Cancelled` when it answers false
 * @param worthIt persons of a base population from which on it runs at all
 * @returns whether it ran
 */
export function warmUp(
  input: Omit<ReplicateInput, 'replicate' | 'strict'>,
  goOn: () => boolean,
  worthIt = WORTH_IT,
): boolean {
  const { base, scenario } = input;
  if (base.persons.rows < Math.max(worthIt, MINIATURE)) return false;
  const small = {
    ...input,
    base: miniature(base),
    scenario: { ...scenario, endYear: Math.min(scenario.endYear, scenario.baseYear + YEARS) },
    strict: false,
    onYear: goOn,
  };
  for (let replicate = 1; replicate <= REPLICATES; replicate++) runReplicate({ ...small, replicate });
  return true;
}

/** Some of the people of a population with their households and all villages; links to those left out are cut. */
function miniature(population: Population): Population {
  const persons = stretches(population.persons.rows);
  const { household } = population.persons.columns;
  const households = Int32Array.from(new Set(persons.map((i) => household[i]!))).sort();
  const villages = Int32Array.from({ length: population.villages.rows }, (_, v) => v);
  const small = allocatePopulation({
    persons: persons.length,
    households: households.length,
    villages: villages.length,
  });
  copyRowsOf(population.persons, small.persons, persons);
  copyRowsOf(population.households, small.households, households);
  copyRowsOf(population.villages, small.villages, villages);
  relink(small, newRows(persons), newRows(households));
  return small;
}

/** Rows of stretches evenly spaced over a table, in rising order. */
function stretches(rows: number): Int32Array {
  const distance = (rows * STRETCH) / MINIATURE; // from the beginning of one stretch to that of the next
  const row = (n: number): number => Math.floor(Math.floor(n / STRETCH) * distance) + (n % STRETCH);
  return Int32Array.from({ length: MINIATURE }, (_, n) => row(n));
}

const newRows = (rows: Int32Array): ReadonlyMap<number, number> => new Map(Array.from(rows, (row, n) => [row, n]));

function copyRowsOf<S extends TableSpec>(from: Table<S>, to: Table<S>, rows: Int32Array): void {
  for (const name of Object.keys(from.spec) as (keyof S)[]) {
    const source = from.columns[name];
    const target = to.columns[name];
    for (let n = 0; n < rows.length; n++) target[n] = source[rows[n]!]!;
  }
  to.rows = rows.length;
}

/** Turns the row numbers held in link columns into the new ones; a household without its reference person takes its first member. */
function relink(
  { persons, households }: Population,
  newPerson: ReadonlyMap<number, number>,
  newHousehold: ReadonlyMap<number, number>,
): void {
  const { household, mother, father, spouse } = persons.columns;
  const { head } = households.columns;
  const moved = (row: number): number => newPerson.get(row) ?? NONE;
  for (let h = 0; h < households.rows; h++) head[h] = moved(head[h]!);
  for (let i = 0; i < persons.rows; i++) {
    const h = newHousehold.get(household[i]!)!;
    household[i] = h;
    for (const link of [mother, father, spouse]) link[i] = moved(link[i]!);
    if (head[h] === NONE) head[h] = i;
  }
}
