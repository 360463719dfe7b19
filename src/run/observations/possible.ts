import type { Localized } from '../../language/language.ts';
import { observationMessages as say } from './messages.ts';
import type { CityPlaces } from './places.ts';
import type { Meant } from './vocabulary.ts';

/** Indicators that may be below zero. */
const signed = ['natural_increase', 'net_migration', 'rate_gap'];
/** No count of persons of a place is larger than so many times the residents or the registered of the census, and no flow of a year a larger share. */
const MOST_TIMES = 2.5;
const MOST_FLOW = 0.25;
/** Residents and registers do not shrink to less of the census' count. */
const LEAST_SHARE = 0.3;
const totals = ['resident_population', 'registered_population'];

interface Given {
  readonly value: number;
  readonly written: string;
  readonly times: number;
  readonly meant: Meant;
  readonly area: string | null;
  readonly year: number | null;
}

/** Why a value cannot be; null where it can. */
export function problemOfValue({ value, written, times, meant, area }: Given, city: CityPlaces): Localized | null {
  const { indicator, unit, kind } = meant;
  if (unit === 'percent') {
    if (value < 0 || value > 100) return say.rate(written);
    return value > 0 && value < 1 && /(urbanization|share)/.test(indicator) ? say.rateAsShare(written) : null;
  }
  const mayFall = signed.some((name) => indicator.startsWith(name)) || indicator.includes('change');
  if (value < 0 && !mayFall) return say.negative(written);
  if (unit !== 'persons') return null;
  if (times === 1 && !Number.isInteger(value)) return say.part(written);
  if (area === null) return null;
  const all = city.areas.filter(({ code }) => area === 'city' || code === area);
  const persons = Math.max(
    all.reduce((sum, { population }) => sum + population, 0),
    all.reduce((sum, { registered }) => sum + registered, 0),
  );
  const most = kind === 'flow' ? MOST_FLOW : MOST_TIMES;
  if (Math.abs(value) > most * persons) return say.tooLarge(value, persons);
  if (!totals.includes(indicator)) return null;
  const base = all.reduce(
    (sum, { population, registered }) => sum + (indicator === 'resident_population' ? population : registered),
    0,
  );
  return value < LEAST_SHARE * base ? say.tooSmall(value, base) : null;
}
