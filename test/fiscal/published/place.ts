/** Award of a year, in yuan. */
export interface Money {
  readonly settlersPart: number;
  readonly childrenPart: number;
  /** Of both parts over the replicates. */
  readonly mean: number;
  readonly p10: number;
  readonly p90: number;
  /** What one more settler brings in the first year, and over the whole step-down; mean over the tiers of those who settled. */
  readonly firstYear: number;
  readonly allYears: number;
}

/** A place as `luohu fiscal` sees it, beside what was published of it. */
export interface Place {
  readonly name: string;
  readonly code: string;
  /** Of the result. */
  readonly folder: string;
  readonly sample: number;
  readonly residents: number;
  /** Persons the award of the year counts anew, and accompanying children. */
  readonly settlers: number;
  readonly children: number;
  readonly money: Money;
  /** Yuan of the year as published; null where it is not. */
  readonly published: number | null;
  /** Yuan a year of one settled person's public services, and what of it a register adds. */
  readonly servedYearly: number;
  readonly addedYearly: number;
  /** Present value over the rest of life, a head of a family of three. */
  readonly lifetime: number;
  readonly estimates: readonly {
    readonly author: string;
    readonly region: string;
    readonly value: number;
    readonly now: number;
  }[];
}
