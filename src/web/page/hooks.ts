import type { Change } from '../scene/change.ts';
import type { Context } from './context.ts';
import type { Outcome } from './outcome.ts';

export type Sides = Pick<Outcome, 'base' | 'alternative'>;

/** What is shown, with its name. */
export interface Shown {
  readonly id: string;
  readonly sides: Sides;
  readonly money: Outcome['money'];
}

/** What the page's parts ask of the whole. */
export interface Hooks {
  /** What decides numbers, as a text: results of the same text are of the same settings. */
  readonly settings: () => string;
  /** Sides of a full-scale run, and the settings it was started with. */
  readonly onFullScale: (sides: Sides, settings: string) => void;
  /** Both sides under the present settings, of another change than the one that is shown. */
  readonly answer: (context: Context, change: Change) => Promise<Outcome>;
  /** What is shown, for download. */
  readonly shown: () => Shown | null;
}
