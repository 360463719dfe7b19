import { beforeAll, describe, expect, it, vi } from 'vitest';
import { openBaseYear } from '../../src/kernel/open-state.ts';
import { statedParameters } from '../../src/kernel/parameters.ts';
import type { ReplicateInput } from '../../src/kernel/types.ts';
import { HouseholdKind, isInCity, NONE, Outside, Presence, Work } from '../../src/population/codes.ts';
import { allocatePopulation, copyPopulation, type Population } from '../../src/population/population.ts';
import { considers } from '../../src/process/agenda/hazards.ts';
import { membersOf } from '../../src/process/members.ts';
import { stayFactor } from '../../src/process/place/departure.ts';
import { findDonors } from '../../src/process/place/in-migration.ts';
import { nestedLogit } from '../../src/process/place/nested-logit.ts';
import { outlookOf } from '../../src/process/place/outlook.ts';
import { NEST, NESTS, Place, placeUtilitiesOf } from '../../src/process/place/place-utilities.ts';
import { returnHazardOf } from '../../src/process/place/return.ts';
import type { CityData } from '../../src/scenario/city-data.ts';
import type { ParameterName } from '../../src/scenario/parameters.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { replicateInput, type SampledCity, sampledCity, simulate } from '../support/sanmenxia.ts';
import { total, value } from '../support/value.ts';

vi.setConfig({ testTimeout: 240_000 });

/** Persons one simulated person stands for, of sampledCity. */
const WEIGHT = 25;

let town: SampledCity;
beforeAll(() => {
  town = sampledCity();
}, 600_000);

type Values = Partial<Record<ParameterName, number>>;

/** The scenario as stated, with some values from the base year on. */
function scenario(values: Values = {}, endYear = 2021): Scenario {
  const parameters = { ...town.scenario.parameters };
  for (const [name, given] of Object.entries(values) as [ParameterName, number][])
    parameters[name] = [{ ...parameters[name][0], value: given, range: null }];
  return { ...town.scenario, parameters, uncertainty: 'fixed', endYear };
}

/** What a replicate is anchored on, and what its people at home would do in the first year if nothing changed: by area. */
function opened(values: Values = {}) {
  const input: ReplicateInput = replicateInput(town, { scenario: scenario(values) });
  const parameters = [2020, 2021].map((year) => statedParameters(input.scenario, year));
  const settling = { firm: 1, ofYear: (_: number, own: (typeof parameters)[0]) => own, cleanUp: () => 0 };
  const state = openBaseYear(input, parameters, settling);
  const { workspace, city } = input;
  const { presence, age, work, household, registerArea, registerUrban, residenceArea } = workspace.persons.columns;
  const { kind, homeArea, homeUrban } = workspace.households.columns;
  const { livesAtHome } = membersOf(workspace);
  const fillUtilities = placeUtilitiesOf(workspace);
  const returnHazard = returnHazardOf(workspace);
  const outlook = outlookOf(state);
  const zeros = () => city.areas.map(() => 0);
  const [residents, leaving, townward, back, backToVillage] = [zeros(), zeros(), zeros(), zeros(), zeros()];
  const utility = new Float64Array(NEST.length);
  const probability = new Float64Array(NEST.length);
  for (let i = 0; i < workspace.persons.rows; i++) {
    if (presence[i] === Presence.gone) continue;
    if (isInCity(residenceArea[i])) residents[residenceArea[i]]++;
    const h = household[i];
    if (h === NONE || kind[h] !== HouseholdKind.family || !isInCity(registerArea[i])) continue;
    const home = homeArea[h];
    if (!livesAtHome(i)) {
      if (age[i] < 18 || (registerUrban[i] === 1 && registerArea[i] === residenceArea[i])) continue;
      const own = residenceArea[i] === home && homeUrban[h] === 0;
      (own ? backToVillage : back)[home] += returnHazard(state, i);
      continue;
    }
    if (age[i] < 16 || age[i] > 59 || work[i] === Work.student) continue;
    fillUtilities(outlook, i, utility);
    nestedLogit(utility, NEST, NESTS, outlook.dissimilarity, probability);
    const looks = considers(parameters[0], age[i]) * state.anchors.moves.look[home];
    leaving[home] += looks * (1 - probability[Place.home] - probability[Place.town]);
    townward[home] += looks * probability[Place.town];
  }
  return { moves: state.anchors.moves, residents, leaving, townward, back, backToVillage };
}
const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);

