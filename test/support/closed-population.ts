import { openYear } from '../../src/kernel/schedule.ts';
import { appendHousehold, appendPerson } from '../../src/population/append.ts';
import { createLedger } from '../../src/population/ledger.ts';
import { allocatePopulation, type Population } from '../../src/population/population.ts';
import { buildHazards } from '../../src/process/agenda/hazards.ts';
import { waitsOf } from '../../src/process/agenda/waits.ts';
import { baseCapacity } from '../../src/process/capacity.ts';
import { buildLifeTables } from '../../src/process/demography/life-tables.ts';
import { evenMotherhood } from '../../src/process/demography/motherhood.ts';
import { membersOf } from '../../src/process/members.ts';
import { emptyMoves } from '../../src/process/place/moves-anchor.ts';
import { openSurvey } from '../../src/process/settlement/survey.ts';
import type { State } from '../../src/process/state.ts';
import { replicateKey } from '../../src/random/key.ts';
import type { CityData } from '../../src/scenario/city-data.ts';
import { type ParameterName, parameterNames, parameterSpecs } from '../../src/scenario/parameters.ts';

/** Stated default of every parameter. */
export function defaultParameters(): Record<ParameterName, number> {
  return Object.fromEntries(parameterNames.map((name) => [name, parameterSpecs[name].value])) as Record<
    ParameterName,
    number
  >;
}

const noLaw = (): never => {
  throw new Error('no law is asked here');
};

/** A law that allows nothing and has every lever at zero. */
export const emptyLaw: State['law'] = {
  routes: [],
  on: noLaw,
  ofYear: noLaw,
  lever: () => 0,
  leverFor: () => 0,
};

/** `count(sex, age)` people a cell, each alone in a town household of area 0: a population for demography alone. */
export function closedPopulation(count: (sex: number, age: number) => number, spare: number): Population {
  let total = 0;
  for (let sex = 0; sex < 2; sex++) for (let age = 0; age <= 100; age++) total += count(sex, age);
  const population = allocatePopulation({ persons: total + spare, households: total + spare, villages: 1 });
  const { columns: p } = population.persons;
  for (let sex = 0; sex < 2; sex++) {
    for (let age = 0; age <= 100; age++) {
      for (let n = 0; n < count(sex, age); n++) {
        const i = appendPerson(population.persons);
        const h = appendHousehold(population.households);
        p.identity[i] = i;
        p.sex[i] = sex;
        p.age[i] = age;
        p.household[i] = h;
        p.registerUrban[i] = 1;
        p.residenceUrban[i] = 1;
        population.households.columns.homeUrban[h] = 1;
        population.households.columns.head[h] = i;
      }
    }
  }
  return population;
}

/** A state around a population at the end of `baseYear`, with default parameters and everybody's agenda for some years. */
export function stateOf(population: Population, city: CityData, baseYear: number, years: number): State {
  const lifeTables = buildLifeTables(city.vitals, () => ({ mortality: 1, fertility: 1 }));
  const parameters = Array.from({ length: years + 1 }, defaultParameters);
  const still = (): Float64Array => new Float64Array(city.areas.length);
  const state: State = {
    year: baseYear,
    baseYear,
    t: 0,
    sinceMoves: 0,
    city,
    law: emptyLaw,
    key: replicateKey('test', 1),
    hazards: buildHazards(parameters, (t) => lifeTables.at(baseYear + t)),
    ledger: createLedger(city.areas.length, 0),
    lifeTables,
    motherhood: () => evenMotherhood(city.areas.length),
    survey: openSurvey(population),
    anchors: {
      settlementConstant: 0,
      firmThreshold: 1,
      serviceGapMean: 0,
      awayMean: 0,
      settledMean: 0,
      moves: emptyMoves(city.areas.length),
    },
    drivers: { net: parameters.map(still), urban: parameters.map(still) },
    counties: parameters.map((values) => city.areas.map(() => values)),
    capacity: baseCapacity(population, city.areas.length, defaultParameters()),
    donors: [],
    studentsLike: [],
    eldersLike: [],
    settling: { firm: 1, ofYear: (_, values) => values, cleanUp: () => 0 },
    parameters: defaultParameters(),
  };
  membersOf(population).rebuild();
  waitsOf(population).openAgenda(state);
  return state;
}

/** Opens the next year, as the kernel does, with the same parameters. */
export const nextYear = (state: State): void => openYear(state, state.year + 1, state.parameters);
