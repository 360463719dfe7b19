import { noRow, numberAt, type ReadText, type Row, readTable, textAt } from '../tables.ts';
import { nearestRegion } from './nearest-region.ts';
import { total } from './rake.ts';

/** Levels of data/education.csv in the order of the Education codes; the last code holds two of them. */
const levels = [
  ['no_schooling'],
  ['primary'],
  ['junior_secondary'],
  ['senior_secondary'],
  ['junior_college', 'bachelor_plus'],
] as const;

/**
 * Shares of persons of 6 and over by schooling in villages and in towns, [side][level], derived for 2020: a seed for raking to the
 * levels each area has counted. Of the place, else its province, else the nation.
 */
export function schoolingBySide(
  read: ReadText,
  prefecture: string,
  province: string,
): { readonly share: readonly [Float64Array, Float64Array]; readonly origin: string } {
  const table = readTable(read, 'education.csv', ['year', 'region_code', 'population', 'indicator', 'value']);
  const rows = table.rows.filter((row) => textAt(row, 'year') === '2020' && textAt(row, 'population') in sides);
  const region = nearestRegion({ rows }, [prefecture, province]);
  const shareOf = (side: keyof typeof sides): Float64Array => {
    const ofSide = rows.filter((row) => textAt(row, 'region_code') === region && textAt(row, 'population') === side);
    if (ofSide.length === 0) throw noRow(table.file, `2020 ${region} ${side}`);
    const has = (row: Row, level: number) => (levels[level] as readonly string[]).includes(textAt(row, 'indicator'));
    const percent = levels.map((_, level) =>
      total(ofSide.filter((row) => has(row, level)).map((row) => numberAt(table, row, 'value'))),
    );
    return Float64Array.from(percent, (value) => value / total(percent));
  };
  const share = [shareOf('rural residents'), shareOf('urban residents')] as const;
  return { share, origin: `${region} 2020, derived; raked to the levels each area has counted` };
}

const sides = { 'rural residents': 0, 'urban residents': 1 } as const;
