import { readFileSync } from 'node:fs';
import { withMissedChildren } from '../../../src/population/synthesis/plan/missed-children.ts';
import { synthesize } from '../../../src/population/synthesis/synthesize.ts';
import { baseKey } from '../../../src/random/key.ts';
import { loadCityData } from '../../../src/scenario/load-city-data.ts';
import { type ParameterValues, parameterNames, parameterSpecs } from '../../../src/scenario/parameters.ts';

const data = new URL('../../../data/', import.meta.url);

export const loadCity = (code: string, year: 2010 | 2020) =>
  loadCityData((file) => readFileSync(new URL(file, data), 'utf8'), code, year);

/** Every parameter at its default, but for the given ones. */
export const parametersWith = (values: Partial<ParameterValues> = {}): ParameterValues =>
  ({
    ...Object.fromEntries(parameterNames.map((name) => [name, parameterSpecs[name].value])),
    ...values,
  }) as ParameterValues;

/** A prefecture made with default parameters, unless said otherwise, and the city with the children a census missed. */
export function makeCity(code: string, year: 2010 | 2020, values: Partial<ParameterValues> = {}, seed = 'test') {
  const parameters = parametersWith(values);
  const city = withMissedChildren(loadCity(code, year), parameters);
  return { city, parameters, ...synthesize(loadCity(code, year), parameters, baseKey(seed, Number(city.code))) };
}
