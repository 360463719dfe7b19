import seedrandom from 'seedrandom';
import { settlingOf } from '../../src/kernel/settling.ts';
import type { LawBook, LeverName } from '../../src/policy/law.ts';
import { Outside, Presence, Role, Tenure, Work } from '../../src/population/codes.ts';
import type { Population } from '../../src/population/population.ts';
import type { Settling } from '../../src/process/settlement/settling-pace.ts';
import type { CityData } from '../../src/scenario/city-data.ts';
import type { ParameterValues } from '../../src/scenario/parameters.ts';
import { type ParameterName, parameterNames } from '../../src/scenario/parameters.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

/** A person of the twin. `area` and `town` say where they live; `town` is 1 outside the city. */
export interface Person {
  here: boolean;
  sex: number;
  age: number;
  /** A child of the reference couple, grown up or not. */
  isChild: boolean;
  education: number;
  work: number;
  family: Family;
  mother: Person | null;
  father: Person | null;
  spouse: Person | null;
  registerArea: number;
  registerTown: number;
  area: number;
  town: number;
  arrival: number;
  permit: number;
  insured: number;
  /**
   * Lasting uniform draws: public employee, certificate, vocational school, veteran; of those in dormitories also taste,
   * the indifferent class and awareness.
   */
  traits: number[];
}

/** A household of the twin; `second` is the town inside the city where members live away from home, or null. */
export interface Family {
  collective: boolean;
  area: number;
  town: number;
  village: Village | null;
  second: number | null;
  head: Person;
  members: Person[];
  land: number;
  homestead: number;
  herder: number;
  tenure: number;
  tenureYear: number;
  waiting: number;
  aware: boolean;
  believes: boolean;
  indifferent: boolean;
  taste: number;
  inNeed: number;
}

/** A village with what is known of it from last year. */
export interface Village {
  area: number;
  km: number;
  urban: boolean;
  awayShare: number;
  settledShare: number;
  /** Of those away, the share in each destination: own county, another county of the city, province, nation. */
  network: number[];
}

/** Everything one run of the twin holds. */
export interface World {
  year: number;
  scenario: Scenario;
  city: CityData;
  law: LawBook;
  persons: Person[];
  families: Family[];
  villages: Village[];
  /** The pace of settling of the place and its years. */
  settling: Settling;
  /** Parameters of the year. */
  values: Partial<Record<ParameterName, number>>;
  p: (name: ParameterName) => number;
  startYear: (year: number) => void;
  lever: (area: number, name: LeverName) => number;
  random: () => number;
  /** Counts of the year. */
  count: Record<string, number>;
  /** What can run out: jobs and dwellings by area, school places by area * 4 + stage. */
  jobs: number[];
  dwellings: number[];
  schoolPlaces: number[];
  /** Share of last year's job seekers who found work over the usual share, and of pupils without a town register who found a place, by area. */
  jobShare: number[];
  schoolShare: number[];
  awayMean: number;
  settledMean: number;
  gapMean: number;
  constant: number;
  threshold: number;
  /** Factor on births that leaves those of the base year's women as in the tables. */
  births: number;
  /** What is a county's own: utilities of leaving it and of its town, and how much more readily its people look around. */
  own: { leave: number; town: number; look: number }[];
  /** Families arrivals are copied from, and persons expected a year, by area and origin. */
  donors: { area: number; origin: number; persons: number; families: Family[] }[];
  /** Colleges by area: entrants from outside in a year like 2020, those they are like, and their dormitories. */
  colleges: { area: number; persons: number; like: Person[]; dormitories: Family[] }[];
  /** Old outsiders in towns of the base year whom parents who come are like, and families led by outsiders they come to, by area. */
  parents: { like: Person[]; families: Family[] }[];
}

/** Years of schooling by level. */
export const SCHOOLING = [0, 6, 9, 12, 15.5];

