import { numberAt, type ReadText, readTable } from '../tables.ts';

/** The nation's registers, reckoned year by year so that rates, settled persons and natural increase agree. */
export const accountFile = 'register-account.csv';

/** A year of the nation's account: persons in millions. */
export interface AccountYear {
  readonly year: number;
  readonly natural: number;
  /** Settled as police report it: by decision and relabelled. */
  readonly settled: number;
  /** Registers set right at the census, apart from the settled. */
  readonly cleanUp: number;
  /** Settled over urban residents less town registers. */
  readonly settledOfPool: number;
}

export function readAccount(read: ReadText): readonly AccountYear[] {
  const table = readTable(read, accountFile, ['year', 'natural', 'settled', 'clean_up', 'settled_of_pool']);
  return table.rows.map((row) => ({
    year: numberAt(table, row, 'year'),
    natural: numberAt(table, row, 'natural'),
    settled: numberAt(table, row, 'settled'),
    cleanUp: numberAt(table, row, 'clean_up'),
    settledOfPool: numberAt(table, row, 'settled_of_pool'),
  }));
}
