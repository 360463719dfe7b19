import type { ParameterDraws } from './parameter-draws.ts';
import type { ParameterName } from './parameters.ts';
import type { ParameterSetting, Scenario } from './scenario.ts';

/**
 * The scenario with joint draws in place of its own values and ranges of the parameters they cover. Stated values, and those of
 * `uncertainty: fixed`, become the centre; the range shown is that of the draws.
 * @param calibration name of where the draws come from
 * @param kept parameters that are covered and yet stay as the scenario has them
 */
export function withDraws(
  scenario: Scenario,
  given: ParameterDraws,
  calibration: string,
  { kept = [], origin = calibration }: { readonly kept?: readonly ParameterName[]; readonly origin?: string } = {},
): Scenario {
  const taken = given.parameters.flatMap((name, p) => (kept.includes(name) ? [] : [p]));
  const pick = <T>(row: readonly T[]): T[] => taken.map((p) => row[p]!);
  const posterior = {
    calibration,
    kept,
    parameters: pick(given.parameters),
    centre: pick(given.centre),
    draws: given.draws.map(pick),
  };
  const settings = posterior.parameters.map((name, p): [ParameterName, ParameterSetting] => {
    const column = posterior.draws.map((draw) => draw[p]);
    const value = posterior.centre[p];
    const range = [Math.min(value, ...column), Math.max(value, ...column)] as const;
    const source = { zh: `校准 ${calibration}`, en: `calibration ${calibration}` };
    return [name, [{ from: scenario.baseYear, value, range, mark: 'derived', source, origin }]];
  });
  return { ...scenario, parameters: { ...scenario.parameters, ...Object.fromEntries(settings) }, posterior };
}