export const inCity = (area: number): boolean => area < Outside.province;
/** Lives away from the family home. */
export const isAway = (a: Person): boolean => a.area !== a.family.area || a.town !== a.family.town;
export const inTown = (a: Person): boolean => inCity(a.area) && a.town === 1;
export const samePlace = (a: Person, b: Person): boolean => a.area === b.area && a.town === b.town;
export const registeredHere = (a: Person): boolean => inCity(a.registerArea);
/** Holds the register of the town they live in. */
export const townsman = (a: Person): boolean => a.registerArea === a.area && a.registerTown === 1;
export const chance = (w: World, probability: number): boolean => w.random() < probability;
/** Share of an area's job seekers who find work in a usual year of the run. */
export const usualLuck = (w: World, area: number): number => {
  const chances = w.city.flows[area]?.jobChances ?? [1];
  return chances[Math.min(w.year - w.scenario.baseYear, chances.length) - 1];
};
/** Years of residence; of those who never moved, their age. */
export const yearsHere = (w: World, a: Person): number => (a.arrival > 0 ? w.year - a.arrival : a.age);
export const isRenting = (f: Family): boolean => f.tenure === Tenure.privateRent || f.tenure === Tenure.publicRental;
export const hasHouseIn = (f: Family): number => f.second ?? f.area;
/** A child of 3-14 in the family. */
export const hasPupil = (f: Family): boolean => f.members.some((m) => m.age >= 3 && m.age <= 14);

export const isMinorOf = (child: Person, a: Person | null): boolean =>
  child.age < 18 && a !== null && (child.mother === a || child.father === a);
export const logit = (u: number): number => Math.log(u / (1 - u));
export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
export const livingParents = (a: Person): Person[] => [a.mother, a.father].filter((x) => x?.here) as Person[];
export const traits = (w: World): number[] => Array.from({ length: 11 }, () => w.random());
export const mean = (values: readonly number[]): number => values.reduce((s, v) => s + v, 0) / (values.length || 1);

export function tally(w: World, name: string, n = 1): void {
  w.count[name] = (w.count[name] ?? 0) + n;
}

export function shuffle<T>(w: World, list: T[]): T[] {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(w.random() * (i + 1));
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
  return list;
}

/** Takes somebody out of a household; another adult becomes the head when the head goes. */
export function leaveFamily(a: Person): void {
  const { family } = a;
  family.members = family.members.filter((m) => m !== a);
  if (family.head === a && family.members.length > 0)
    family.head = a.spouse?.family === family ? a.spouse : family.members.reduce((x, y) => (y.age > x.age ? y : x));
}

export function joinFamily(a: Person, family: Family): void {
  leaveFamily(a);
  a.family = family;
  family.members.push(a);
}

/** Dead, or neither registered in nor resident in the city any more. */
export function removePerson(a: Person): void {
  leaveFamily(a);
  a.here = false;
  if (a.spouse) a.spouse.spouse = null;
  a.spouse = null;
}

/** A new household of one with the home and the beliefs of the old one, and half its land for a village register. */
export function newFamily(w: World, a: Person): Family {
  const old = a.family;
  const share = a.registerTown === 0 ? old.land / 2 : 0;
  old.land -= share;
  const second = inTown(a) && isAway(a) ? a.area : null;
  const tenure = inTown(a) ? Tenure.privateRent : Tenure.none;
  const made = { collective: false, head: a, members: [], waiting: 0, inNeed: w.random() };
  const family: Family = { ...old, ...made, second, land: share, tenure, tenureYear: w.year };
  w.families.push(family);
  joinFamily(a, family);
  a.isChild = false;
  return family;
}

/** Changes where somebody lives and counts what the move is. */
export function move(w: World, a: Person, area: number, town: number): void {
  const [was, wasTown] = [a.area, a.town];
  if (was === area && wasTown === town) return;
  a.area = area;
  a.town = town;
  a.arrival = w.year;
  a.permit = 0;
  if (inCity(was) && !inCity(area)) tally(w, 'out_migrants');
  if (!inCity(was) && inCity(area)) tally(w, 'return_migrants');
  if (inCity(was) && inCity(area) && wasTown === 0 && town === 1) tally(w, 'town_moves');
  if (inCity(was) && inCity(area) && wasTown === 1 && town === 0) tally(w, 'village_returns');
  if (!inCity(area)) {
    if (a.work === Work.farm || a.work === Work.seeking) a.work = Work.informal;
  } else if (town === 0) {
    if (isWorker(a) || a.work === Work.seeking) a.work = Work.farm;
  } else if (isWorker(a) || a.work === Work.farm) a.work = Work.seeking;
  const { family } = a;
  if (inTown(a) && isAway(a)) family.second = area;
  else if (!family.members.some((m) => inTown(m) && isAway(m))) family.second = null;
}

