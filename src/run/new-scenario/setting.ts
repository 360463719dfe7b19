import type { Localized } from '../../language/language.ts';
import type { Mark } from '../../scenario/mark.ts';
import { type ParameterName, parameterSpecs } from '../../scenario/parameters.ts';

/** What a new scenario says of one parameter from a year on; `from` is null where it holds for all years. */
export interface NewValue {
  readonly from: number | null;
  readonly value: number;
  /** Null only for a published or derived value. */
  readonly range: readonly [number, number] | null;
  readonly mark: Mark;
  /** Where it was published, or from where it is borrowed and why. */
  readonly why: Localized;
}

export interface NewSetting {
  readonly name: ParameterName;
  readonly values: readonly NewValue[];
}

/** An assumption, rounded: value, range inside the limits of meaning, and the range never short of the value. */
export function assumed(
  name: ParameterName,
  value: number,
  [low, high]: readonly [number, number],
  why: Localized,
): NewValue {
  const [least, most] = parameterSpecs[name].limits;
  const inside = (x: number): number => Math.min(most, Math.max(least, rounded(x)));
  const middle = inside(value);
  const range = [Math.min(middle, inside(low)), Math.max(middle, inside(high))] as const;
  return { from: null, value: middle, range, mark: 'assumption', why };
}

/** Two significant digits for shares and utilities, three for amounts: no assumption is better known. */
export function rounded(value: number): number {
  return Number(value.toPrecision(Math.abs(value) >= 100 ? 3 : 2));
}

/** Mean of numbers, at least one. */
export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
