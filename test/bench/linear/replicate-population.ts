import type { Table, TableSpec } from '../../../src/population/columns.ts';
import type { Population } from '../../../src/population/population.ts';

/** First identity that is not a person of the base population (src/random/identity.ts). */
const FIRST_OTHER = 2 ** 31;

/** Makes an empty population: of this source tree in tests, of the built package in benchmarks. */
type Allocate = (capacity: { persons: number; households: number; villages: number }) => Population;

/**
 * A population `copies` times as large: the same people again and again, each copy in villages and households of its own and
 * with identities of its own, so that no draw and no neighbour is shared. What a column links to is told by its unit.
 * @throws when there are more identities than the base population may have
 */
export function replicatePopulation(base: Population, copies: number, allocate: Allocate): Population {
  const rows = { persons: base.persons.rows, households: base.households.rows, villages: base.villages.rows };
  const { identity } = base.persons.columns;
  let identities = 0;
  for (let i = 0; i < rows.persons; i++) identities = Math.max(identities, identity[i] + 1);
  if (copies * identities > FIRST_OTHER)
    throw new RangeError(`${copies} copies need ${copies * identities} identities, there are ${FIRST_OTHER}`);
  const large = allocate({
    persons: copies * rows.persons,
    households: copies * rows.households,
    villages: copies * rows.villages,
  });
  const shift: Record<string, number> = {
    id: identities,
    'person row': rows.persons,
    'household row': rows.households,
    'village row': rows.villages,
  };
  for (const table of ['persons', 'households', 'villages'] as const) {
    const target: Table<TableSpec> = large[table];
    const source: Table<TableSpec> = base[table];
    for (let copy = 0; copy < copies; copy++) appendRows(target, source, copy, shift);
    target.rows = copies * source.rows;
  }
  return large;
}

/** Writes copy number `copy` of a table; links and identities move on by as much as a copy holds, -1 stays. */
function appendRows(
  target: Table<TableSpec>,
  source: Table<TableSpec>,
  copy: number,
  shift: Record<string, number>,
): void {
  const first = copy * source.rows;
  for (const [name, { unit }] of Object.entries(source.spec)) {
    const from = source.columns[name];
    const to = target.columns[name];
    to.set(from.subarray(0, source.rows), first);
    const step = copy * (shift[unit] ?? 0);
    if (step === 0) continue;
    for (let row = first; row < first + source.rows; row++) if (to[row] >= 0) to[row] = to[row] + step;
  }
}