/** Holds one of the jobs that can run out; the self-employed make their own. */
export const isWorker = (a: Person): boolean => a.work === Work.informal || a.work === Work.formal;

/** The base tables as plain objects. */
export function openWorld(
  scenario: Scenario,
  city: CityData,
  base: Population,
  law: LawBook,
  seed: string,
  changed: Partial<Record<ParameterName, number>> = {},
): World {
  const random = seedrandom(seed);
  const w = { scenario, city, law, random } as unknown as World;
  w.startYear = (year) => {
    w.year = year;
    w.count = {};
    const stated = {
      ...Object.fromEntries(parameterNames.map((name) => [name, valueIn(scenario.parameters[name], year)])),
      ...changed,
    } as ParameterValues;
    // the pace of the place and of the year is arithmetic on tables; what is made of it is written anew
    w.settling ??= settlingOf(scenario, city, 1, stated);
    w.values = w.settling.ofYear(year, stated);
  };
  w.p = (name) => w.values[name]!;
  w.startYear(scenario.baseYear);
  w.lever = (area, name) => w.law.lever(area, w.year, name);
  const v = base.villages.columns;
  w.villages = Array.from({ length: base.villages.rows }, (_, i) => ({
    area: v.area[i],
    km: v.distanceKm[i],
    urban: v.urban[i] === 1,
    awayShare: 0,
    settledShare: 0,
    network: [0, 0, 0, 0],
  }));
  const h = base.households.columns;
  w.families = Array.from({ length: base.households.rows }, (_, i) => ({
    collective: h.kind[i] === 1,
    area: h.homeArea[i],
    town: h.homeUrban[i],
    village: w.villages[h.village[i]] ?? null,
    second: h.townArea[i] === 255 ? null : h.townArea[i],
    head: null as unknown as Person,
    members: [],
    land: h.landMu[i],
    homestead: h.homestead[i],
    herder: h.herder[i],
    tenure: h.tenure[i],
    tenureYear: h.tenureYear[i],
    waiting: 0,
    aware: !chance(w, w.p('settlement.unawareShare')),
    believes: h.landMu[i] > 0 && chance(w, w.p('settlement.landBeliefShare')),
    indifferent: chance(w, w.p('settlement.indifferentShare')),
    taste: 0,
    inNeed: random(),
  }));
  const c = base.persons.columns;
  w.persons = Array.from({ length: base.persons.rows }, (_, i) => ({
    here: c.presence[i] === Presence.present,
    sex: c.sex[i],
    age: c.age[i],
    isChild: c.role[i] === Role.child,
    education: c.education[i],
    work: c.work[i],
    family: w.families[c.household[i]],
    mother: null,
    father: null,
    spouse: null,
    registerArea: c.registerArea[i],
    registerTown: c.registerUrban[i],
    area: c.residenceArea[i],
    town: c.residenceUrban[i],
    arrival: c.arrivalYear[i],
    permit: c.permitYear[i],
    insured: c.insuredYears[i],
    traits: traits(w),
  }));
  w.persons.forEach((a, i) => {
    a.mother = w.persons[c.mother[i]] ?? null;
    a.father = w.persons[c.father[i]] ?? null;
    a.spouse = w.persons[c.spouse[i]] ?? null;
    a.family.members.push(a);
  });
  w.families.forEach((family, i) => {
    family.head = w.persons[h.head[i]];
  });
  return w;
}

function valueIn(setting: Scenario['parameters'][ParameterName], year: number): number {
  return (setting.findLast((entry) => entry.from <= year) ?? setting[0]).value;
}
