import { moneyNames } from '../../fiscal/index.ts';
import { unitOf } from '../../indicator/units.ts';
import type { Language } from '../../report/chart-input.ts';
import { moneyAxis, yuan } from '../../report/fiscal/money.ts';
import { percent, persons, personsAxis } from '../../report/format.ts';
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

/** What the services cost, what of it settling causes, and the award. */
export const costs: readonly Measure[] = moneyNames.map(once);

/** Name of a measure for readers. */
export function measureName({ indicator, cumulative }: Measure): LocalName {
  const [zh, en] = [indicatorLabel(indicator, 'zh'), indicatorLabel(indicator, 'en')];
  return cumulative ? { zh: `${zh}（累计）`, en: `${en}, cumulative` } : { zh, en };
}

/** Whether a measure is money: not simulated but reckoned from what is. */
export const isMoney = ({ indicator }: Measure): boolean => unitOf(indicator) === 'yuan';

/** A level of a measure for readers: rates with a decimal, money in its units, persons rounded. */
export function level(value: number, measure: Measure, lang: Language): string {
  if (isMoney(measure)) return yuan(value, lang);
  if (unitOf(measure.indicator) === 'percent') return percent(value, lang);
  return isRate(measure) ? value.toFixed(1) : persons(value, lang);
}

/** A difference with its sign: two decimals for rates, persons and money rounded to what readers need. */
export function effect(value: number, measure: Measure, lang: Language): string {
  const size = Math.abs(value);
  const shown = isRate(measure) ? size.toFixed(2) : isMoney(measure) ? yuan(size, lang) : persons(size, lang);
  if (Number.parseFloat(shown) === 0) return '0';
  return `${value > 0 ? '+' : '−'}${shown}`;
}

/** How the axis of a measure that is no rate is labelled, by the largest value on it. */
export function amountAxis(largest: number, measure: Measure, lang: Language): { unit: string; labelExpr: string } {
  return isMoney(measure) ? moneyAxis(largest, lang) : personsAxis(largest, lang);
}

/** Whether a measure is a rate: told with decimals, its differences in percentage points. */
export const isRate = ({ indicator }: Measure): boolean => ['percent', 'percentage points'].includes(unitOf(indicator));
