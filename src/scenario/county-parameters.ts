import type { ParameterName } from './parameters.ts';

/** Parameters a county may have values of its own for, in place of the city's: what there is room for in its towns. */
export const countyParameterNames = [
  'job.capacityFactor',
  'rental.capacityFactor',
  'school.capacityFactor',
] as const satisfies readonly ParameterName[];
export type CountyParameterName = (typeof countyParameterNames)[number];
