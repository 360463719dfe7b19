import { type Language, type Localized, text } from '../language/language.ts';
import { routeName } from '../policy/words.ts';
import type { CityData } from '../scenario/city-data.ts';
import type { TracePlace, TraceRoute } from './facts.ts';

/** Says things in one language, and knows the names of the city's areas. */
export interface Teller {
  readonly say: (zh: string, en: string) => string;
  readonly word: (name: Localized) => string;
  readonly area: (code: string) => string;
  readonly place: (place: TracePlace) => string;
  readonly list: (parts: readonly string[]) => string;
}

export function tellerOf(city: CityData, lang: Language): Teller {
  const say = (zh: string, en: string): string => text(zh, en)[lang];
  const names = new Map(city.areas.map(({ code, name }) => [code, name[lang]]));
  const area = (code: string): string => {
    if (code === 'province') return say('省内市外', 'the rest of the province');
    return code === 'nation' ? say('省外', 'another province') : names.get(code)!;
  };
  const place = ({ area: code, side }: TracePlace): string => {
    if (!names.has(code)) return area(code);
    return side === 'town'
      ? say(`${area(code)}城镇`, `town of ${area(code)}`)
      : say(`${area(code)}农村`, `village of ${area(code)}`);
  };
  return { say, word: (name) => name[lang], area, place, list: (parts) => parts.join(say('；', '; ')) };
}

/** A utility, two decimals. */
export const two = (value: number): string => `${value < 0 ? '−' : ''}${Math.abs(value).toFixed(2)}`;
export const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
/** What the route is called. */
export const wayOf = ({ route, called }: TraceRoute): Localized => routeName({ name: route, called });
/** `document:clause`. */
export const clauseOf = ({ document, clause }: TraceRoute): string => `${document}:${clause}`;
