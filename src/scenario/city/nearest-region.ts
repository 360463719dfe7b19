import { type Table, textAt } from '../tables.ts';

const NATION = '000000';

/** The narrowest of the regions (code of the place, then its province) a table has rows of, else the nation. */
export function nearestRegion({ rows }: Pick<Table, 'rows'>, codes: readonly string[]): string {
  return codes.find((code) => rows.some((row) => textAt(row, 'region_code') === code)) ?? NATION;
}
