import { triangularQuantile } from '../math/triangular.ts';
import type { CountyValues } from '../process/capacity.ts';
import { designOf } from '../random/design.ts';
import { uniformOf } from '../random/path.ts';
import { type CountyParameterName, countyParameterNames } from '../scenario/county-parameters.ts';
import { type ParameterName, type ParameterValues, parameterNames, parameterSpecs } from '../scenario/parameters.ts';
import type { DatedValue, ParameterSetting, Scenario } from '../scenario/scenario.ts';

/** The stated values in force in a year: what the base population is built from. */
export function statedParameters(scenario: Scenario, year: number): ParameterValues {
  return valuesOf((name) => inForce(scenario.parameters[name], year).value);
}

/**
 * The values of one replicate, by year. Under `uncertainty: prior` every parameter with a range is drawn once a replicate:
 * one quantile by parameter name, and by the code of the place for what is a place's own, taken through the triangular distribution of
 * the entry in force. Two scenarios are therefore always compared draw by draw, and places of a nation share what is the nation's. The
 * quantiles of a parameter are spread evenly over the replicates (random/stratified.ts): how far a mean is off by the luck of its
 * parameters falls with their number, not with its root, as far as parameters act one by one.
 */
export function drawnParameters(scenario: Scenario, replicate: number): (year: number) => ParameterValues {
  const drawn = drawing(scenario, replicate);
  return (year) => valuesOf((name) => drawn(name, inForce(scenario.parameters[name], year)));
}

/**
 * What there is room for in the towns of each area, by year: values the scenario has for a county in place of the city's. The quantile of
 * a parameter is the city's.
 * @param parameters values of the city by year, the base year first
 * @returns [year][area]
 */
export function countyParameters(
  scenario: Scenario,
  areas: readonly { readonly code: string }[],
  replicate: number,
  parameters: readonly ParameterValues[],
): readonly (readonly CountyValues[])[] {
  const { counties, baseYear } = scenario;
  if (counties === undefined) return parameters.map((values) => areas.map(() => values));
  const drawn = drawing(scenario, replicate);
  return parameters.map((values, t) =>
    areas.map(({ code }) => {
      const own = Object.entries(counties[code] ?? {}) as [CountyParameterName, ParameterSetting][];
      const changed = own.map(([name, setting]) => [name, drawn(name, inForce(setting, baseYear + t))]);
      return { ...countyValuesOf(values), ...Object.fromEntries(changed) };
    }),
  );
}

const countyValuesOf = (values: ParameterValues): CountyValues =>
  Object.fromEntries(countyParameterNames.map((name) => [name, values[name]])) as CountyValues;

/** What a replicate makes of an entry. */
function drawing(scenario: Scenario, replicate: number): (name: ParameterName, entry: DatedValue) => number {
  const isFixed = scenario.uncertainty === 'fixed';
  if (isFixed && scenario.given === undefined) return (_, { value }) => value;
  const design = designOf(scenario);
  const quantiles = new Map<ParameterName, number>();
  const quantileOf = (name: ParameterName): number => {
    const { ofPlace } = parameterSpecs[name];
    const quantile = quantiles.get(name) ?? uniformOf(design, ofPlace ? `${scenario.city} ${name}` : name, replicate);
    quantiles.set(name, quantile);
    return quantile;
  };
  const isGiven = (name: ParameterName): boolean =>
    Object.hasOwn(scenario.given ?? {}, parameterSpecs[name].ofPlace ? `${scenario.city} ${name}` : name);
  return (name, { value, range }) => {
    if (range === null || !parameterSpecs[name].drawn) return value;
    if (isFixed && !isGiven(name)) return value;
    return triangularQuantile(range[0], value, range[1], quantileOf(name));
  };
}

/**
 * The scenario as one replicate has it: where parameters were calibrated, the values of its joint draw, row r mod the number of
 * rows, in place of their ranges. Draws of the same row go together over scenarios, as quantiles of the same name do.
 */
export function ofReplicate(given: Scenario, replicate: number): Scenario {
  const scenario = conditioned(given, replicate);
  const { posterior, uncertainty } = scenario;
  if (posterior === undefined || uncertainty === 'fixed') return scenario;
  const draw = posterior.draws[replicate % posterior.draws.length];
  const settings = posterior.parameters.map((name, p) => {
    const [setting] = scenario.parameters[name] as [DatedValue];
    return [name, [{ ...setting, value: draw[p], range: null }]];
  });
  return { ...scenario, parameters: { ...scenario.parameters, ...Object.fromEntries(settings) } };
}

/** The scenario with what its figures have told of one replicate: row r mod the number of rows, the centre where nothing is drawn. */
export function conditioned(scenario: Scenario, replicate: number): Scenario {
  const { conditioning, uncertainty } = scenario;
  if (conditioning === undefined || scenario.given !== undefined) return scenario;
  const { names, rows, centre } = conditioning;
  const row = uncertainty === 'fixed' ? centre : rows[replicate % rows.length];
  return { ...scenario, given: Object.fromEntries(names.map((name, n) => [name, row[n]])) };
}

/** Object.fromEntries gives V8 an object with fast properties; assigning a hundred keys one by one gives a slow dictionary. */
const valuesOf = (value: (name: ParameterName) => number): ParameterValues =>
  Object.fromEntries(parameterNames.map((name) => [name, value(name)])) as Record<ParameterName, number>;

/** Last entry that has begun by the year; before the first one, the first. */
function inForce(setting: readonly DatedValue[], year: number): DatedValue {
  let entry = setting[0];
  for (const candidate of setting) if (candidate.from <= year) entry = candidate;
  return entry;
}
