import type { IndicatorName } from './indicators.ts';

/** The indicators a run is told by. */
export const headlineNames = [
  'resident_urbanization_rate',
  'registered_urbanization_rate',
  'rate_gap',
  'resident_population',
  'registered_population',
  'settled_persons',
  'permit_holders',
] as const satisfies readonly IndicatorName[];

/** The indicators a comparison is told by: what policy is about first, then what it moves besides. */
export const comparedNames = [
  'registered_urbanization_rate',
  'resident_urbanization_rate',
  'rate_gap',
  'settled_persons',
  'settled_households',
  'urban_resident_population',
  'permit_holders',
  'left_behind_children',
  'public_rental_waiting',
] as const satisfies readonly IndicatorName[];
