import type { Watch } from '../../run/run-replicates.ts';
import type { LeverYears } from '../lever/apply.ts';
import type { Lever, Settings } from '../lever/lever.ts';
import type { Paced } from '../variations/pace.ts';
import type { Outcome, Plan, Standing } from './plan.ts';
import type { Target } from './target.ts';

/** What is sought. The inputs' scenario ends in the year `by`. */
export interface Question {
  readonly target: Target;
  readonly years: LeverYears;
  readonly probability: number;
  /** Yuan of 2020 over all years; null: no limit. */
  readonly budget: number | null;
  readonly levers: readonly Lever[];
  /** Replicates of the search: doubled from the first number, up to the second, until the precision is met. */
  readonly replicates: readonly [number, number];
  /** Standard error that the probability of the best plan is known to in the search. */
  readonly precision: number;
  /** Fresh replicates the answer is held to. */
  readonly verify: number;
  /** Whether the search goes on until it believes in no better plan, or ends after some two minutes' worth of simulations. */
  readonly unlimited: boolean;
}

/** Where evaluations are kept, and how the search is followed. */
export interface SeekOptions extends Watch, Paced {
  /** Folder of finished evaluations; in memory alone when left out. */
  readonly cache?: string;
  /** Part of the variance between replicates that is luck of the sample, 0 to 1; 0 when left out. */
  readonly luck?: number;
  /** Told the best plan so far, not yet tried on fresh replicates, where the search is stopped. */
  readonly onStopped?: (best: PlanResult, replicates: number) => void;
  readonly onPhase?: (phase: 'base' | 'levers' | 'search' | 'widen' | 'frontier' | 'verify', count: number) => void;
}

/** A plan with what it brings and what it costs where unit costs are drawn. */
export interface PlanResult extends Standing {
  readonly plan: Plan;
  readonly settings: Settings;
  /** The indicator itself, replicate by replicate. */
  readonly values: readonly number[];
  readonly outcome: Outcome;
  /** Costs at drawn unit costs, replicate by replicate. */
  readonly drawnCosts: readonly number[];
}

/** The answer run again: other replicates, other parameter draws, another base population. */
export interface Verification extends PlanResult {
  readonly seed: string;
  readonly met: number;
  readonly replicates: number;
  /** Wilson's 90 % interval of the probability. */
  readonly interval: readonly [number, number];
  readonly holds: boolean;
  /** Share that met the target without any lever. */
  readonly baseShare: number;
}

/** Why there is no plan to answer with. */
export type Obstacle =
  | { readonly kind: 'already-met' }
  /** Out of reach of the levers whatever is paid and however short schools run. */
  | { readonly kind: 'levers'; readonly best: PlanResult }
  | { readonly kind: 'capacity'; readonly best: PlanResult; readonly without: PlanResult }
  | { readonly kind: 'budget'; readonly within: PlanResult };

type Verdict =
  | { readonly kind: 'found' }
  /** The probability was reached in the search and not by fresh replicates, however much was asked for. */
  | { readonly kind: 'unproven' }
  | Obstacle
  /** It looks like an obstacle, but too few replicates or too small a sample say so. */
  | {
      readonly kind: 'undecided';
      readonly instead: Obstacle;
      /** The plan whose probability cannot be told from the one asked for. */
      readonly deciding: PlanResult;
      readonly cause: 'replicates' | 'sample';
      /** Replicates that would tell if the share stayed as it is; null where more do not help. */
      readonly needed: number | null;
    };

export interface Found {
  readonly verdict: Verdict;
  /** Whether the search ended with the simulations it may take while it believed in a better plan. */
  readonly cut: boolean;
  /** Replicates of the search, and the standard error they leave in the probability of the plan that decided it. */
  readonly replicates: number;
  readonly error: number;
  /** The answer; the cheapest plan that meets the demand where only the budget forbids it; null where there is none. */
  readonly answer: PlanResult | null;
  readonly base: PlanResult;
  readonly everything: PlanResult;
  readonly plans: readonly PlanResult[];
  /** Cheapest plans by probability, none cheaper and likelier than another, school places kept. */
  readonly frontier: readonly PlanResult[];
  /** Levers that change neither target nor shortage of places in any replicate. */
  readonly idle: readonly Lever[];
  readonly verifications: readonly Verification[];
  /** The cheapest plan were schools allowed to run short; null where that is the answer itself. */
  readonly withoutCapacity: PlanResult | null;
}
