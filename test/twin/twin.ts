import type { LawBook } from '../../src/policy/law.ts';
import { Work } from '../../src/population/codes.ts';
import type { Population } from '../../src/population/population.ts';
import type { CityData } from '../../src/scenario/city-data.ts';
import type { ParameterName } from '../../src/scenario/parameters.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import * as life from './life.ts';
import * as limits from './limits.ts';
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
export function runTwin({
  scenario,
  city,
  base,
  law,
  realLaw,
  years,
  seed,
  changed,
}: TwinInput): Record<string, number>[] {
  const w = own.openWorld(scenario, city, base, law, seed, changed);
  const overall = places.lookAround(w);
  [w.awayMean, w.settledMean] = [overall.away, overall.settled];
  limits.countPlaces(w);
  life.findDonors(w);
  life.evenOut(w);
  places.anchorMoves(w, realLaw);
  settling.anchor(w, realLaw);
  const rows = [stocks(w)];
  for (let y = 0; y < years; y++) {
    w.startYear(w.year + 1);
    life.vitalEvents(w);
    life.unions(w);
    life.leavingHome(w);
    life.education(w);
    life.labour(w);
    places.joiningUp(w);
    places.choosePlace(w);
    places.returning(w);
    life.departure(w);
    life.inMigration(w);
    life.arriveToStudy(w);
    life.parentsFollow(w);
    limits.fillJobs(w);
    limits.tenure(w);
    limits.publicRental(w);
    settling.permits(w);
    settling.information(w);
    settling.studentRegisters(w);
    settling.settle(w);
    settling.registerDoors(w);
    settling.setRight(w);
    limits.givePlaces(w);
    places.reclassify(w);
    places.lookAround(w);
    w.families = w.families.filter((f) => f.members.length > 0);
    rows.push({ ...w.count, ...answers(w), ...stocks(w) });
  }
  return rows;
}

/** Of those asked, as shares of the whole pool. */
function answers({ count }: own.World): Record<string, number> {
  const scale = (count['settlement_pool'] ?? 0) / (count['asked'] ?? 1);
  const scaled = (name: string) => scale * (count[name] ?? 0);
  return { willing_persons: scaled('willing_persons'), firm_persons: scaled('firm_persons') };
}

function stocks(w: own.World): Record<string, number> {
  const residents = w.persons.filter((a) => own.inCity(a.area));
  const registered = w.persons.filter(own.registeredHere);
  const placesOf = (f: own.Family) =>
    new Set(f.members.filter((a) => own.inCity(a.area)).map((a) => 2 * a.area + a.town)).size;
  const households = w.families.reduce((s, f) => s + (f.collective ? 0 : placesOf(f)), 0);
  return {
    employee_insured: residents.filter((a) => a.work === Work.formal).length,
    permit_holders: residents.filter((a) => a.permit > 0).length,
    'pupils.primary': residents.filter((a) => a.age >= 6 && a.age <= 11).length,
    'pupils.senior': residents.filter((a) => a.age >= 15 && a.age < 18 && a.work === Work.student).length,
    absent_registered_persons: registered.filter((a) => !own.inCity(a.area)).length,
    resident_population: residents.length,
    urban_resident_population: residents.filter((a) => a.town === 1).length,
    registered_population: registered.length,
    'urban_registered_population.by_place': registered.filter((a) => a.registerTown === 1).length,
    households,
  };
}
