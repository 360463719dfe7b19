import { mean, sampleStandardDeviation } from 'simple-statistics';

/** How far each lever is pulled, from 0 (off) to 1 (its most), in the order of the levers. */
export type Plan = readonly number[];

/** What a plan brings, replicate by replicate; replicate r of every plan has the same random numbers and parameter draws. */
export interface Outcome {
  /** How far the target is passed; 0 or more where it is met. */
  readonly margin: readonly number[];
  /** School places short beyond those short without any lever. */
  readonly short: readonly number[];
  /** Yuan at the stated unit costs. */
  readonly cost: readonly number[];
}

/** What is asked of a plan. */
export interface Demand {
  readonly probability: number;
  /** Whether school places may not run shorter than without any lever. */
  readonly capacity: boolean;
  /** Standard errors by which the shortage must exceed the base to be held against a plan. */
  readonly doubt: number;
}

/** A plan measured against a demand. */
export interface Standing {
  readonly cost: number;
  /** Share of replicates that meet the target. */
  readonly share: number;
  /** What the replicate that decides the probability lacks of the target; 0 or less where the probability is reached. */
  readonly lack: number;
  /** Mean of what is short beyond the base, and how much of it noise does not explain; the latter above 0 breaks the capacity. */
  readonly short: number;
  readonly excess: number;
  readonly feasible: boolean;
}

/** 95 % quantile of the normal distribution: sure enough that a plan makes places run shorter. */
export const SURE = 1.6448536269514722;

/** Replicates that must meet the target for a probability to be reached. */
export const needed = (probability: number, replicates: number): number => Math.ceil(probability * replicates - 1e-9);

export function standingOf({ margin, short, cost }: Outcome, { probability, capacity, doubt }: Demand): Standing {
  const sorted = [...margin].sort((a, b) => b - a);
  const lack = 0 - sorted[Math.max(1, needed(probability, sorted.length)) - 1];
  const met = margin.filter((value) => value >= 0).length;
  const error = short.length > 1 ? sampleStandardDeviation([...short]) / Math.sqrt(short.length) : 0;
  const excess = mean([...short]) - doubt * error;
  return {
    cost: mean([...cost]),
    share: met / margin.length,
    lack,
    short: mean([...short]),
    excess,
    feasible: lack <= 0 && (!capacity || excess <= 0),
  };
}

export const keyOf = (plan: Plan): string => plan.join(' ');

/** Levers that are pulled at all. */
export const pulled = (plan: Plan): number => plan.filter((setting) => setting > 0).length;
