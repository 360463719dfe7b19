import type { ParameterValues } from '../../scenario/parameters.ts';

/** How a place settles in one replicate, against what surveys and the nation say. */
export interface Settling {
  /** Factor on the share of the firm, against the small prefectures that were asked. */
  readonly firm: number;
  /** The values of a year with the chance to act and the register share of reclassification as they are in this place and year. */
  ofYear(year: number, values: ParameterValues): ParameterValues;
  /** Share of those in town on a village register of their own area whose register is set right in a year. */
  cleanUp(year: number, values: ParameterValues): number;
}
