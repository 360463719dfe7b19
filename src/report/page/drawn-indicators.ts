import type { IndicatorStem } from '../../indicator/indicators.ts';

/** Stems of the indicators charts are drawn from, whole or with any dimensions. */
const stems = [
  'resident_population',
  'resident_urbanization_rate',
  'registered_urbanization_rate',
  'rate_gap',
  'settled_persons',
  'moves',
  'residents_by_age',
  'pupils',
  'age_60_plus_persons',
  'school_places',
  'school_places_asked',
  'school_places_short',
  'public_rental_occupied',
  'public_rental_stock',
  'public_rental_waiting',
  'register_in',
  'register_out',
  'registered_births',
  'registered_deaths',
  'births',
  'deaths',
  'reclassified_registers',
  'reclassified_persons',
] as const satisfies readonly IndicatorStem[];
const drawn = new Set<string>(stems);

/** Stems whose charts are of the whole, whatever area is chosen. */
const ofWhole = new Set<string>(['moves', 'residents_by_age'] satisfies IndicatorStem[]);

/** Whether a chart of the page reads the indicator in the area; the others are left out of it. */
export function isDrawn(indicator: string, area = 'city'): boolean {
  const [stem] = indicator.split('.');
  return drawn.has(stem) && (area === 'city' || !ofWhole.has(stem));
}
