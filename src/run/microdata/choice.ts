/** Which people a run writes out. */
export interface MicrodataChoice {
  /** Year ends whose persons and households are written; events are of every year. */
  readonly years: readonly number[];
  /** Numbers of the replicates. */
  readonly only: readonly number[];
}

/** Name of the file of one replicate in the folder of an unfinished run. */
export const partName = (replicate: number, population: string): string =>
  `microdata-${String(replicate).padStart(6, '0')}-${population}.parquet`;
