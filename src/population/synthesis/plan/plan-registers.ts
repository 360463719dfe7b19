import type { Localized } from '../../../language/language.ts';
import type { CityData } from '../../../scenario/city-data.ts';
import type { ParameterValues } from '../../../scenario/parameters.ts';
import { placeOfRegister, type RegisteredGroups, townRegistersOf } from '../trait/place-of-register.ts';
import { planFlows } from './plan-flows.ts';
import { sidesOfOrigins } from './sides-of-origins.ts';

/**
 * How many persons of each side of each area have which register, and how many registered persons live outside the city.
 * A register category is origin * 2 + place, with origin 0..n-1 an area, n the rest of the province, n + 1 other
 * provinces, and place 0 village, 1 town.
 */
interface RegisterPlan {
  /** Areas n. */
  readonly areas: number;
  /** Residents: [area][side][category]. */
  readonly residents: readonly (readonly [Int32Array, Int32Array])[];
  /** Persons registered in the area and living outside the city: [area][place]. */
  readonly away: readonly (readonly [number, number])[];
  readonly notes: readonly Localized[];
}

/** Residents of every area by side and origin: [area][side][origin]. */
type Origins = readonly (readonly [number[], number[]])[];

/** Share of people from outside the city with a town register at their origin: about 7 in 10 are rural. Judgement. */
const OUTSIDE_TOWN_SHARE = 0.3;

/** Share of those registered in the city with a town register at most, who live in villages and in towns. Judgement. */
const MOST_TOWN_REGISTER = [0.5, 0.99] as const;

/** Plans the registers of everyone; persons registered here and resident here come out exactly as counted. */
export function planRegisters(city: CityData, parameters: ParameterValues): RegisterPlan {
  const n = city.areas.length;
  const flows = planFlows(city, parameters['base.insideShare']);
  const origins = city.areas.map((area, a) => sidesOfOrigins(area, a, n, flows));
  const groups = city.areas.map((area, a) =>
    registeredGroups(origins, a, flows.away[a], parameters, area.townRegister.share === 1),
  );
  const town = placeOfRegister(city, groups, townRegistersOf(city, parameters['base.registeredTownShare']));
  const away = groups.map(({ persons }, a) => {
    const inTown = town.persons[a][2 * n];
    return [persons[2 * n] - inTown, inTown] as const;
  });
  const categories = (d: number, side: 0 | 1): Int32Array => {
    const counts = new Int32Array(2 * n + 4);
    origins[d][side].forEach((persons, o) => {
      const inTown = o < n ? town.persons[o][d * 2 + side] : Math.round(persons * OUTSIDE_TOWN_SHARE);
      counts.set([persons - inTown, inTown], o * 2);
    });
    return counts;
  };
  const residents = city.areas.map((_, d) => [categories(d, 0), categories(d, 1)] as const);
  return { areas: n, residents, away, notes: [...flows.notes, ...town.notes] };
}

/** Persons registered in area `a`, their log-odds of a town register against those who live in a town of their own area, and how many can have one: those on each side of each area (index area * 2 + side), then those outside the city. */
function registeredGroups(
  origins: Origins,
  a: number,
  away: number,
  parameters: ParameterValues,
  whollyUrban: boolean,
): RegisteredGroups {
  const most = whollyUrban ? [1, 1] : MOST_TOWN_REGISTER;
  const persons: number[] = [];
  const logOdds: number[] = [];
  const limit: number[] = [];
  origins.forEach((sides, d) => {
    for (const side of [0, 1] as const) {
      persons.push(sides[side][a]);
      limit.push(Math.floor(sides[side][a] * most[side]));
      logOdds.push(side === 0 ? parameters['base.villagerOdds'] : d === a ? 0 : parameters['base.moverOdds']);
    }
  });
  persons.push(away);
  limit.push(Math.floor(away * most[1]));
  logOdds.push(parameters['base.absentOdds']);
  return { persons, logOdds, limit };
}
