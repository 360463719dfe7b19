import { AGES } from '../city-data.ts';
import { noRow, numberAt, type ReadText, readTable, textAt } from '../tables.ts';
import { nearestRegion } from './nearest-region.ts';

/** Share married by sex and single age of the prefecture where it was derived for it, else of the province. */
export function marriedShare(
  read: ReadText,
  prefecture: string,
  province: string,
  year: number,
): { readonly share: readonly [Float64Array, Float64Array]; readonly origin: string } {
  const table = readTable(read, 'married-share.csv', ['year', 'region_code', 'sex', 'age', 'married']);
  const ofYear = table.rows.filter((row) => textAt(row, 'year') === String(year));
  const region = nearestRegion({ rows: ofYear }, [prefecture, province]);
  if (!ofYear.some((row) => textAt(row, 'region_code') === region)) throw noRow(table.file, `${year} ${region}`);
  const share = [new Float64Array(AGES), new Float64Array(AGES)] as const;
  for (const row of ofYear) {
    if (textAt(row, 'region_code') !== region) continue;
    share[textAt(row, 'sex') === 'F' ? 1 : 0][numberAt(table, row, 'age')] = numberAt(table, row, 'married');
  }
  return { share, origin: `${region} ${year}, derived from national shares by age of 2010` };
}
