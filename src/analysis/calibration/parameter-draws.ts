import type { ParameterDraws } from '../../scenario/parameter-draws.ts';
import type { CalibratedParameter } from './parameters.ts';
import { transforms } from './transform.ts';

/** Draws on the unbounded scales as values of the parameters. */
export function parameterDraws(
  parameters: readonly CalibratedParameter[],
  centre: readonly number[],
  draws: readonly (readonly number[])[],
): ParameterDraws {
  const valuesOf = (point: readonly number[]): number[] =>
    point.map((x, p) => Number(transforms[parameters[p].scale].from(x).toPrecision(6)));
  return { parameters: parameters.map(({ name }) => name), centre: valuesOf(centre), draws: draws.map(valuesOf) };
}
