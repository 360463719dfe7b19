import type { DrawKey } from '../../random/draw.ts';
import type { CityData } from '../../scenario/city-data.ts';
import type { ParameterValues } from '../../scenario/parameters.ts';
import type { Population } from '../population.ts';
import { assemble } from './assemble.ts';
import { makeAway } from './away/make-away.ts';
import { createDraft, type Draft } from './draft.ts';
import { type FitRow, measureFit } from './fit/fit.ts';
import { marriedResidents } from './fit/married-residents.ts';
import type { DrawSource } from './plan/draw-source.ts';
import { planRegisters, type RegisterPlan } from './plan/plan-registers.ts';
import { drawStay } from './plan/stay.ts';
import { tablesOfArea } from './plan/tables-of-area.ts';
import { joinElders } from './resident/join-elders.ts';
import { makeResidents } from './resident/make-residents.ts';
import { membersOf } from './resident/members-of.ts';
import { linkPartedCouples } from './resident/parted-couples.ts';
import { drawActivity } from './trait/activity.ts';
import { assignRegisters } from './trait/assign-registers.ts';
import { drawHoldings } from './trait/holdings.ts';
import { drawKindOfRegister } from './trait/kind-of-register.ts';
import { placeVillages } from './trait/place-villages.ts';
import { drawSchooling } from './trait/schooling.ts';
import { settleHomes } from './trait/settle-homes.ts';

/** A base population with the account of its making. */
export interface Synthesis {
  readonly population: Population;
  readonly fit: readonly FitRow[];
  /** What had to give where figures contradict each other. */
  readonly notes: readonly string[];
}

/**
 * A whole prefecture at the census, person by person: everyone registered in the city or resident in it.
 *
 *     margins of the areas                        parameters base.*
 *        | 1 plan registers: who is registered where, who is away
 *        | 2 residents: ages by side, marital state, collective households, families
 *        | 3 registers and homes of the residents
 *        | 4 links across places: spouses living apart, families in town and their elders in the village
 *        | 5 the absent: whole families, members of families at home
 *        | 6 villages
 *        | 7 tables: households by area and village, persons by household
 *        | 8 attributes: schooling, kind of hukou, activity, stay, holdings
 *        v 9 fit
 *
 * There is no sample to copy: families are built from the counts, every person of a count being used once. Residents by
 * age, sex and side, households, generations, registers and registered persons of every area come out exactly as counted; its
 * schooling, marital state, work and tenure, which the census gives as shares, within the error of drawing.
 * A function of (city, parameters, key) alone.
 */
export function synthesize(city: CityData, parameters: ParameterValues, key: DrawKey): Synthesis {
  const source: DrawSource = { key, year: city.censusYear };
  const areas = city.areas.length;

  const plan = planRegisters(city, parameters);
  const draft = draftFor(city, plan);
  const tables = city.areas.map((area) => tablesOfArea(area, city.tables));
  const rows = city.areas.map((area, a) => makeResidents(draft, area, tables[a], source));
  const members = membersOf(draft.household, draft.persons, draft.households);
  rows.forEach((sides, area) => {
    for (const side of [0, 1] as const) {
      assignRegisters({ draft, members, plan, source }, sides[side], area, side);
      settleHomes(draft, sides[side], area, side);
    }
  });
  for (let area = 0; area < areas; area++) {
    linkPartedCouples(draft, area, source);
    joinElders(draft, members, area, source);
  }
  makeAway(draft, plan, parameters, tables, source);
  const married = marriedResidents(draft, areas);
  const villages = placeVillages(draft, areas, parameters, source);
  const population = assemble(draft, villages, areas);
  drawSchooling(population, city, source);
  drawKindOfRegister(population, city, source);
  drawActivity(population, city, source);
  drawStay(population, parameters, source);
  drawHoldings(population, city, parameters, source);
  return { population, fit: measureFit(population, married, city, parameters), notes: plan.notes };
}

/** A draft with room for everyone: persons exactly, households at most. */
function draftFor(city: CityData, plan: RegisterPlan): Draft {
  let persons = 0;
  let households = 0;
  for (const [a, area] of city.areas.entries()) {
    const away = plan.away[a][0] + plan.away[a][1];
    persons += area.population + away;
    households += area.familyHouseholds + away + (area.population - area.familyPersons) + 2;
  }
  return createDraft(persons, households);
}
