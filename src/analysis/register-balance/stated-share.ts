import { areaShare, type RangedShare, wholeShare } from '../../scenario/city/register-level.ts';
import type { AreaCensus, CityData } from '../../scenario/city-data.ts';
import type { Scenario } from '../../scenario/scenario.ts';

/** Share of town registers of a city, or of one of its areas, at its base year: as its scenario says, else as thought from data/. */
export function statedShare(scenario: Scenario, city: CityData, area?: AreaCensus): RangedShare {
  if (area !== undefined) return areaShare(city, area);
  const [{ value, range }] = scenario.parameters['base.registeredTownShare'];
  if (value === 0) return wholeShare(city);
  const [low, high] = range ?? [value, value];
  return { value, low, high };
}
