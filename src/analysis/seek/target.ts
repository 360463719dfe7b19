import { indicatorName, indicatorNames, isPercent } from '../../indicator/indicators.ts';
import type { Localized } from '../../language/language.ts';
import { numberMeant } from '../../language/number-meant.ts';
import type { CityData } from '../../scenario/city-data.ts';
import { suggest } from '../../scenario/suggest.ts';
import { seekMessages as say } from './messages.ts';

/** A number to be reached by an indicator of an area. */
export interface Target {
  readonly indicator: string;
  readonly area: string;
  readonly sense: 'at-least' | 'at-most';
  readonly value: number;
}

/** `INDICATOR=VALUE` or `INDICATOR>=VALUE`: at least; `INDICATOR<=VALUE`: at most. A mistake is answered in words. */
export function parseTarget(text: string, area: string, city: Pick<CityData, 'areas'>): Target | Localized {
  const [, indicator, sign, number] = /^\s*([A-Za-z0-9_.+-]+?)\s*(<=|>=|=)\s*(\S+)\s*$/.exec(text) ?? [];
  const value = Number(number);
  if (indicator === undefined || number === undefined || !Number.isFinite(value))
    return say.targetShape(text, targetMeant(text));
  if (!indicatorNames.includes(indicator)) return say.unknownIndicator(indicator, suggest(indicator, indicatorNames));
  if (isPercent(indicator) && !(value >= 0 && value <= 100)) return say.percent(indicator, value);
  const codes = city.areas.map(({ code }) => code);
  if (area !== 'city' && !codes.includes(area)) return say.unknownArea(area, ['city', ...codes]);
  return { indicator, area, sense: sign === '<=' ? 'at-most' : 'at-least', value };
}

/** The target somebody meant who wrote it by the indicator's name, with full-width signs, or its value as people do. */
function targetMeant(text: string): string | undefined {
  const typed = text.normalize('NFKC').replaceAll('≥', '>=').replaceAll('≤', '<=');
  const [, name, sign, number] = /^\s*(.+?)\s*(<=|>=|=|到|达到)\s*(.+?)\s*$/.exec(typed) ?? [];
  const value = number === undefined ? null : numberMeant(number);
  if (name === undefined || value === null) return undefined;
  const called = indicatorNames.filter((each) => {
    const { zh, en } = indicatorName(each);
    return each === name || zh === name || en.toLowerCase() === name.toLowerCase();
  });
  return called.length === 0 ? undefined : `${called[0]}${sign === '<=' ? '<=' : '='}${value.value}`;
}

/** How far a number passes the target; 0 or more where it meets it. */
export const marginOf = ({ sense, value }: Target, number: number): number =>
  sense === 'at-least' ? number - value : value - number;
