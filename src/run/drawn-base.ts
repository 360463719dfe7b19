import { statedParameters } from '../kernel/parameters.ts';
import { logistic, logit } from '../math/logistic.ts';
import { triangularQuantile } from '../math/triangular.ts';
import type { DrawKey } from '../random/draw.ts';
import { designKey } from '../random/key.ts';
import { nameKey } from '../random/name-key.ts';
import { normalOf } from '../random/path.ts';
import { stratified } from '../random/stratified.ts';
import { provinceOf } from '../scenario/city/regions.ts';
import { movedTo } from '../scenario/city/register-level.ts';
import type { TownRegister } from '../scenario/city/town-register.ts';
import type { CityData } from '../scenario/city-data.ts';
import type { ParameterValues } from '../scenario/parameters.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** What a base population is built from. */
interface BaseInputs {
  readonly city: CityData;
  readonly parameters: ParameterValues;
}

/** Parameters that every base population of a run draws within their ranges. */
const drawnByPart = ['base.insideShare', 'base.awayProvinceShare', 'base.registeredTownShare'] as const;

/** The stated values of the base year, and every area's town registers in the middle of what is thought. */
export const middleBase = ({
  city,
  scenario,
}: {
  readonly city: CityData;
  readonly scenario: Scenario;
}): BaseInputs => ({
  city,
  parameters: statedParameters(scenario, scenario.baseYear),
});

/**
 * One base population's draw of what nobody has counted, spread evenly over the parts of a run:
 *
 *   1 parameters  shares within their ranges, by place
 *   2 areas       logits of town registers: middle + province + prefecture + area, normal; a printed one within its error
 *   3 whole       where the prefecture's share was printed, shifted together so that it comes out, within its error
 */
export function drawnBase(inputs: { readonly city: CityData; readonly scenario: Scenario }, part: number): BaseInputs {
  const { city, scenario } = inputs;
  const middle = middleBase(inputs);
  if (scenario.uncertainty === 'fixed') return middle;
  const key = designKey(scenario.seed);
  return {
    city: { ...city, areas: drawnAreas(city, key, part) },
    parameters: { ...middle.parameters, ...drawnShares(scenario, key, part) },
  };
}

function drawnShares(scenario: Scenario, key: DrawKey, part: number): Partial<ParameterValues> {
  return Object.fromEntries(
    drawnByPart.flatMap((name) => {
      const entry =
        scenario.parameters[name].findLast(({ from }) => from <= scenario.baseYear) ?? scenario.parameters[name][0];
      if (entry.range === null) return [];
      const quantile = stratified(key, nameKey(`${scenario.city} ${name}`), part);
      return [[name, triangularQuantile(entry.range[0], entry.value, entry.range[1], quantile)]];
    }),
  );
}

function drawnAreas(city: CityData, key: DrawKey, part: number): CityData['areas'] {
  const { areas, townRegisters } = city;
  const { provinceSd, prefectureSd, printed } = townRegisters;
  const normal = (code: string) => normalOf(key, `register level ${code}`, part);
  const common = provinceSd * normal(provinceOf(city.code)) + prefectureSd * normal(city.code);
  const levels = areas.map(({ code, townRegister }): TownRegister => {
    const { share, sd, own } = townRegister;
    if (sd === 0) return townRegister;
    return { ...townRegister, share: logistic(logit(share) + (own ? 0 : common) + sd * normal(code)) };
  });
  const whole =
    printed === null
      ? levels
      : movedTo(
          levels,
          areas.map(({ registered }) => registered),
          printed.share + printed.sd * normal(`${city.code} printed`),
        );
  return areas.map((area, a) => ({ ...area, townRegister: whole[a] }));
}
