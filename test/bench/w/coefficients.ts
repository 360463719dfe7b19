import { exp } from '../../../src/math/exp.ts';

/** What workload W is made of (WORKLOAD.md); every table is over completed age. */
export interface Coefficients {
  /** Chance to die in the year one reaches the age. */
  readonly death: Float64Array;
  /** Chance of a woman of the age to give birth in a year. */
  readonly birth: Float64Array;
  readonly constant: number;
  readonly years: number;
  readonly tenure: number;
  readonly school: number;
  readonly land: number;
  readonly share: number;
}

/** Completed ages 0 to 100. */
const AGES = 101;
const byAge = (rate: (age: number) => number): Float64Array =>
  Float64Array.from({ length: AGES }, (_, age) => rate(age));

/** The coefficients of W, and any others that a test wants instead. */
export const coefficients = (changes: Partial<Coefficients> = {}): Coefficients => ({
  death: byAge((age) => (age < 100 ? 0.0002 + 0.00003 * exp(0.095 * age) : 1)),
  birth: byAge((age) => (age >= 15 && age <= 49 ? 0.12 * exp(-(((age - 27) / 7) ** 2)) : 0)),
  constant: -5,
  years: 0.12,
  tenure: 0.35,
  school: 0.4,
  land: 0.08,
  share: 2,
  ...changes,
});
