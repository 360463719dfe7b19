/** Base populations the replicates of a small run take in turn: as many as cost no more than the run itself. */
export const BASES = 8;
