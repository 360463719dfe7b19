import { unitNames } from '../../indicator/indicators.ts';
import type { Language } from '../../language/language.ts';
import { niceDomain } from '../fan.ts';
import { axisTitle, countAxis, isCounted } from '../format.ts';

/** The vertical scale and axis of any indicator: where they begin and end, what the axis says, how a figure is written. */
interface UnitAxis {
  readonly domain: [number, number];
  readonly scale: { readonly domain: [number, number]; readonly nice: false; readonly zero: false };
  readonly axis: object;
  readonly format: string;
}

/** @param unit as result files write it; @param values everything that is drawn */
export function axisOfUnit(unit: string, values: readonly number[], lang: Language): UnitAxis {
  const [low, high] = niceDomain(values);
  // what cannot be less than nothing, or more than all, is not drawn as if it could
  const least = Math.min(...values) >= 0 ? Math.max(0, low) : low;
  const domain: [number, number] = [least, unit === 'percent' ? Math.min(100, high) : high];
  return { domain, scale: { domain, nice: false, zero: false }, ...labels(unit, domain, lang) };
}

function labels(unit: string, domain: readonly number[], lang: Language): Pick<UnitAxis, 'axis' | 'format'> {
  const tickCount = 6;
  if (isCounted(unit)) {
    const largest = Math.max(...domain.map(Math.abs));
    const { unit: title, labelExpr } = countAxis(largest, lang, unit);
    const signed = domain[0] < 0 ? labelExpr.replaceAll('abs(datum.value)', 'datum.value') : labelExpr;
    return {
      axis: { ...axisTitle(title, lang), labelExpr: signed, tickCount },
      format: largest < 100 ? ',.1f' : ',.0f',
    };
  }
  const name = Object.hasOwn(unitNames, unit) ? unitNames[unit as keyof typeof unitNames][lang] : unit;
  const span = domain[1] - domain[0];
  return { axis: { ...axisTitle(name, lang), tickCount }, format: span < 1 ? ',.3f' : ',.1f' };
}
