import { allocateTable, type ColumnSpec, type Table } from '../../../src/population/columns.ts';
import type { DrawKey } from '../../../src/random/draw.ts';
import { threefry } from '../../../src/random/threefry.ts';

export const YEARS = 15;
/** Households of a village. */
export const VILLAGE = 200;
/** Places in a household; the row of a person is 3 times the household's and the place. */
export const Slot = { father: 0, mother: 1, child: 2 } as const;
/** Persons of a household. */
export const PERSONS = 3;

const column = <T extends ColumnSpec['type']>(type: T, unit: string, meaning: string) =>
  ({ type, unit, meaning }) as const;

export const personSpec = {
  born: column('i16', 'year', 'year of birth; the run starts in year 0'),
  death: column('u8', 'year', 'year of death, drawn ahead; beyond the last year: survives the run'),
  birth: column('u8', 'year', 'year of the next birth, drawn ahead'),
} as const;

export const householdSpec = {
  tenure: column('u8', '0..3', 'tenure'),
  years: column('u8', 'year', 'years in town at the start'),
  land: column('f32', 'mu', 'land'),
  daughter: column('u8', '0|1', 'whether the child is a girl'),
  candidate: column('u8', 'year', 'next year in which the household may settle, drawn ahead'),
  settled: column('u8', '0|1', 'whether the household has settled'),
} as const;

/** A population of W: its two tables over shared buffers. */
export interface World {
  readonly persons: Table<typeof personSpec>;
  readonly households: Table<typeof householdSpec>;
}

/** An empty world; households must come in whole villages. */
export function createWorld(households: number): World {
  if (!(households > 0 && households % VILLAGE === 0))
    throw new RangeError(`households must be a multiple of ${VILLAGE}, got ${households}`);
  const world = {
    persons: allocateTable(personSpec, PERSONS * households),
    households: allocateTable(householdSpec, households),
  };
  world.persons.rows = PERSONS * households;
  world.households.rows = households;
  return world;
}

/** Decision numbers of the draws that make the initial state; those of the years are in simulate.ts. */
const START = 100;
const word = new Int32Array(2);

/** The initial state of W, keyed by household: set-up, not timed. */
export function initialise({ persons, households }: World, { k0, k1 }: DrawKey): void {
  const { born } = persons.columns;
  const { tenure, years, land, daughter, settled } = households.columns;
  const uniform = (h: number, n: number): number => {
    threefry(k0, k1, h, START + (n >> 1), word);
    return (word[n & 1] >>> 0) * 2 ** -32;
  };
  for (let h = 0; h < households.rows; h++) {
    born[PERSONS * h + Slot.father] = -22 - Math.floor(29 * uniform(h, 0));
    born[PERSONS * h + Slot.mother] = -20 - Math.floor(29 * uniform(h, 1));
    born[PERSONS * h + Slot.child] = -Math.floor(18 * uniform(h, 2));
    tenure[h] = Math.floor(4 * uniform(h, 3));
    years[h] = Math.floor(15 * uniform(h, 4));
    land[h] = 10 * uniform(h, 5);
    daughter[h] = uniform(h, 6) < 0.5 ? 1 : 0;
    settled[h] = 0;
  }
}