/** Areas where the share of those who go is neither the least nor the most of those who look around. */
const free = ({ moves }: ReturnType<typeof opened>, of: 'leaveShare' | 'townShare'): number[] =>
  town.city.areas.flatMap(({ urban, population }, a) =>
    // where nearly everybody lives in town there are few villagers among the people looked at
    (of === 'leaveShare' || urban < 0.7 * population) &&
    moves[of][a] > 0.0021 &&
    moves.leaveShare[a] + moves.townShare[a] < 0.975 &&
    moves.look[a] < 3
      ? [a]
      : [],
  );

describe('moves of a replicate are anchored', () => {
  it('so that in the first year as many leave a county, and go to its town, as its flows and the returns come to', () => {
    const found = opened();
    const { flows } = town.city;
    for (const [share, expected, wanted] of [
      ['leaveShare', found.leaving, found.back.map((back, a) => back + flows[a]!.leaving * found.residents[a])],
      [
        'townShare',
        found.townward,
        found.backToVillage.map((back, a) => back + flows[a]!.townward * found.residents[a]),
      ],
    ] as const) {
      const areas = free(found, share);
      expect(areas.length, share).toBeGreaterThanOrEqual(3);
      // four hundred people of each county were looked at, here all of them are
      for (const a of areas) expect(Math.abs(expected[a] / wanted[a] - 1), `${share} ${a}`).toBeLessThan(0.2);
      const [all, told] = [expected, wanted].map((each) => sum(areas.map((a) => each[a])));
      expect(Math.abs(all / told - 1), share).toBeLessThan(0.06);
    }
  });

  it('whatever the parameters are: they say who goes, and not how many', () => {
    const [usual, other] = [
      opened(),
      opened({ 'place.logIncome': 1.5, 'place.peers': 0.5, 'place.sameProvince': 0.8 }),
    ];
    const shifted = usual.moves.leave.map((constant, a) => Math.abs(constant - other.moves.leave[a]));
    expect(Math.min(...shifted)).toBeGreaterThan(0.01);
    const areas = free(usual, 'leaveShare').filter((a) => free(other, 'leaveShare').includes(a));
    expect(areas.length).toBeGreaterThanOrEqual(3);
    for (const a of areas) expect(other.moves.leaving[a]).toBeCloseTo(usual.moves.leaving[a], 6);
    const [before, after] = [usual, other].map(({ leaving }) => sum(areas.map((a) => leaving[a])));
    expect(Math.abs(after / before - 1)).toBeLessThan(0.05);
  });

  it('with arrivals that outsiders who leave are made up for by, above the flows', () => {
    const { moves, residents } = opened();
    const { age, arrivalYear, registerArea, residenceArea, presence, work } = town.base.persons.columns;
    // who studies at a college stays
    const studies = (i: number): boolean => age[i] >= 18 && work[i] === Work.student;
    town.city.areas.forEach((_, a) => {
      [Outside.province, Outside.nation].forEach((origin, o) => {
        let leaving = 0;
        for (let i = 0; i < town.base.persons.rows; i++)
          if (presence[i] !== Presence.gone && residenceArea[i] === a && registerArea[i] === origin && !studies(i))
            leaving += 0.16 * stayFactor(2020 - arrivalYear[i]);
        const net = town.city.flows[a]!.arriving[o] * residents[a];
        expect(moves.arrivals[2 * a + o]).toBeCloseTo(Math.max(0, net + leaving), 6);
      });
    });
  });
});

/** The base population with some of its people changed. */
function changedBase(change: (persons: Population['persons']['columns'], i: number) => void): Population {
  const { base } = town;
  const copy = allocatePopulation({
    persons: base.persons.capacity,
    households: base.households.capacity,
    villages: base.villages.capacity,
  });
  copyPopulation(base, copy);
  for (let i = 0; i < copy.persons.rows; i++) change(copy.persons.columns, i);
  return copy;
}

