import type { Localized } from '../language/language.ts';
import type { Mark } from './mark.ts';
import { messages } from './messages.ts';

/** What a coefficient may be: an amount, part of a whole, a yearly rate of growth, a switch, or a whole number. */
export const coefficientKinds = ['amount', 'share', 'rate', 'switch', 'whole'] as const;
export type CoefficientKind = (typeof coefficientKinds)[number];

/** A number of the fiscal tables the office may change: the yellow cells. */
export interface Coefficient {
  /** For example `award.weight.other_province`; one known for several years is several, `award.envelope.2025`. */
  readonly id: string;
  readonly kind: CoefficientKind;
  readonly name: Localized;
  readonly value: number;
  /** Where the truth may lie; equal to the value where the figure is fixed by its source. */
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  /** A figure no source supports is an assumption. */
  readonly mark: Mark;
  /** Where it comes from, or why it is assumed; what a user states is the same text in both languages. */
  readonly source: Localized;
  readonly url: string;
  /** Year the figure belongs to; null where it belongs to none. */
  readonly year: number | null;
  readonly note: Localized;
  /** Where the value was taken from: data/, the scenario's `fiscal:` section, or a file given on the command line. */
  readonly from: 'data' | 'scenario' | 'file';
}

/** Largest fall and rise a year a rate of growth may state. */
const RATE_LIMITS = [-0.5, 1] as const;

/** Why a coefficient of this kind cannot have the value; null when it can. */
export function coefficientProblem(kind: CoefficientKind, value: number): Localized | null {
  const [low, high] = kind === 'rate' ? RATE_LIMITS : [0, kind === 'share' || kind === 'switch' ? 1 : Number.MAX_VALUE];
  if (value < low) return messages.atLeast(low, value);
  if (value > high) return messages.atMost(high, value);
  if (kind === 'switch' && !Number.isInteger(value)) return messages.oneOf([0, 1], value, undefined);
  return kind === 'whole' && !Number.isInteger(value) ? messages.kind('int', value) : null;
}
