import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PYRAMID_GROUPS } from '../../src/indicator/names.ts';
import { columnsByPopulation } from '../../src/people/column/all.ts';
import { settlerGroups } from '../../src/population/settler-traits.ts';
import { value } from '../support/value.ts';
import { observedRun, type Row } from './observed-run.ts';

type Run = Awaited<ReturnType<typeof observedRun>>;

/** How an indicator is counted from rows: which rows, and in which area each counts. */
interface Sum {
  readonly rows: 'persons' | 'households' | 'events';
  readonly area: (row: Row) => unknown;
  readonly of: (row: Row) => boolean;
  /** Counted of the whole city alone. */
  readonly whole?: true;
}

const lives = (row: Row) => row['residence_area'];
const registered = (row: Row) => row['register_area'];
const counted = (row: Row) => row['area'];

const ofResidents = (of: Sum['of']): Sum => ({ rows: 'persons', area: lives, of });
const ofRegistered = (of: Sum['of']): Sum => ({ rows: 'persons', area: registered, of });
const ofEvents = (event: string | readonly string[], of: Sum['of'] = () => true, area: Sum['area'] = counted): Sum => ({
  rows: 'events',
  area,
  of: (row) => [event].flat().includes(String(row['event'])) && of(row),
});

const tierNames = {
  same_county: 'same-county',
  same_city: 'same-city',
  province: 'same-province',
  other_province: 'other-province',
} as const;
const number = (row: Row, name: string) => Number(row[name]);
/** A register enters a town by a route of the law, or with a student from outside. */
const entering = ['settlement', 'student-register-in'];
const moving = ['arrival', 'departure', 'out-migration', 'return-migration', 'move'];
const inTown = (row: Row) => row['residence_side'] === 'town';
const stage = (name: string) => (row: Row) => row['school_stage'] === name;

const stocks: Readonly<Record<string, Sum>> = {
  resident_population: ofResidents(() => true),
  urban_resident_population: ofResidents(inTown),
  registered_population: ofRegistered(() => true),
  'urban_registered_population.by_place': ofRegistered((row) => row['register_side'] === 'town'),
  'urban_registered_population.by_kind': ofRegistered((row) => row['register_kind'] === 'non-agricultural'),
  absent_registered_persons: ofRegistered((row) => row['residence_side'] === null),
  age_60_plus_persons: ofResidents((row) => number(row, 'age') >= 60),
  'residents_registered_elsewhere.other_province': ofResidents((row) => row['register_area'] === 'nation'),
  'residents_registered_elsewhere.province': ofResidents(
    (row) => row['register_area'] !== 'nation' && row['register_area'] !== row['residence_area'],
  ),
  left_behind_children: ofResidents((row) => row['left_behind'] === true),
  permit_holders: ofResidents((row) => row['has_permit'] === true),
  employee_insured: ofResidents((row) => row['insurance'] === 'employee'),
  resident_pension_recipients: ofResidents((row) => number(row, 'age') >= 60 && number(row, 'insured_years') < 15),
  public_health_persons: ofResidents(() => true),
  public_rental_occupied: { rows: 'households', area: (row) => row['dwelling_place'], of: () => true },
  award_children: ofResidents(
    (row) =>
      inTown(row) &&
      row['register_side'] === 'village' &&
      row['register_area'] !== row['residence_area'] &&
      number(row, 'age') >= 6 &&
      number(row, 'age') <= 14,
  ),
  ...Object.fromEntries(
    ['primary', 'junior', 'senior'].flatMap((name): [string, Sum][] => [
      [`pupils.${name}`, ofResidents(stage(name))],
      [`pupils.${name}.accompanying`, ofResidents((row) => stage(name)(row) && row['off_register'] === true)],
      [`town_pupils.${name}`, ofResidents((row) => stage(name)(row) && inTown(row))],
    ]),
  ),
  ...Object.fromEntries(
    ['male', 'female'].flatMap((sex) =>
      PYRAMID_GROUPS.map((group): [string, Sum] => [
        `residents_by_age.${sex}.${group}`,
        { ...ofResidents((row) => row['sex'] === sex && row['age_group'] === group), whole: true },
      ]),
    ),
  ),
  ...Object.fromEntries(
    ['registered', 'settled', 'permit', 'other', 'village'].flatMap((status) =>
      Object.entries({
        residents: () => true,
        townspeople: inTown,
        primary: stage('primary'),
        junior: stage('junior'),
        senior: stage('senior'),
        employee_insured: (row: Row) => row['insurance'] === 'employee',
        employee_pension: (row: Row) => row['insurance'] === 'employee-pension',
        resident_insured: (row: Row) => row['insurance'] === 'resident',
        resident_pension: (row: Row) => row['insurance'] === 'resident' && number(row, 'age') >= 60,
        elderly: (row: Row) => number(row, 'age') >= 60,
        informal: (row: Row) =>
          row['insurance'] === 'resident' && ['informal', 'seeking'].includes(String(row['work'])),
      }).map(([counter, of]): [string, Sum] => [
        `by_status.${counter}.${status}`,
        ofResidents((row) => row['status'] === status && of(row)),
      ]),
    ),
  ),
};

