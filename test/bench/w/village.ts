import type { DrawKey } from '../../../src/random/draw.ts';
import { type Bounds, boundsOf } from './bounds.ts';
import { type Calendar, createCalendar } from './calendar.ts';
import type { Coefficients } from './coefficients.ts';
import { survivalOf } from './waiting-time.ts';
import { VILLAGE, type World } from './world.ts';

/** Decisions of W: a draw is a function of (key, person, year, decision) alone; a household draws as its father. */
export const Decision = { begin: 1, death: 2, birth: 3, settle: 4, again: 5 } as const;

/** Second word of a draw's counter, as in src/random/draw.ts. */
export const counter = (year: number, decision: number): number => (year << 8) | decision;

/** Year in a column of drawn events for what does not happen in the run. */
export const NEVER = 255;

/** Age of the adult who takes a dead one's place. */
export const ADULT_AGE = 20;

/** The village at work: the tables of the world and where it lies in them. Made once, led from village to village. */
export interface Village {
  readonly world: World;
  readonly key: DrawKey;
  readonly w: Coefficients;
  readonly bounds: Bounds;
  readonly survival: { readonly death: Float64Array; readonly birth: Float64Array };
  readonly deaths: Calendar;
  readonly births: Calendar;
  readonly candidates: Calendar;
  /** Households of the village whose mother gave birth this year, and their number. */
  readonly nurseries: Uint8Array;
  newborns: number;
  /** A word of the mother's draw for each of the newborn. */
  readonly newbornWord: Int32Array;
  /** Row of its first person and of its first household. */
  person: number;
  household: number;
  /** How far the ceiling of the settled share was raised. */
  raised: number;
}

export const createVillage = (world: World, key: DrawKey, w: Coefficients): Village => ({
  world,
  key,
  w,
  bounds: boundsOf(w),
  survival: { death: survivalOf(w.death), birth: survivalOf(w.birth) },
  deaths: createCalendar(),
  births: createCalendar(),
  candidates: createCalendar(),
  nurseries: new Uint8Array(VILLAGE + 1),
  newborns: 0,
  newbornWord: new Int32Array(VILLAGE + 1),
  person: 0,
  household: 0,
  raised: 0,
});
