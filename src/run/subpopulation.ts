import { NONE } from '../population/codes.ts';
import type { Table, TableSpec } from '../population/columns.ts';
import { allocatePopulation, type Population } from '../population/population.ts';

/**
 * Some of the people of a population, with the households in which somebody is left and all villages: they are places. Rows are
 * renumbered and keep their order. Links to people left out are cut; a household whose reference person was left out takes its first
 * member.
 * @param kept 1 for each person to keep
 */
export function subpopulation(population: Population, kept: Uint8Array): Population {
  const { household } = population.persons.columns;
  const keptHouseholds = new Uint8Array(population.households.rows);
  for (let i = 0; i < kept.length; i++) if (kept[i] === 1) keptHouseholds[household[i]] = 1;
  const persons = rowsOf(kept);
  const households = rowsOf(keptHouseholds);
  const part = allocatePopulation({
    persons: persons.length,
    households: households.length,
    villages: population.villages.rows,
  });
  copyRowsOf(population.persons, part.persons, persons);
  copyRowsOf(population.households, part.households, households);
  copyRowsOf(population.villages, part.villages, rowsOf(new Uint8Array(population.villages.rows).fill(1)));
  relink(part, newRows(persons, population.persons.rows), newRows(households, population.households.rows));
  return part;
}

/** Rows that are kept, in rising order. */
const rowsOf = (kept: Uint8Array): Int32Array =>
  Int32Array.from({ length: kept.length }, (_, row) => row).filter((row) => kept[row] === 1);

/** New row of each old row, NONE for those left out. */
function newRows(rows: Int32Array, oldRows: number): Int32Array {
  const moved = new Int32Array(oldRows).fill(NONE);
  rows.forEach((row, n) => {
    moved[row] = n;
  });
  return moved;
}

/** Copies rows of every column to the beginning of another table. */
function copyRowsOf<S extends TableSpec>(from: Table<S>, to: Table<S>, rows: Int32Array): void {
  for (const name of Object.keys(from.spec) as (keyof S)[]) {
    const source = from.columns[name];
    const target = to.columns[name];
    for (let n = 0; n < rows.length; n++) target[n] = source[rows[n]];
  }
  to.rows = rows.length;
}

/** Turns the row numbers held in link columns into the new ones. */
function relink({ persons, households }: Population, newPerson: Int32Array, newHousehold: Int32Array): void {
  const { household, mother, father, spouse } = persons.columns;
  const { head } = households.columns;
  const moved = (row: number): number => (row === NONE ? NONE : newPerson[row]);
  for (let h = 0; h < households.rows; h++) head[h] = moved(head[h]);
  for (let i = 0; i < persons.rows; i++) {
    const h = newHousehold[household[i]];
    household[i] = h;
    mother[i] = moved(mother[i]);
    father[i] = moved(father[i]);
    spouse[i] = moved(spouse[i]);
    if (head[h] === NONE) head[h] = i;
  }
}
