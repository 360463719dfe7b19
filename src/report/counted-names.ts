import { indicatorName } from '../indicator/indicators.ts';
import { type Localized, text } from '../language/language.ts';

const rates: Readonly<Record<string, Localized>> = {
  birth_rate: text('出生率', 'Birth rate'),
  death_rate: text('死亡率', 'Death rate'),
};

/** Figures that are published of nations and provinces, in the order charts show them; of two that say the same, the first that is there. */
export const countedGroups: readonly (readonly string[])[] = [
  ['resident_population'],
  ['resident_urbanization_rate'],
  ['registered_urbanization_rate'],
  ['births', 'birth_rate'],
  ['deaths', 'death_rate'],
];

/** Unit a published figure is in. */
export const unitOfCounted = (indicator: string): 'persons' | 'percent' | 'per_mille' =>
  Object.hasOwn(rates, indicator) ? 'per_mille' : indicator.endsWith('_rate') ? 'percent' : 'persons';

/** Name of a published figure. */
export const countedName = (indicator: string): Localized =>
  Object.hasOwn(rates, indicator) ? rates[indicator] : indicatorName(indicator);
