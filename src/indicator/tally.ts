import { boundTo } from '../population/bound.ts';
import { NONE, Presence, Work } from '../population/codes.ts';
import { OUTSIDE_PLACES } from './places.ts';

/** Contribution years that give an employee pension, from this age on. */
export const PENSION_YEARS = 15;
export const PENSION_AGE = 60;
/** Children of this age and older are not counted as left behind. */
export const LEFT_BEHIND_AGE = 16;
/** Area codes, those outside the city with them. */
const AREAS = 256;

/** Classes of activity the counters of services tell apart. */
export const Class = { other: 0, formal: 1, student: 2, informal: 3, pensioner: 4 } as const;
export const CLASSES = 5;

/** Everybody present at a year end, in histograms; `place` is that of places.ts. Overwritten by the next tally of the workspace. */
export interface Tally {
  /**
   * Persons by residence and age: [place << 11 | urban << 10 | sex << 9 | mark << 8 | off the register << 7 | age]. The mark says of
   * those below 60 that they are students, of the others that they have no employee pension.
   */
  readonly residents: Int32Array;
  /** Persons by register and residence: [register << 12 | residence << 5 | urban << 4 | kind << 3 | work]. */
  readonly registers: Int32Array;
  /**
   * Persons by residence, status, class and age: [place << 15 | status << 10 | class << 7 | age]. The five bits of a status, the highest
   * first: registered in the area of residence, town register, lives in a town, has settled, holds a permit.
   */
  readonly served: Int32Array;
  /** Children in villages one of whose parents lives elsewhere: [area]. */
  readonly leftBehind: Int32Array;
}

/**
 * What age, work and contribution years say, by [insured for a pension << 10 | work << 7 | age]: the class in bits 0-2, the mark of the
 * residents in bit 3.
 */
const activities = Uint8Array.from({ length: 2048 }, (_, cell) => {
  const [age, work, insured] = [cell & 127, (cell >> 7) & 7, cell >> 10];
  const mark = age < PENSION_AGE ? work === Work.student : insured === 0;
  return (mark ? 8 : 0) | classOf(work, age >= PENSION_AGE && insured === 1);
});

function classOf(work: number, pension: boolean): number {
  if (work === Work.formal) return Class.formal;
  if (pension) return Class.pensioner;
  if (work === Work.student) return Class.student;
  return work === Work.informal || work === Work.seeking ? Class.informal : Class.other;
}

/**
 * Tallies the persons of a workspace: one pass, without a branch but for children in villages. Row by row: with the columns compiled
 * in, taking them four at a time costs more in taking them apart than it saves.
 */
export const tallying = boundTo((workspace) => {
  const { presence, sex, age, work, insuredYears, mother, father } = workspace.persons.columns;
  const { registerArea, registerUrban, nonAgricultural, residenceArea, residenceUrban } = workspace.persons.columns;
  const { settledYear, permitYear } = workspace.persons.columns;
  const residents = new Int32Array(1 << 18);
  const registers = new Int32Array(1 << 19);
  const served = new Int32Array(1 << 22);
  const leftBehind = new Int32Array(AREAS);

  return (areas: number): Tally => {
    const places = areas + OUTSIDE_PLACES;
    residents.fill(0, 0, places << 11);
    registers.fill(0, 0, places << 12);
    served.fill(0, 0, places << 15);
    leftBehind.fill(0);
    scan(workspace.persons.rows);
    return { residents, registers, served, leftBehind };
  };

  function scan(rows: number): void {
    for (let i = 0; i < rows; i++) {
      const here = presence[i];
      const years = age[i];
      const doing = work[i];
      const urban = residenceUrban[i];
      const urbanRegister = registerUrban[i];
      const residence = (residenceArea[i] + OUTSIDE_PLACES) & 127;
      const register = (registerArea[i] + OUTSIDE_PLACES) & 127;
      const same = ((residence ^ register) - 1) >>> 31;
      const off = (same ^ 1) | (urban & ~urbanRegister);
      const insured = (insuredYears[i] + 256 - PENSION_YEARS) & 256; // contribution years are below 256
      const activity = activities[(insured << 2) | (doing << 7) | years];
      const settled = -settledYear[i] >>> 31;
      const permit = -permitYear[i] >>> 31;
      const traits = (urban << 10) | (sex[i] << 9) | ((activity & 8) << 5) | (off << 7);
      const status = (same << 4) | (urbanRegister << 3) | (urban << 2) | (settled << 1) | permit;
      residents[(residence << 11) | traits | years] += here;
      registers[(register << 12) | (residence << 5) | (urbanRegister << 4) | (nonAgricultural[i] << 3) | doing] += here;
      served[(residence << 15) | (status << 10) | ((activity & 7) << 7) | years] += here;
      if (years < LEFT_BEHIND_AGE && (here & ~urban) === 1) addIfLeftBehind(i);
    }
  }

  function addIfLeftBehind(i: number): void {
    if (isAway(i, mother[i]) || isAway(i, father[i])) leftBehind[residenceArea[i]]++;
  }

  /** Whether a parent is alive and lives somewhere else than the child. */
  function isAway(child: number, parent: number): boolean {
    if (parent === NONE || presence[parent] === Presence.gone) return false;
    return residenceArea[parent] !== residenceArea[child] || residenceUrban[parent] !== residenceUrban[child];
  }
});