const stay = (row: Row): string => {
  if (row['from_area'] !== row['to_area'] || row['from_side'] !== 'town') return 'living_elsewhere';
  if (row['years_here'] === null) return 'always';
  const years = number(row, 'years_here');
  return years < 2 ? '0-1' : years < 5 ? '2-4' : years < 10 ? '5-9' : '10+';
};
const ageBand = (age: number): string =>
  age < 15 ? '0-14' : age < 30 ? '15-29' : age < 45 ? '30-44' : age < 60 ? '45-59' : '60+';
const ending = (name: string, none: string): string => (name === 'none' ? none : name.replaceAll('-', '_'));
const traits: Readonly<Record<string, (row: Row) => string>> = {
  age: (row) => ageBand(number(row, 'age')),
  years_in_town: stay,
  dwelling: (row) => ending(String(row['dwelling']), 'no_dwelling'),
  schooling: (row) => ending(String(row['education']), 'no_schooling'),
};

const village = (row: Row) => row['register_side'] === 'village';
const kinds = ['village', 'town', 'centre', 'outside'];

const flows: Readonly<Record<string, Sum>> = {
  births: ofEvents('birth'),
  deaths: ofEvents('death'),
  registered_births: ofEvents('birth', undefined, registered),
  registered_deaths: ofEvents('death', undefined, registered),
  arrivals: ofEvents('arrival'),
  'arrivals.province': ofEvents('arrival', (row) => row['register_area'] === 'province'),
  departures: ofEvents('departure'),
  'departures.province': ofEvents('departure', (row) => row['register_area'] === 'province'),
  out_migrants: ofEvents('out-migration', undefined, (row) => row['from_area']),
  'out_migrants.province': ofEvents('out-migration', (row) => row['to_area'] === 'province'),
  return_migrants: ofEvents('return-migration'),
  'return_migrants.province': ofEvents('return-migration', (row) => row['from_area'] === 'province'),
  town_moves: ofEvents('move', (row) => row['from_side'] === 'village' && row['to_side'] === 'town'),
  village_returns: ofEvents('move', (row) => row['from_side'] === 'town' && row['to_side'] === 'village'),
  unions: ofEvents('union'),
  register_in: ofEvents(entering, (row) => ['province', 'nation'].includes(String(row['register_area']))),
  register_out: ofEvents(['register-out', 'student-register-out']),
  'register_out.students': ofEvents('student-register-out'),
  permits_issued: ofEvents('permit'),
  settled_persons: ofEvents('settlement'),
  settled_households: ofEvents('settlement', (row) => row['applicant'] === true),
  'settled_persons.rural_origin': ofEvents('settlement', (row) => row['rural_origin'] === true),
  'settled_persons.urban_origin': ofEvents('settlement', (row) => row['rural_origin'] === false),
  reclassified_persons: ofEvents('residence-reclassified'),
  residents_turned_village: ofEvents('residence-turned-village'),
  reclassified_registers: ofEvents('register-reclassified'),
  registers_set_right: ofEvents('register-set-right'),
  register_out_town: ofEvents(['register-out', 'student-register-out'], (row) => row['register_side'] === 'town'),
  award_settlers: ofEvents(entering, village),
  'award_settlers.agricultural': ofEvents(entering, (row) => village(row) && row['register_kind'] === 'agricultural'),
  'award_settlers.left_for_other_county': ofEvents(
    entering,
    (row) => village(row) && row['register_area'] !== row['to_area'],
    registered,
  ),
  ...Object.fromEntries(
    Object.entries(tierNames).flatMap(([name, tier]): [string, Sum][] => [
      [`settled_persons.${name}`, ofEvents('settlement', (row) => row['tier'] === tier)],
      [`award_settlers.${name}`, ofEvents(entering, (row) => row['tier'] === tier && village(row))],
      [
        `award_settlers.${name}.students`,
        ofEvents(
          entering,
          (row) =>
            row['tier'] === tier &&
            village(row) &&
            (row['event'] === 'student-register-in' || ['student', 'student-at-origin'].includes(String(row['route']))),
        ),
      ],
    ]),
  ),
  ...Object.fromEntries(
    settlerGroups.map((group): [string, Sum] => {
      const [trait, ...rest] = group.split('.');
      return [`settled_persons.${group}`, ofEvents('settlement', (row) => traits[trait](row) === rest.join('.'))];
    }),
  ),
  ...Object.fromEntries(
    kinds.flatMap((from) =>
      kinds
        .filter((to) => from !== 'outside' || to !== 'outside')
        .map((to): [string, Sum] => [
          `moves.${from}.${to}`,
          { ...ofEvents(moving, (row) => row['from_place'] === from && row['to_place'] === to), whole: true },
        ]),
    ),
  ),
};

