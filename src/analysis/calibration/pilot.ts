import { sampleVariance } from 'simple-statistics';
import type { Session } from '../../run/session.ts';
import { simulate } from '../simulate.ts';
import type { Case } from './calibrate.ts';
import { askedFor, measured } from './measure.ts';
import { targetKinds } from './target-kinds.ts';

/** Prefectures and replicates of the pilot. */
const CASES = 3;
const REPLICATES = 4;
/** Part of the variance by which the model may miss that chance may take, in the mean over replicates. */
const PART = 1 / 20;
const FEWEST = 2;
export const MOST_REPLICATES = 8;

/** What a pilot says of the size of a fit. */
interface PilotedFit {
  readonly replicates: number;
  /** Variance of chance in one replicate over that of the misfit, for the kind of figure where it is largest. */
  readonly chance: number;
}

/**
 * How many replicates make chance small beside what the model misses anyway: a few prefectures, spread over those that are fitted, in a few
 * replicates at their stated values.
 * @throws JobFailed, Interrupted
 */
export async function pilotFit(
  session: Session,
  cases: readonly Case[],
  signal: AbortSignal | undefined,
): Promise<PilotedFit> {
  const step = Math.max(1, Math.floor(cases.length / CASES));
  const variances = new Map<string, number[]>();
  for (const { inputs, targets } of cases.filter((_, n) => n % step === 0).slice(0, CASES)) {
    const { posterior: _posterior, ...scenario } = inputs.scenario;
    const endYear = Math.max(...targets.map(({ year }) => year));
    const fixed = { ...scenario, uncertainty: 'fixed' as const, replicates: REPLICATES, endYear };
    const asked = askedFor(targets);
    const results = await simulate(session, { ...inputs, scenario: fixed }, { signal, asked });
    const figures = results.map((result) => measured(targets, result));
    targets.forEach(({ kind: { indicator } }, t) => {
      const spread = sampleVariance(figures.map((values) => values[t]));
      variances.set(indicator, [...(variances.get(indicator) ?? []), spread]);
    });
  }
  const chance = Math.max(
    ...targetKinds.map(({ indicator, discrepancy }) => {
      const found = variances.get(indicator) ?? [];
      return found.length === 0 ? 0 : found.reduce((sum, each) => sum + each, 0) / found.length / discrepancy ** 2;
    }),
  );
  return { replicates: Math.min(MOST_REPLICATES, Math.max(FEWEST, Math.ceil(chance / PART))), chance };
}
