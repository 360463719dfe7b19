import type { ParameterName } from './parameters.ts';

/** Joint draws of some parameters: what a calibration knows of them, for one city. */
export interface ParameterDraws {
  readonly parameters: readonly ParameterName[];
  /** The value of each in the middle of the posterior. */
  readonly centre: readonly number[];
  /** One joint draw a row; replicate r of a run takes row r mod the number of rows. */
  readonly draws: readonly (readonly number[])[];
}
