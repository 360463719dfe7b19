import type { DifferenceRow } from './differences.ts';

/** The numbers a comparison is told by: the city at the end, flows added up since the base year. */
const headlineIndicators = [
  { indicator: 'registered_urbanization_rate', counted: 'year' },
  { indicator: 'resident_urbanization_rate', counted: 'year' },
  { indicator: 'rate_gap', counted: 'year' },
  { indicator: 'settled_persons', counted: 'cumulative' },
  { indicator: 'settled_households', counted: 'cumulative' },
  { indicator: 'urban_resident_population', counted: 'year' },
  { indicator: 'permit_holders', counted: 'year' },
  { indicator: 'left_behind_children', counted: 'year' },
  { indicator: 'public_rental_waiting', counted: 'year' },
] as const;

/** The headline rows of the city, one series by year each, in the order above. */
export function headlineSeries(rows: readonly DifferenceRow[]): DifferenceRow[][] {
  return headlineIndicators
    .map(({ indicator, counted }) =>
      rows.filter((row) => row.area === 'city' && row.indicator === indicator && row.counted === counted),
    )
    .filter((series) => series.length > 0);
}
