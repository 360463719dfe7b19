import { Count, type StockCounts } from '../../../src/indicator/count-stocks.ts';
import { isInCity, NONE, Outside, Presence, Tenure, Work } from '../../../src/population/codes.ts';
import type { Population } from '../../../src/population/population.ts';
import type { HazardTable } from '../../../src/process/agenda/hazard-table.ts';

/**
 * What the kernel does cleverly, done plainly: each function takes the place of the one of its name, so that a whole kernel can be
 * run on them and must give the same bits.
 */

/** How often each was called: shows that a kernel really runs on them. */
export const calls = { rowsEqual: 0, bytes: 0, nextDue: 0, drawWinners: 0, countStocks: 0 };

/** Rows that hold a value: looks at every one. */
export function rowsEqual(column: ArrayLike<number>, rows: number, value: number, into: Int32Array): number {
  calls.rowsEqual++;
  let found = 0;
  for (let i = 0; i < rows; i++) if (column[i] === value) into[found++] = i;
  return found;
}

/** Questions to four bytes, asked of one after the other. */
const each = (holds: (byte: number, other: number) => boolean, x: number, y = 0): number => {
  calls.bytes++;
  let answer = 0;
  for (let k = 0; k < 32; k += 8) if (holds((x >>> k) & 255, (y >>> k) & 255)) answer += 2 ** k;
  return answer;
};
export const bytes = {
  nonZero: (x: number): number => each((byte) => byte !== 0, x),
  atLeast: (x: number, n: number): number => each((byte) => byte >= n, x),
  below: (x: number, n: number): number => each((byte) => byte < n, x),
  equalTo: (x: number, n: number): number => each((byte) => byte === n, x),
  listRows(answer: number, first: number, list: Int32Array, length: number): number {
    let count = length;
    for (let k = 0; k < 4; k++) if (Math.floor(answer / 2 ** (8 * k)) % 2 === 1) list[count++] = first + k;
    return count;
  },
};

/** First year in which survival has fallen to the draw or below: tries every year, and never knows beforehand that none will do. */
export function nextDue(table: HazardTable, age: number, from: number, draw: number): number {
  calls.nextDue++;
  const row = table.byAge * (age - from + table.years) * (table.years + 1);
  for (let t = from + 1; t <= table.years; t++)
    if (table.survival[row + t] <= draw * table.survival[row + from]) return t;
  return 255;
}

/** Every claimant with its lot, sorted by rank, lot and row; the first ones win, and are told by row. */
export function drawWinners(
  claimants: Int32Array,
  places: number,
  rank: (n: number) => number,
  lot: (row: number) => number,
): Int32Array {
  calls.drawWinners++;
  if (claimants.length <= places) return claimants;
  const lots = Array.from(claimants, (row, n) => ({ row, rank: rank(n), lot: lot(row) }));
  lots.sort((a, b) => a.rank - b.rank || a.lot - b.lot || a.row - b.row);
  return Int32Array.from(lots.slice(0, Math.max(0, Math.floor(places))).map(({ row }) => row)).sort();
}

/** Person by person and household by household, straight from the definitions of the indicators. */
export function countStocks(counts: StockCounts, population: Population): void {
  calls.countStocks++;
  counts.byArea.fill(0);
  counts.pyramid.fill(0);
  const add = (area: number, column: keyof typeof Count, plus = 0): void => {
    counts.byArea[area * counts.width + Count[column] + plus]++;
  };
  const c = population.persons.columns;
  for (let i = 0; i < population.persons.rows; i++) {
    if (c.presence[i] === Presence.gone) continue;
    if (isInCity(c.registerArea[i])) countRegister(add, c, i);
    if (isInCity(c.residenceArea[i])) countResident(add, counts, c, i);
  }
  countFamilies(add, population);
}

type Add = (area: number, column: keyof typeof Count, plus?: number) => void;
type Persons = Population['persons']['columns'];

function countRegister(add: Add, c: Persons, i: number): void {
  const area = c.registerArea[i];
  add(area, 'registered');
  if (c.registerUrban[i] === 1) add(area, 'urbanRegistered');
  if (c.nonAgricultural[i] === 1) add(area, 'nonAgricultural');
  if (!isInCity(c.residenceArea[i])) add(area, 'absent');
}

function countResident(add: Add, counts: StockCounts, c: Persons, i: number): void {
  const area = c.residenceArea[i];
  const age = c.age[i];
  add(area, 'resident');
  if (c.registerArea[i] === Outside.nation) add(area, 'fromNation');
  else if (c.registerArea[i] !== area) add(area, 'fromProvince');
  if (c.residenceUrban[i] === 1) add(area, 'urbanResident');
  if (age < 10) add(area, 'under10');
  if (age < 15) add(area, 'under15');
  if (age >= 60) add(area, 'over60');
  if (age >= 60 && c.insuredYears[i] < 15) add(area, 'pensioners');
  if (c.permitYear[i] !== 0) add(area, 'permits');
  if (c.work[i] === Work.formal) add(area, 'insured');
  counts.pyramid[c.sex[i] * 18 + Math.min(17, Math.floor(age / 5))]++;
  const stage = stageOf(age, c.work[i]);
  const off = c.registerArea[i] !== area || (c.residenceUrban[i] === 1 && c.registerUrban[i] === 0);
  if (stage !== null) add(area, stage);
  if (stage !== null && off) add(area, stage, 1);
  const isAway = (parent: number): boolean =>
    parent !== NONE &&
    c.presence[parent] === Presence.present &&
    (c.residenceArea[parent] !== area || c.residenceUrban[parent] !== c.residenceUrban[i]);
  if (age < 16 && c.residenceUrban[i] === 0 && (isAway(c.mother[i]) || isAway(c.father[i]))) add(area, 'leftBehind');
}

function stageOf(age: number, work: number): 'preschool' | 'primary' | 'junior' | 'senior' | null {
  if (age >= 3 && age <= 5) return 'preschool';
  if (age >= 6 && age <= 11) return 'primary';
  if (age >= 12 && age <= 14) return 'junior';
  return age >= 15 && age <= 17 && work === Work.student ? 'senior' : null;
}

/** A family counts once in every place of the city where members live. */
function countFamilies(add: Add, { persons, households }: Population): void {
  const c = persons.columns;
  const hh = households.columns;
  const places = new Map<number, Set<number>>();
  for (let i = 0; i < persons.rows; i++) {
    const h = c.household[i];
    if (c.presence[i] === Presence.gone || hh.kind[h] !== 0 || !isInCity(c.residenceArea[i])) continue;
    add(c.residenceArea[i], 'familyPersons');
    places.set(h, (places.get(h) ?? new Set()).add(c.residenceArea[i] * 2 + c.residenceUrban[i]));
  }
  for (const [h, seen] of places) {
    for (const place of seen) add(place >> 1, 'households');
    if (hh.tenure[h] !== Tenure.publicRental) continue;
    const home = hh.homeArea[h] * 2 + hh.homeUrban[h];
    const away = [...seen].filter((place) => place !== home);
    for (const place of away) add(place >> 1, 'publicRental');
    if (away.length === 0 && (home & 1) === 1) add(home >> 1, 'publicRental');
  }
}
