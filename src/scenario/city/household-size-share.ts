import { noRow, numberAt, type ReadText, readTable, textAt } from '../tables.ts';
import type { CensusUnit } from './census-unit.ts';
import { total } from './rake.ts';

const sizes = 10;

/**
 * Shares of family households by size 1..10+. Published by prefecture: one-person households and the mean size; the sizes
 * from two on follow the province's of 2010 (the nation's where it has none), tilted by a constant factor a person so
 * that the mean comes out. 10+ counts as 10.
 */
export function householdSizeShare(
  read: ReadText,
  prefecture: CensusUnit,
  province: string,
): { readonly share: Float64Array; readonly origin: string } {
  const pattern = pattern2010(read, province) ?? pattern2010(read, '000000');
  if (pattern === undefined) throw noRow('data/household-structure.csv', '2010 000000 household_size_share');
  const single = prefecture.onePersonHouseholds / prefecture.familyHouseholds;
  const mean = prefecture.familyPersons / prefecture.familyHouseholds;
  const tilted = (tilt: number): number[] => {
    const larger = pattern.shares.map((share, index) => (index === 0 ? 0 : share * tilt ** index));
    return larger.map((share, index) => (index === 0 ? single : ((1 - single) * share) / total(larger)));
  };
  let [low, high] = [0.05, 4];
  for (let step = 0; step < 60; step++) {
    const tilt = (low + high) / 2;
    if (total(tilted(tilt).map((share, index) => share * (index + 1))) < mean) low = tilt;
    else high = tilt;
  }
  const origin = `${pattern.region} 2010, tilted to one-person households and mean size of the prefecture`;
  return { share: Float64Array.from(tilted((low + high) / 2)), origin };
}

function pattern2010(read: ReadText, region: string): { region: string; shares: number[] } | undefined {
  const columns = ['year', 'region_code', 'residence', 'indicator', 'category', 'value'];
  const table = readTable(read, 'household-structure.csv', columns);
  const shares = new Array<number>(sizes).fill(0);
  for (const row of table.rows) {
    const wanted =
      textAt(row, 'year') === '2010' &&
      textAt(row, 'region_code') === region &&
      textAt(row, 'residence') === 'total' &&
      textAt(row, 'indicator') === 'household_size_share';
    if (wanted) shares[Number.parseInt(textAt(row, 'category'), 10) - 1] = numberAt(table, row, 'value') / 100;
  }
  return total(shares) > 0 ? { region, shares } : undefined;
}
