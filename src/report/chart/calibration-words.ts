import type { TargetKind } from '../../analysis/calibration/target-kinds.ts';
import { type Language, text } from '../../language/language.ts';
import { type ParameterName, parameterSpecs } from '../../scenario/parameters.ts';

/** Name of a parameter for readers: in Chinese what it is, as far as the first comma or bracket; in English its short name. */
export const parameterLabel = (name: ParameterName, lang: Language): string =>
  text(parameterSpecs[name].name.zh.split(/[，（]/)[0], name)[lang];

/** A parameter's value for readers: three significant digits, shares and rates in per cent. */
export function parameterValue(name: ParameterName, value: number): string {
  const { unit } = parameterSpecs[name];
  const percent = unit !== 'utility' && !unit.startsWith('utility') && Math.abs(value) < 1;
  return (percent ? `${(100 * value).toPrecision(2)}%` : value.toFixed(2)).replace('-', '−');
}

/** A typical miss for readers: points as they are, relative ones in per cent while they are small and as a factor beyond. */
export function missText(miss: number, scale: TargetKind['scale']): string {
  if (scale === 'points') return miss.toFixed(2);
  const factor = Math.exp(miss);
  return factor < 1.5 ? `${(100 * (factor - 1)).toFixed(1)}%` : `×${factor.toFixed(2)}`;
}
