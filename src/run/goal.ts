/** When a run may end before all its replicates are made; without either it makes them all. */
export interface Goal {
  /** Standard error of the two urbanization rates in the years of the headline table, percentage points. */
  readonly precision?: number | undefined;
  /** Seconds from the beginning of the command. */
  readonly seconds?: number | undefined;
}

/** What ended a run early. */
export type EndedBy = 'precision' | 'seconds' | 'interrupt';
