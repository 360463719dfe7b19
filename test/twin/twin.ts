import type { LawBook } from '../../src/policy/law.ts';
import type { Population } from '../../src/population/population.ts';
import type { CityData } from '../../src/scenario/city-data.ts';
import type { ParameterName } from '../../src/scenario/parameters.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import * as life from './life.ts';
import * as places from './places.ts';
import * as settling from './settling.ts';
import * as own from './world.ts';

export interface TwinInput {
  scenario: Scenario;
  city: CityData;
  base: Population;
  law: LawBook;
  realLaw: LawBook;
  years: number;
  seed: string;
  changed?: Partial<Record<ParameterName, number>>;
}

/** Aggregates of each year, the base year first, in persons and households of the sample. */
export function runTwin({ scenario, city, base, law, realLaw, years, seed, changed }: TwinInput): Record<string, number>[] {
  const w = own.openWorld(scenario, city, base, law, seed, changed);
  places.lookAround(w);
  const registered = w.persons.filter(own.registeredHere);
  const villagers = registered.filter((a) => a.family.village);
  w.awayMean = villagers.filter(own.isAway).length / villagers.length;
  places.countPlaces(w);
  life.findDonors(w);
  settling.anchor(w, realLaw);
  const rows = [stocks(w)];
  for (let y = 0; y < years; y++) {
    w.year++;
    w.count = {};
    life.vitalEvents(w);
    life.unions(w);
    life.leavingHome(w);
    life.education(w);
    life.labour(w);
    places.joiningUp(w);
    places.choosePlace(w);
    places.returning(w);
    life.outsiders(w);
    places.fillJobs(w);
    places.dwellings(w);
    settling.permits(w);
    settling.information(w);
    settling.settle(w);
    settling.registerDoors(w);
    places.givePlaces(w);
    places.reclassify(w);
    places.lookAround(w);
    w.families = w.families.filter((f) => f.members.length > 0);
    rows.push({ ...w.count, ...stocks(w) });
  }
  return rows;
}

function stocks(w: own.World): Record<string, number> {
  const residents = w.persons.filter((a) => own.inCity(a.area));
  const registered = w.persons.filter(own.registeredHere);
  const homes = new Set<string>();
  const number = new Map(w.families.map((f, i) => [f, i]));
  for (const a of residents) if (!a.family.collective) homes.add(`${number.get(a.family)} ${a.area} ${a.town}`);
  return {
    resident_population: residents.length,
    urban_resident_population: residents.filter((a) => a.town === 1).length,
    registered_population: registered.length,
    urban_registered_population: registered.filter((a) => a.registerTown === 1).length,
    households: homes.size,
  };
}
