import { unitOf } from '../../indicator/units.ts';
import { indicatorLabel } from '../../report/labels.ts';
import type { LocalName } from '../../scenario/city-data.ts';
import type { Measure } from '../scene/compare.ts';

const once = (indicator: string): Measure => ({ indicator, cumulative: false });

/** What the page's table shows first. */
export const headline: readonly Measure[] = [
  once('resident_urbanization_rate'),
  once('registered_urbanization_rate'),
  once('rate_gap'),
  { indicator: 'settled_persons', cumulative: true },
  once('permit_holders'),
  once('resident_population'),
  once('registered_population'),
];

/** People who need a service, and those who wait for one. */
export const services: readonly Measure[] = [
  once('pupils.preschool'),
  once('pupils.primary'),
  once('pupils.junior'),
  once('pupils.senior'),
  once('age_60_plus_persons'),
  once('public_rental_waiting'),
];

/** Demand whose lack of places shows in the table alone. */
export const shortages: readonly Measure[] = [once('school_places_short.primary'), once('school_places_short.junior')];

/** Money, where the tables hold it: totals without dimensions. */
export const costsIn = (indicators: readonly string[]): Measure[] =>
  indicators.filter((name) => /^[a-z_]+_yuan$/.test(name)).map(once);

/** Name of a measure for readers. */
export function measureName({ indicator, cumulative }: Measure): LocalName {
  const [zh, en] = [indicatorLabel(indicator, 'zh'), indicatorLabel(indicator, 'en')];
  return cumulative ? { zh: `${zh}（累计）`, en: `${en}, cumulative` } : { zh, en };
}

/** Whether a measure is a rate: told with decimals, its differences in percentage points. */
export const isRate = ({ indicator }: Measure): boolean => ['percent', 'percentage points'].includes(unitOf(indicator));
