import type { Law, Route } from '../policy/law.ts';

/** Household row of a watch that follows nobody, and of runs without one. */
export const NOBODY = -2;

/** What one adult weighed when choosing a place. The vectors are used again for the next person: copy what is to stay. */
export interface PlaceChoice {
  /** Person row; the choice has not been carried out yet. */
  readonly person: number;
  /** By `Place`; -Infinity where a place is not an alternative. */
  readonly utility: Float64Array;
  readonly probability: Float64Array;
  readonly draw: number;
  readonly chosen: number;
  /** Area chosen: the home's, a town's, or one of `Outside`. */
  readonly area: number;
}

/** What the deciding adult of a household weighed about settling, before anything is carried out. */
export interface SettlementChoice {
  readonly person: number;
  /** Persons with a village register behind the decision. */
  readonly persons: number;
  /** By their place in `settlementTerms`. */
  readonly terms: Float64Array;
  readonly taste: number;
  readonly indifferent: boolean;
  readonly aware: boolean;
  /** City constant, terms and taste; -Infinity for the indifferent. */
  readonly value: number;
  readonly willing: boolean;
  readonly firm: boolean;
  readonly actChance: number;
  readonly actDraw: number;
  /** Day of the year the law is asked, 1..365, the law of that day and its open routes in the order of the law. */
  readonly day: number;
  readonly law: Law;
  readonly routes: readonly Route[];
}

/**
 * Looks on while one household decides. Processes report to it and never ask it anything, so that a watched replicate gives
 * the same numbers; whoever is not watched costs one comparison of integers.
 */
export interface Watch {
  /** Row of the household followed; `NOBODY` where none is. */
  readonly household: number;
  readonly place: (choice: PlaceChoice) => void;
  readonly settlement: (choice: SettlementChoice) => void;
  /** A child for whom there is no school place, by stage; told of every child. */
  readonly unserved: (person: number, stage: number) => void;
}
