import type { Language } from '../../language/language.ts';
import { type BaseRequest, baseRequest } from '../../run/base.ts';
import { loadInputs } from '../../run/load-inputs.ts';
import { checkTables } from '../../scenario/check-tables.ts';
import { overridesOf } from '../../scenario/command-line.ts';
import { InputError } from '../../scenario/errors.ts';
import { loadCityData } from '../../scenario/load-city-data.ts';
import { type ParameterValues, parameterNames, parameterSpecs } from '../../scenario/parameters.ts';
import { readData } from '../../scenario/read-data.ts';
import { tellAssumed } from '../tell-assumed.ts';
import { populationMessages } from './messages.ts';
import type { PopulationOptions } from './options.ts';

/** What to make: a scenario's base population, or that of a bare prefecture code with the default parameters. */
export function requestOf(
  { scenario, code, year, seed, sample = 1 }: Pick<PopulationOptions, 'scenario' | 'code' | 'year' | 'seed' | 'sample'>,
  lang: Language,
): BaseRequest {
  if (scenario !== undefined && code !== undefined)
    throw new InputError([{ message: populationMessages.scenarioAndCode(scenario, code)[lang] }]);
  if (code !== undefined) {
    if (!/^\d{6}$/.test(code)) throw new InputError([{ message: populationMessages.notACode(code)[lang] }]);
    checkTables(readData);
    const city = loadCityData(readData, code, year ?? 2020);
    return { name: code, city, parameters: defaultParameters(), seed: seed ?? 'luohu', sample, part: 0 };
  }
  if (scenario === undefined) throw new InputError([{ message: populationMessages.needsScenarioOrCode()[lang] }]);
  const overrides = overridesOf({ from: year, seed });
  const inputs = loadInputs({ scenario, overrides, sample }, lang);
  tellAssumed([inputs], lang);
  return baseRequest(inputs);
}

const defaultParameters = (): ParameterValues =>
  Object.fromEntries(parameterNames.map((name) => [name, parameterSpecs[name].value])) as Record<
    keyof ParameterValues,
    number
  >;
