import { type Reckoning, reckoningOf, withMoney } from '../../fiscal/reckoning.ts';
import { indicators, isFiscal } from '../../indicator/indicators.ts';
import type { ReplicateResult } from '../../indicator/result.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { readCoefficients } from '../../scenario/coefficient-table.ts';
import { readData } from '../../scenario/read-data.ts';

/** Every indicator money is reckoned from. */
export const moneyCounts: readonly string[] = indicators.map(({ name }) => name).filter(isFiscal);

/** The money of a scenario's replicates is reckoned with its own law and coefficients. */
export function reckoningOfInputs({ city, documents, scenario, command }: Inputs): Reckoning {
  return reckoningOf(city, readCoefficients(readData, scenario.city), documents, scenario, command.sample);
}

/** Replicates with their money as further indicators; those that do not hold what it is reckoned from stay as they are. */
export function resultsWithMoney(results: readonly ReplicateResult[], reckoning: Reckoning): ReplicateResult[] {
  const held = new Set(results[0]?.indicators);
  if (moneyCounts.some((name) => !held.has(name))) return [...results];
  return results.map((result) => withMoney(result, reckoning));
}
