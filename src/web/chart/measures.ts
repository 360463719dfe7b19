import { headlineNames } from '../../indicator/headlines.ts';
import {
  type IndicatorName,
  indicatorName,
  isInPoints,
  isPercent,
  isSummed,
  unitOf,
} from '../../indicator/indicators.ts';
import type { MoneyName } from '../../indicator/table/money.ts';
import type { Language, Localized } from '../../language/language.ts';
import { moneyAxis, yuan } from '../../report/fiscal/money.ts';
import { countAxis, percent, persons } from '../../report/format.ts';
import type { Measure } from '../scene/compare.ts';

const measured = (indicator: string): Measure => ({ indicator, cumulative: isSummed(indicator) });

/** What the page's table shows first. */
export const headline: readonly Measure[] = headlineNames.map(measured);

const serviceNames = [
  'pupils.preschool',
  'pupils.primary',
  'pupils.junior',
  'pupils.senior',
  'age_60_plus_persons',
  'public_rental_waiting',
] as const satisfies readonly IndicatorName[];

/** People who need a service, and those who wait for one. */
export const services: readonly Measure[] = serviceNames.map(measured);

const shortageNames = [
  'school_places_short.primary',
  'school_places_short.junior',
] as const satisfies readonly IndicatorName[];

/** Demand whose lack of places shows in the table alone. */
export const shortages: readonly Measure[] = shortageNames.map(measured);

const costNames = [
  'public_running_yuan',
  'public_building_yuan',
  'settled_running_yuan',
  'settled_building_yuan',
  'settled_net_yuan',
  'award_settlers_yuan',
  'award_balance_yuan',
  'children_schooling_yuan',
  'award_children_yuan',
] as const satisfies readonly MoneyName[];

/** What the services cost, what of it settling causes, and the award. */
export const costs: readonly Measure[] = costNames.map((indicator) => ({ indicator, cumulative: false }));

/** Name of a measure for readers. */
export function measureName({ indicator, cumulative }: Measure): Localized {
  const { zh, en } = indicatorName(indicator);
  return cumulative ? { zh: `${zh}（累计）`, en: `${en}, cumulative` } : { zh, en };
}

/** Whether a measure is money: not simulated but reckoned from what is. */
export const isMoney = ({ indicator }: Measure): boolean => unitOf(indicator) === 'yuan';

/**
 * A level of a measure for readers: rates with a decimal, persons with three digits, money as people say it (`191亿元`, `19.1 billion yuan`).
 * @param among numbers it stands among, which are told in one unit
 */
export function level(value: number, measure: Measure, lang: Language, among?: readonly number[]): string {
  if (isMoney(measure)) return value === 0 ? '0' : yuan(value, lang, among).replace('-', '−');
  if (isPercent(measure.indicator)) return percent(value, lang);
  return isInPoints(measure.indicator) ? value.toFixed(1) : persons(value, lang, among);
}

/** A difference with its sign: two decimals for rates, persons and money rounded to what readers need. */
export function effect(value: number, measure: Measure, lang: Language, among?: readonly number[]): string {
  const size = Math.abs(value);
  const shown = isInPoints(measure.indicator) ? size.toFixed(2) : level(size, measure, lang, among);
  if (Number.parseFloat(shown) === 0) return '0';
  return `${value > 0 ? '+' : '−'}${shown}`;
}

/** How the axis of a measure that is no rate is labelled, by the largest value on it. */
export function amountAxis(largest: number, measure: Measure, lang: Language): { unit: string; labelExpr: string } {
  const counted = unitOf(measure.indicator) === 'households' ? 'households' : 'persons';
  if (!isMoney(measure)) return countAxis(largest, lang, counted);
  return moneyAxis(largest, lang);
}
