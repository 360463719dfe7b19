/** A figure of one year. */
export interface Point {
  readonly year: number;
  readonly value: number;
}

/** What is to be forecast: one indicator of one area, from one year (the origin) for another. Nothing of the answer. */
export interface Unit {
  readonly indicator: string;
  /** Six-digit code. */
  readonly prefecture: string;
  /** `city`, the code of an area, or `code+code` where only the sum of several can be compared. */
  readonly area: string;
  readonly level: Level;
  readonly origin: number;
  readonly year: number;
  /** Observed figures on one footing, by year; the last is the origin's. Persons, percent. */
  readonly past: readonly Point[];
  /** Of a resident population: the same in the target year if nobody had moved (`closedPopulation`). */
  readonly closed?: number;
}

const levels = ['prefecture', 'county'] as const;
export type Level = (typeof levels)[number];

/** A unit with what came of it. */
export interface Outcome extends Unit {
  readonly observed: number;
  readonly source: string;
}

/** Identifies a unit among others. */
export const unitKey = ({ prefecture, area, indicator, origin, year }: Unit): string =>
  [prefecture, area, indicator, origin, year].join(' ');

/** The figure of the origin. */
export const lastOf = ({ past }: Unit): number => past.at(-1)!.value;

export const horizonOf = ({ origin, year }: Unit): number => year - origin;