/** Sums by year and area, the city's behind every year: `<year> <area>`. */
function sumsOf({ rows, area, of }: Sum, run: Run): Map<string, number> {
  const areas = new Set<unknown>(run.town.city.areas.map(({ code }) => code));
  const sums = new Map<string, number>();
  const add = (key: string) => sums.set(key, (sums.get(key) ?? 0) + 1);
  for (const row of run[rows]) {
    const where = area(row);
    if (!areas.has(where) || !of(row)) continue;
    add(`${row['year']} ${where}`);
    add(`${row['year']} city`);
  }
  return sums;
}

function expectSame(name: string, sum: Sum, run: Run, years: readonly number[]): void {
  const sums = sumsOf(sum, run);
  const areas = sum.whole ? ['city'] : ['city', ...run.town.city.areas.map(({ code }) => code)];
  const keys = years.flatMap((year) => areas.map((area) => [year, area] as const));
  const of = (number: (year: number, area: string) => number) =>
    keys.map(([year, area]) => `${name} ${year} ${area} ${number(year, area)}`);
  expect(of((year, area) => run.weight * (sums.get(`${year} ${area}`) ?? 0))).toEqual(
    of((year, area) => value(run.result, name, year, area)),
  );
}

describe.each([
  ['baotou', 0.005],
  ['chifeng', 0.004],
  ['sanmenxia', 0.01],
  ['qingyang', 0.005],
])('of %s', (city, sample) => {
  let run: Run;
  beforeAll(async () => {
    run = await observedRun(`scenarios/${city}.yaml`, sample, 2022);
  }, 180_000);
  afterAll(() => rmSync(run.folder, { recursive: true }));

  it('the people written out add up to every stock of the indicators, in every area', () => {
    for (const [name, sum] of Object.entries(stocks)) expectSame(name, sum, run, run.years);
    for (const [year, area] of run.years.flatMap((y) => run.town.city.areas.map(({ code }) => [y, code] as const))) {
      const there = run.households.filter((row) => row['year'] === year && row['household_kind'] === 'family');
      const at = (column: string, persons: string) =>
        there.filter((row) => row[column] === area && number(row, persons) > 0).length;
      const families = at('home_area', 'persons_home') + at('town_area', 'persons_town');
      expect(run.weight * families).toBe(value(run.result, 'households', year, area));
    }
  });

  it('the events written out add up to every flow, and to the settlements by route and clause', () => {
    for (const [name, sum] of Object.entries(flows)) expectSame(name, sum, run, run.years.slice(1));
    const { routes, areas, settlements, years } = run.result;
    const settled = run.events.filter(({ event }) => event === 'settlement');
    const keyOf = (route: string, clause: string, year: unknown, area: unknown) =>
      [route, clause, year, area].join(' ');
    const counts = new Map<string, number>();
    years.forEach((year, y) => {
      areas.forEach((area, a) => {
        routes.forEach(({ name, document, clause }, r) => {
          const persons = settlements[(y * areas.length + a) * routes.length + r];
          const key = keyOf(name, `${document}:${clause}`, year, area);
          if (area !== 'city' && persons > 0) counts.set(key, (counts.get(key) ?? 0) + persons / run.weight);
        });
      });
    });
    const written = new Map<string, number>();
    for (const row of settled) {
      const key = keyOf(String(row['route']), String(row['clause']), row['year'], row['to_area']);
      written.set(key, (written.get(key) ?? 0) + 1);
    }
    expect([...written].sort()).toEqual([...counts].map(([key, n]) => [key, Math.round(n)]).sort());
    expect(settled.length).toBeGreaterThan(0);
  });

  it('nobody is twice in a year, every household of a person is there, columns without gaps have none, and links lead to people of one replicate', () => {
    const { persons, households, years } = run;
    for (const [population, rows] of [
      ['persons', persons],
      ['households', households],
      ['events', run.events],
    ] as const)
      for (const { name, gaps } of columnsByPopulation[population])
        if (!gaps) expect(`${name} ${rows.filter((row) => row[name] === null).length}`).toBe(`${name} 0`);
    for (const year of years) {
      const here = persons.filter((row) => row['year'] === year);
      const homes = households.filter((row) => row['year'] === year).map((row) => row['household_id']);
      expect(new Set(here.map((row) => row['person_id'])).size).toBe(here.length);
      expect(new Set(homes).size).toBe(homes.length);
      expect(new Set(here.map((row) => row['household_id']))).toEqual(new Set(homes));
      const spouse = new Map(here.map((row) => [row['person_id'], row['spouse_id']]));
      expect(
        here.filter((row) => row['spouse_id'] !== null && spouse.get(row['spouse_id']) !== row['person_id']),
      ).toEqual([]);
    }
  });
});

it('nearly every indicator that is counted from people is held against them', () => {
  expect(Object.keys(stocks).length + Object.keys(flows).length).toBeGreaterThan(170);
});
