import { logistic, logit } from '../../math/logistic.ts';
import type { CityData } from '../../scenario/city-data.ts';
import type { ParameterValues } from '../../scenario/parameters.ts';
import { planFlows } from './plan-flows.ts';
import { splitRows } from './round.ts';

/**
 * How many persons of each side of each area have which register, and how many registered persons live outside the city.
 * A register category is origin * 2 + place, with origin 0..n-1 an area, n the rest of the province, n + 1 other
 * provinces, and place 0 village, 1 town.
 */
export interface RegisterPlan {
  /** Areas n. */
  readonly areas: number;
  /** Residents: [area][side][category]. */
  readonly residents: readonly (readonly [Int32Array, Int32Array])[];
  /** Persons registered in the area and living outside the city: [area][place]. */
  readonly away: readonly (readonly [number, number])[];
  /** Persons with a town register in the city, as planned. */
  readonly registeredTown: number;
  readonly notes: readonly string[];
}

/** Chance of a villager to be registered elsewhere over a town resident's: migrants go to town. Judgement. */
const VILLAGE_MIGRANTS = 0.15;

/** Share of people from outside the city with a town register at their origin: about 7 in 10 are rural. Judgement. */
const OUTSIDE_TOWN_SHARE = 0.3;

/**
 * Log-odds of a town register, relative to those who live in a town of their own area: villagers, people in another area
 * of the city, people outside the city. The last puts a quarter of Chifeng's absent on a town register. Judgement.
 */
const PLACE_LOGIT = { village: -4, elsewhereInCity: -1.5, outside: -2.2 } as const;

/** At most this share of an area's villagers has a town register. */
const VILLAGE_TOWN_REGISTER = 0.05;

/** Plans the registers of everyone; persons registered here and resident here come out exactly as counted. */
export function planRegisters(city: CityData, parameters: ParameterValues): RegisterPlan {
  const flows = planFlows(city, parameters['base.insideShare']);
  const n = city.areas.length;
  const bySide = city.areas.map((area, a) => {
    const origin = Array.from({ length: n + 2 }, (_, o) => (o === a ? 0 : flows.into(o, a)));
    return migrantsBySide(origin, area.population - area.urban, area.urban);
  });
  const groups = city.areas.map((_, a) => registeredGroups(a, n, bySide, flows.away[a]));
  const place = placeOfRegister(city, groups, parameters['base.registeredTownShare']);
  const residents = city.areas.map(() => [new Int32Array(2 * n + 4), new Int32Array(2 * n + 4)] as const);
  const away = city.areas.map((_, a) => {
    const town = place.town[a];
    let group = 0;
    for (let d = 0; d < n; d++) {
      for (let side = 0; side < 2; side++, group++) {
        residents[d][side][a * 2] = groups[a].persons[group] - town[group];
        residents[d][side][a * 2 + 1] = town[group];
      }
    }
    return [flows.away[a] - town[group], town[group]] as const;
  });
  for (let d = 0; d < n; d++) {
    for (let side = 0; side < 2; side++) {
      for (let origin = n; origin < n + 2; origin++) {
        const persons = bySide[d][side][origin];
        const town = Math.round(persons * OUTSIDE_TOWN_SHARE);
        residents[d][side].set([persons - town, town], origin * 2);
      }
    }
  }
  return { areas: n, residents, away, registeredTown: place.total, notes: [...flows.notes, ...place.notes] };
}

/** Residents of an area by side and origin; entry `a` (the area itself) is filled by the caller's remainder. */
function migrantsBySide(origin: number[], village: number, town: number): readonly [number[], number[]] {
  const migrants = origin.reduce((sum, value) => sum + value, 0);
  const expected = (migrants * town) / (town + VILLAGE_MIGRANTS * village || 1);
  const inTown = Math.min(town, Math.max(migrants - village, Math.round(expected)));
  const split = splitRows(
    origin,
    origin.map((value) => (value * inTown) / (migrants || 1)),
    inTown,
  );
  const villageMigrants = origin.map((value, o) => value - split[o]);
  const sides = [villageMigrants, Array.from(split)] as const;
  sides[0].push(village - (migrants - inTown));
  sides[1].push(town - inTown);
  return sides;
}

interface Groups {
  /** Persons registered in the area: [destination area * 2 + side], then those outside the city. */
  readonly persons: number[];
  readonly logit: number[];
  readonly limit: number[];
}

function registeredGroups(
  a: number,
  n: number,
  bySide: readonly (readonly [number[], number[]])[],
  away: number,
): Groups {
  const persons: number[] = [];
  const offset: number[] = [];
  const limit: number[] = [];
  for (let d = 0; d < n; d++) {
    for (let side = 0; side < 2; side++) {
      const count = d === a ? bySide[d][side][n + 2] : bySide[d][side][a];
      persons.push(count);
      limit.push(side === 1 ? count : Math.floor(count * VILLAGE_TOWN_REGISTER));
      offset.push(side === 0 ? PLACE_LOGIT.village : d === a ? 0 : PLACE_LOGIT.elsewhereInCity);
    }
  }
  persons.push(away);
  limit.push(away);
  offset.push(PLACE_LOGIT.outside);
  return { persons, logit: offset, limit };
}

/** Town registers of every group of every area; the city's total is `share` of the registered unless limits forbid it. */
function placeOfRegister(city: CityData, groups: readonly Groups[], share: number) {
  const registered = groups.map((group) => group.persons.reduce((sum, value) => sum + value, 0));
  const wanted = Math.round(share * registered.reduce((sum, value) => sum + value, 0));
  const pattern = city.areas.map((area) => {
    const mixed = 0.5 * (area.urban / (area.population || 1)) + 0.5 * area.nonAgriculturalShare2010;
    return logit(Math.min(0.98, Math.max(0.02, mixed)));
  });
  const limit = groups.map((group) => group.limit.reduce((sum, value) => sum + value, 0));
  const byArea = (shift: number): number[] =>
    registered.map((persons, a) => Math.min(limit[a], persons * logistic(pattern[a] + shift)));
  const real = byArea(solve((shift) => byArea(shift).reduce((sum, value) => sum + value, 0) - wanted));
  const possible = Math.min(
    wanted,
    limit.reduce((sum, value) => sum + value, 0),
  );
  const areaTown = splitRows(limit, real, possible);
  const town = groups.map((group, a) => {
    const part = (shift: number): number[] =>
      group.persons.map((persons, g) => Math.min(group.limit[g], persons * logistic(group.logit[g] + shift)));
    const shift = solve((value) => part(value).reduce((sum, persons) => sum + persons, 0) - areaTown[a]);
    return splitRows(group.limit, part(shift), areaTown[a]);
  });
  const notes: string[] = [];
  if (possible < wanted) {
    notes.push(`town registers lowered from ${wanted} to ${possible}: no more registered persons live in towns`);
  }
  return { town, total: possible, notes };
}

/** Root of an increasing function on [-30, 30] by bisection; the end of the interval when it has none there. */
export function solve(difference: (x: number) => number): number {
  let low = -30;
  let high = 30;
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    if (difference(middle) < 0) low = middle;
    else high = middle;
  }
  return high;
}