describe('people of other counties', () => {
  it('move to towns of the city beside the centre as well', () => {
    const { workspace } = replicateInput(town);
    simulate(town, { scenario: scenario({}, 2025), workspace });
    const { presence, arrivalYear, household, registerArea, residenceArea, residenceUrban } = workspace.persons.columns;
    const { homeArea } = workspace.households.columns;
    const { areas } = town.city;
    const came = { centre: 0, elsewhere: 0 };
    for (let i = 0; i < workspace.persons.rows; i++) {
      const area = residenceArea[i];
      if (presence[i] === Presence.gone || arrivalYear[i] <= 2020 || household[i] === NONE) continue;
      if (!isInCity(area) || !isInCity(registerArea[i]) || residenceUrban[i] === 0) continue;
      const home = homeArea[household[i]];
      if (home === area) continue;
      came[areas[area].central ? 'centre' : 'elsewhere']++;
    }
    expect(came.centre).toBeGreaterThan(20);
    expect(came.elsewhere).toBeGreaterThan(20);
  });
});

describe('people from outside', () => {
  it('come to a county that had none of them, as families of the county that has most', () => {
    const area = town.city.areas.findIndex(({ code }) => code === '411224');
    const base = changedBase((persons, i) => {
      if (persons.residenceArea[i] === area && persons.registerArea[i] >= Outside.province)
        persons.registerArea[i] = area;
    });
    const donors = findDonors(base, town.city.areas.length, 2020)[2 * area + 1];
    expect(donors.from).not.toBe(area);
    expect(donors.households.length).toBeGreaterThan(0);
    const kinds = [...donors.households].map(
      (row) => base.households.columns.kind[base.persons.columns.household[row]],
    );
    expect(new Set(kinds)).toEqual(new Set([HouseholdKind.family]));

    const flows = town.city.flows.map((each, a) => (a === area ? { ...each!, arriving: [0, 0.02] as const } : each));
    const city: CityData = { ...town.city, flows };
    const given = scenario();
    const { workspace } = replicateInput(town, { scenario: given, base });
    const result = simulate(town, { city, scenario: given, base, workspace });
    const { residents } = opened();
    const arrivals = value(result, 'arrivals', 2021, '411224') / WEIGHT;
    expect(arrivals / (0.02 * residents[area])).toBeGreaterThan(0.8);
    expect(arrivals / (0.02 * residents[area])).toBeLessThan(1.2);
    const { presence, arrivalYear, registerArea, residenceArea, household } = workspace.persons.columns;
    const homes: number[] = [];
    for (let i = base.persons.rows; i < workspace.persons.rows; i++)
      if (presence[i] !== Presence.gone && residenceArea[i] === area && registerArea[i] === Outside.nation)
        if (arrivalYear[i] === 2021) homes.push(workspace.households.columns.homeArea[household[i]]);
    expect(homes.length).toBeGreaterThan(0.7 * arrivals);
    expect(new Set(homes)).toEqual(new Set([area]));
  });

  it('leave most in the second to fourth year, and seldom after the sixth', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 30].map(stayFactor)).toEqual([0.625, 1, 1, 1, 0.6875, 0.6875, 0.375, 0.375]);
    const departures = (arrival: number): number => {
      const base = changedBase((persons, i) => {
        if (persons.registerArea[i] >= Outside.province && isInCity(persons.residenceArea[i]))
          persons.arrivalYear[i] = arrival;
      });
      return total(simulate(town, { scenario: scenario({ 'education.collegeShare': 0 }), base }), 'departures');
    };
    const [first, third, late] = [2020, 2018, 2010].map(departures);
    expect(late).toBeGreaterThan(50);
    expect(Math.abs(third / late / (1 / 0.375) - 1)).toBeLessThan(0.2);
    expect(Math.abs(third / first / (1 / 0.625) - 1)).toBeLessThan(0.2);
  });

  it('come the less the fewer found a job last year', () => {
    const arrivals = (elasticity: number, news = 1): [number, number] => {
      const few = { 'job.capacityFactor': 0.6, 'inMigration.jobs': elasticity, 'job.news': news };
      const result = simulate(town, { scenario: scenario(few, 2022) });
      return [value(result, 'arrivals', 2021), value(result, 'arrivals', 2022)];
    };
    const [still, answering, slowly] = [arrivals(0), arrivals(1), arrivals(1, 0.5)];
    expect(answering[0]).toBe(still[0]); // nobody has looked for work before the first year
    expect(answering[1]).toBeLessThan(0.5 * still[1]);
    // whoever believes the last year by half answers by half
    expect(slowly[1]).toBeGreaterThan(1.3 * answering[1]);
    expect(slowly[1]).toBeLessThan(0.8 * still[1]);
  });
});
