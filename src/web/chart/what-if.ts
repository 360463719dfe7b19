import type { Localized } from '../../language/language.ts';
import type { Observation, Target } from '../../report/chart-input.ts';
import type { Compared, Measure } from '../scene/compare.ts';

/** What the charts of a what-if are drawn from. */
export interface WhatIf {
  /** The alternative. */
  readonly scenario: { readonly title: Localized };
  /** The city or the county shown. */
  readonly place: Localized;
  /** Whether the alternative differs from the base at all; else one line is drawn for both. */
  readonly changed: boolean;
  readonly compare: (measure: Measure) => readonly Compared[];
  /** Published figures and documents' targets of the place. */
  readonly observations: readonly Observation[];
  readonly targets: readonly Target[];
}

/** Width in pixels of the drawing area: two charts stand side by side. */
export const WIDTH = 420;

export const BEFORE_DASH = [5, 4];

/** How the two sides are told apart, under every title. */
export const sidesNote = (changed: boolean): Localized =>
  changed
    ? { zh: '实线与阴影：变动后的平均与90%区间；虚线：变动前', en: 'Solid: after, mean and 90 %; dashed: before' }
    : { zh: '线：平均；阴影：90%的模拟结果', en: 'Line: mean; shaded: 90 % of replicates' };
