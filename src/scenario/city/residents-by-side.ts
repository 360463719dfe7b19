import { AGE_GROUP_START, AGE_GROUPS } from '../city-data.ts';
import { noRow, numberAt, type ReadText, readTable, textAt } from '../tables.ts';
import type { CensusUnit } from './census-unit.ts';

/** Residents by side (0 village, 1 town) and cell (ageGroup * 2 + sex), and the region and year they really are of. */
interface ResidentsBySide {
  readonly residents: readonly [Float64Array, Float64Array];
  readonly origin: string;
}

const cells = AGE_GROUPS.length * 2;
const nation = '000000';

/**
 * A seed for raking: the prefecture's residents of the census, split by the odds of living in town of each age and sex.
 * 2020: odds of the prefecture's own derived table, else of its province. 2010: those odds, each moved by the change of
 * the national odds from 2010 to 2020 relative to all aged 15 and over (2010 long form); below 15 nothing is known and
 * the odds are left alone. Their common level does not matter: raking sets it.
 */
export function residentsBySide(
  read: ReadText,
  prefecture: CensusUnit,
  province: string,
  year: number,
): ResidentsBySide {
  const table = readSides(read);
  const region = [prefecture.code, province].find((code) => table.has(`2020 ${code}`)) ?? nation;
  const shift = year === 2010 ? nationalShift(table) : new Float64Array(cells).fill(1);
  const village = new Float64Array(cells);
  const town = new Float64Array(cells);
  const sides = sidesOf(table, `2020 ${region}`);
  for (let cell = 0; cell < cells; cell++) {
    const odds = (sides.town[cell] / sides.village[cell]) * shift[cell];
    village[cell] = prefecture.residents[cell] / (1 + odds);
    town[cell] = prefecture.residents[cell] - village[cell];
  }
  const moved = year === 2010 ? ', odds moved to 2010 by the national change at 15 and over' : '';
  return { residents: [village, town], origin: `${region} 2020, derived${moved}` };
}

interface Sides {
  readonly village: Float64Array;
  readonly town: Float64Array;
}

function sidesOf(table: ReadonlyMap<string, Sides>, key: string): Sides {
  const sides = table.get(key);
  if (sides === undefined) throw noRow('data/age-structure.csv', key);
  return sides;
}

const fifteen = AGE_GROUPS.indexOf('15-19') * 2;

/** By cell: national odds of 2010 over those of 2020, both relative to all aged 15 and over. */
function nationalShift(table: ReadonlyMap<string, Sides>): Float64Array {
  const shift = new Float64Array(cells).fill(1);
  const [odds2010, odds2020] = [2010, 2020].map((year) => {
    const { village, town } = foldOldest(sidesOf(table, `${year} ${nation}`));
    const all = sum(town.subarray(fifteen)) / sum(village.subarray(fifteen));
    return town.map((persons, cell) => persons / village[cell] / all);
  });
  for (let cell = fifteen; cell < cells; cell++) shift[cell] = odds2010[cell] / odds2020[cell];
  return shift;
}

/** The long form ends at 65 and over: gives every group from there on the sum of all of them, by sex. */
function foldOldest({ village, town }: Sides): Sides {
  const first = AGE_GROUPS.indexOf('65-69') * 2;
  const fold = (persons: Float64Array): Float64Array =>
    persons.map((value, cell) =>
      cell < first ? value : sum(persons.filter((_, other) => other >= first && other % 2 === cell % 2)),
    );
  return { village: fold(village), town: fold(town) };
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

/** Residents by side of every region and year of age-structure.csv, key `year region`. An open 65+ stands in its first group. */
function readSides(read: ReadText): ReadonlyMap<string, Sides> {
  const columns = ['year', 'region_code', 'residence', 'sex', 'age_group', 'population'];
  const table = readTable(read, 'age-structure.csv', columns);
  const sides = new Map<string, Sides>();
  for (const row of table.rows) {
    const residence = textAt(row, 'residence');
    const group = AGE_GROUP_START.indexOf(Number.parseInt(textAt(row, 'age_group'), 10) as 0);
    if (residence === 'total' || group < 0 || textAt(row, 'age_group').startsWith('15+')) continue;
    const key = `${textAt(row, 'year')} ${textAt(row, 'region_code')}`;
    const entry = sides.get(key) ?? { village: new Float64Array(cells), town: new Float64Array(cells) };
    sides.set(key, entry);
    const cell = group * 2 + (textAt(row, 'sex') === 'F' ? 1 : 0);
    entry[residence === 'urban' ? 'town' : 'village'][cell] = numberAt(table, row, 'population');
  }
  return sides;
}
