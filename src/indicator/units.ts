import type { IndicatorUnit } from './result.ts';

const PERCENT = /(_share|_rate)$/;

/** Unit of an indicator: person counts are persons, shares and rates percent. */
export function unitOf(indicator: string): IndicatorUnit {
  if (indicator.startsWith('by_status.public_rental.')) return 'dwellings';
  const stem = indicator.split('.')[0];
  if (stem === 'rate_gap' || stem.endsWith('_rate_change')) return 'percentage points';
  if (stem === 'mean_household_size') return 'persons per household';
  if (
    stem === 'households' ||
    stem === 'settled_households' ||
    stem === 'rent_subsidy_households' ||
    stem === 'fund_rent_households' ||
    /^public_rental_(demand|waiting)$/.test(stem)
  )
    return 'households';
  if (stem === 'public_rental_occupied' || stem === 'public_rental_stock') return 'dwellings';
  if (stem === 'school_places') return 'places';
  if (stem.endsWith('_yuan')) return 'yuan';
  return PERCENT.test(stem) ? 'percent' : 'persons';
}
