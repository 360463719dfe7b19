import { conditioned, statedParameters } from '../kernel/parameters.ts';
import { logistic, logit } from '../math/logistic.ts';
import { triangularQuantile } from '../math/triangular.ts';
import { type Design, designOf } from '../random/design.ts';
import { normalOf, uniformOf } from '../random/path.ts';
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
const drawnByPart = [
  'base.insideShare',
  'base.missedChildren',
  'base.awayProvinceShare',
  'base.registeredTownShare',
] as const;

/** The stated values of the base year, and every area's town registers in the middle of what is thought, or of what figures have told. */
export function middleBase({ city, scenario }: { readonly city: CityData; readonly scenario: Scenario }): BaseInputs {
  const { conditioning, given } = scenario;
  const parameters = statedParameters(scenario, scenario.baseYear);
  if (given === undefined && !conditioning?.ofBase?.length) return { city, parameters };
  return drawn(conditioned({ ...scenario, uncertainty: 'fixed' }, 0), city, parameters, 0);
}

/**
 * One base population's draw of what nobody has counted, spread evenly over the parts of a run:
 *
 *   1 parameters  shares within their ranges, by place
 *   2 areas       logits of town registers: middle + province + prefecture + area, normal; a printed one within its error
 *   3 whole       where the prefecture's share was printed, shifted together so that it comes out, within its error
 */
export function drawnBase(inputs: { readonly city: CityData; readonly scenario: Scenario }, part: number): BaseInputs {
  const { city, scenario } = inputs;
  if (scenario.uncertainty === 'fixed') return middleBase(inputs);
  return drawn(conditioned(scenario, part), city, statedParameters(scenario, scenario.baseYear), part);
}

function drawn(scenario: Scenario, city: CityData, stated: ParameterValues, part: number): BaseInputs {
  const design = designOf(scenario);
  return {
    city: { ...city, areas: drawnAreas(city, design, part) },
    parameters: { ...stated, ...drawnShares(scenario, design, part) },
  };
}

function drawnShares(scenario: Scenario, design: Design, part: number): Partial<ParameterValues> {
  return Object.fromEntries(
    drawnByPart.flatMap((name) => {
      const entry =
        scenario.parameters[name].findLast(({ from }) => from <= scenario.baseYear) ?? scenario.parameters[name][0];
      const owner = `${scenario.city} ${name}`;
      if (entry.range === null || (design.middle && !Object.hasOwn(scenario.given ?? {}, owner))) return [];
      const quantile = uniformOf(design, owner, part);
      return [[name, triangularQuantile(entry.range[0], entry.value, entry.range[1], quantile)]];
    }),
  );
}

function drawnAreas(city: CityData, key: Design, part: number): CityData['areas'] {
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
