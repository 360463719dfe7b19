/**
 * What a runner (runner.ts) is asked and answers, in plain data: `--vs` starts the runner of another revision, whose kernel
 * it knows, so these messages must stay as they are.
 */
export type Request = { readonly do: 'base' } | { readonly do: 'replicate' } | { readonly do: 'merge' };

/** Sent once, unasked, when the first base population is made and one replicate has warmed up the code. */
export interface Ready {
  readonly baseYear: number;
  readonly persons: number;
  readonly households: number;
  readonly bytesPerPerson: number;
  readonly bytesPerHousehold: number;
  /** Exposure of one replicate: persons alive, and households with somebody in them, at each year's start. */
  readonly personYears: number;
  readonly householdYears: number;
  /** Hash of the numbers of a replicate: two revisions with the same one give the same results. */
  readonly result: string;
}

/** Answer to a request: how long it took; of a replicate also by step. */
export interface Timed {
  readonly seconds: number;
  readonly steps?: Readonly<Record<string, number>>;
}
