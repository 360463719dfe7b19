import { statedParameters } from '../../kernel/parameters.ts';
import { parameterNames, parameterSpecs } from '../../scenario/parameters.ts';
import type { Scenario } from '../../scenario/scenario.ts';

/** What a base population is made of beside its city: seed and undrawn values. Scenarios with the same text share one. */
export function basedOn(scenario: Scenario): string {
  const stated = statedParameters(scenario, scenario.baseYear);
  const built = parameterNames.filter((name) => !parameterSpecs[name].drawn).map((name) => stated[name]);
  return JSON.stringify([scenario.seed, scenario.baseYear, built]);
}
