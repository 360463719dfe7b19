import { noRow, numberAt, type ReadText, type Row, readTable, type Table, textAt } from '../tables.ts';
import { nearestRegion } from './nearest-region.ts';
import { rake, total } from './rake.ts';

/** Levels of data/education.csv in the order of the Education codes; the last code holds two of them. */
const levels = [
  ['no_schooling'],
  ['primary'],
  ['junior_secondary'],
  ['senior_secondary'],
  ['junior_college', 'bachelor_plus'],
] as const;

/**
 * Shares of persons of 6 and over by schooling, [side][sex][level]. Published: levels by sex of the census year. The sides
 * are the region's derived pattern of 2020, raked to those levels; the sexes then divide a level alike on both sides.
 */
export function educationShare(
  read: ReadText,
  prefecture: string,
  province: string,
  year: number,
  urbanShare: number,
): { readonly share: readonly (readonly [Float64Array, Float64Array])[]; readonly origin: string } {
  const columns = ['year', 'region_code', 'population', 'sex', 'indicator', 'value'];
  const table = readTable(read, 'education.csv', columns);
  const region = nearestRegion(table, [prefecture, province]);
  const sharesOf = (population: string, sex: string, ofYear: number): number[] =>
    levelShares(table, `${ofYear} ${region} ${population} ${sex}`, (row) => isOf(row, region, population, sex, ofYear));

  const bySex = ['M', 'F'].map((sex) => sharesOf('total residents', sex, year));
  const bySide = ['rural residents', 'urban residents'].map((side) => sharesOf(side, 'B', 2020));
  const ofAll = levels.map((_, level) => bySex[0][level] + bySex[1][level]);
  const sides = rake(bySide, [1 - urbanShare, urbanShare], ofAll);
  const share = sides.map((side) => {
    const [men, women] = bySex.map((sex) => {
      const cells = side.map((persons, level) => (persons * sex[level]) / ofAll[level]);
      return Float64Array.from(cells, (cell) => cell / total(cells));
    });
    return [men, women] as const;
  });
  return { share, origin: `${region} ${year} by sex, published; village and town by the derived pattern of 2020` };
}

const isOf = (row: Row, region: string, population: string, sex: string, year: number): boolean =>
  textAt(row, 'region_code') === region &&
  textAt(row, 'population') === population &&
  textAt(row, 'sex') === sex &&
  textAt(row, 'year') === String(year);

/** Shares by Education code; pre-school is left out, so they are of persons of about 6 and over. */
function levelShares(table: Table, key: string, wanted: (row: Row) => boolean): number[] {
  const rows = table.rows.filter(wanted);
  if (rows.length === 0) throw noRow(table.file, key);
  const percent = levels.map((names) =>
    total(
      rows
        .filter((row) => (names as readonly string[]).includes(textAt(row, 'indicator')))
        .map((row) => numberAt(table, row, 'value')),
    ),
  );
  return percent.map((value) => value / total(percent));
}
