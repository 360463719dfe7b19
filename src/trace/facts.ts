import type { Localized } from '../language/language.ts';
import type { Route } from '../policy/law.ts';
import { routeTold } from '../policy/words.ts';
import {
  type EducationName,
  educations,
  isInCity,
  NO_TOWN,
  Outside,
  Presence,
  type RoleName,
  roles,
  type SexName,
  sexes,
  type TenureName,
  tenures,
  type WorkName,
  works,
} from '../population/codes.ts';
import type { Population } from '../population/population.ts';
import type { State } from '../process/state.ts';

/** Where somebody lives or is registered: a division code, or `province` / `nation` for places outside the city. */
export interface TracePlace {
  readonly area: string;
  readonly side: 'village' | 'town';
}

/** The legal way and the clause by which somebody settled. */
export interface TraceRoute {
  readonly route: string;
  readonly document: string;
  readonly clause: string;
  /** The name its document gives the route, where it is not one of the field's words. */
  readonly called?: Localized | undefined;
}

/** A route as a life course tells it. */
export function traceRoute(route: Route): TraceRoute {
  const { name, ...told } = routeTold(route);
  return { route: name, ...told };
}

export interface MemberFacts {
  /** Person row: the same person in every year of the replicate. */
  readonly person: number;
  readonly role: RoleName;
  readonly sex: SexName;
  readonly age: number;
  readonly education: EducationName;
  readonly work: WorkName;
  readonly residence: TracePlace;
  /** Year of arrival there; null when born there or unknown long ago. */
  readonly since: number | null;
  readonly register: TracePlace;
  readonly permitSince: number | null;
  readonly settled: (TraceRoute & { readonly year: number }) | null;
}

export interface HouseholdFacts {
  readonly home: TracePlace;
  /** The one town of the city where members live away from home. */
  readonly town: string | null;
  readonly tenure: TenureName;
  readonly tenureSince: number | null;
  /** Year the household joined the waiting list for public rental housing. */
  readonly waitingSince: number | null;
  readonly landMu: number;
  readonly homestead: boolean;
  readonly herder: boolean;
  readonly aware: boolean;
  readonly landBelief: boolean;
  readonly indifferent: boolean;
  readonly taste: number;
}

/** A replicate as it runs: what a life course is told from. */
export interface Scene {
  readonly state: State;
  readonly population: Population;
}

/** A household between two steps: null before it is founded. */
export interface Snapshot {
  readonly household: HouseholdFacts | null;
  readonly members: ReadonlyMap<number, MemberFacts>;
}

export function areaCode(state: State, area: number): string {
  if (area === Outside.province) return 'province';
  return area === Outside.nation ? 'nation' : state.city.areas[area].code;
}

const placeAt = (state: State, area: number, urban: number): TracePlace => ({
  area: areaCode(state, area),
  side: urban === 1 ? 'town' : 'village',
});

const yearOrNull = (year: number): number | null => (year === 0 ? null : year);

function memberFacts({ state, population }: Scene, i: number): MemberFacts {
  const { columns: c } = population.persons;
  const route = state.law.routes[c.settledRoute[i]];
  return {
    person: i,
    role: roles[c.role[i]],
    sex: sexes[c.sex[i]],
    age: c.age[i],
    education: educations[c.education[i]],
    work: works[c.work[i]],
    residence: placeAt(state, c.residenceArea[i], c.residenceUrban[i]),
    since: yearOrNull(c.arrivalYear[i]),
    register: placeAt(state, c.registerArea[i], c.registerUrban[i]),
    permitSince: yearOrNull(c.permitYear[i]),
    settled: route ? { year: c.settledYear[i], ...traceRoute(route) } : null,
  };
}

function householdFacts({ state, population }: Scene, h: number): HouseholdFacts {
  const { columns: hh } = population.households;
  const town = hh.townArea[h];
  return {
    home: placeAt(state, hh.homeArea[h], hh.homeUrban[h]),
    town: town === NO_TOWN || !isInCity(town) ? null : areaCode(state, town),
    tenure: tenures[hh.tenure[h]],
    tenureSince: yearOrNull(hh.tenureYear[h]),
    waitingSince: yearOrNull(hh.waitingSince[h]),
    landMu: hh.landMu[h],
    homestead: hh.homestead[h] === 1,
    herder: hh.herder[h] === 1,
    aware: hh.aware[h] === 1,
    landBelief: hh.landBelief[h] === 1,
    indifferent: hh.indifferent[h] === 1,
    taste: hh.taste[h],
  };
}

/** The household as it stands now. Looks through all persons, because `Members` is regrouped only three times a year. */
export function takeSnapshot(scene: Scene, h: number): Snapshot {
  const members = new Map<number, MemberFacts>();
  const { persons, households } = scene.population;
  if (h >= households.rows) return { household: null, members };
  const { household, presence } = persons.columns;
  for (let i = 0; i < persons.rows; i++) {
    if (household[i] === h && presence[i] === Presence.present) members.set(i, memberFacts(scene, i));
  }
  return { household: householdFacts(scene, h), members };
}
