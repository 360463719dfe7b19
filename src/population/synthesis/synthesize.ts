import type { Localized } from '../../language/language.ts';
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
import { withMissedChildren } from './plan/missed-children.ts';
import { type CityPlan, planCity } from './plan/plan-city.ts';
import { drawStay } from './plan/stay.ts';
import { sum } from './plan/sum.ts';
import { thinPlan } from './plan/thin-plan.ts';
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
import { uniteRegisters } from './trait/unite-registers.ts';

/** A base population with the account of its making. */
interface Synthesis {
  readonly population: Population;
  readonly fit: readonly FitRow[];
  /** What had to give where figures contradict each other. */
  readonly notes: readonly Localized[];
}

/**
 * A prefecture at the census, person by person: everyone registered in the city or resident in it, or a sample of them.
 *
 *     margins of the areas                        parameters base.*
 *        | 1 plan: who lives where, in what marital state and household, who is registered where, who is away; of a sample, its share of the counts
 *        | 2 residents: collective households, families
 *        | 3 registers and homes of the residents
 *        | 4 links across places: spouses living apart, families in town and their elders in the village
 *        | 5 the absent: whole families, members of families at home
 *        | 6 villages
 *        | 7 tables: households by area and village, persons by household
 *        | 8 attributes: schooling, kind of hukou, activity, stay, holdings
 *        v 9 fit
 *
 * There is no sample to copy: families are built from the counts, every person of a count being used once. Residents by
 * age, sex and side, households, generations, registers and registered persons of every area come out exactly as counted; of a
 * sample each of these is its share of the count, within one person or household (`thinPlan`; registers within a few: a family of
 * a sample has one). A sample is made as the whole is, in proportion of its persons; it has all villages, because they are places.
 * Of 2010 the counts are those of the census and the children it missed (`withMissedChildren`); what else is said here of counts is said of both.
 * A function of (city, parameters, key, rate) alone.
 *
 * @param counted as the census has it
 * @param rate share of the persons to make, above 0; 1 for all
 */
export function synthesize(counted: CityData, parameters: ParameterValues, key: DrawKey, rate = 1): Synthesis {
  const city = withMissedChildren(counted, parameters);
  const source: DrawSource = { key, year: city.censusYear };
  const areas = city.areas.length;

  const plan = thinPlan(planCity(city, parameters), rate, source);
  const draft = draftFor(plan);
  const rows = plan.residents.map((sides, area) => makeResidents(draft, sides, plan.tables[area], source));
  const members = membersOf(draft.household, draft.persons, draft.households);
  rows.forEach((sides, area) => {
    for (const side of [0, 1] as const) {
      assignRegisters({ draft, members, plan, source, rate }, sides[side], area, side);
      if (rate < 1) uniteRegisters(draft, members, sides[side], source);
      settleHomes(draft, sides[side], area, side);
    }
  });
  for (let area = 0; area < areas; area++) {
    linkPartedCouples(draft, area, source);
    joinElders(draft, members, area, source);
  }
  makeAway(draft, plan, parameters, source);
  const married = marriedResidents(draft, areas);
  const villages = placeVillages(draft, areas, rate * parameters['base.villageHouseholds'], parameters, source);
  const population = assemble(draft, villages, areas);
  drawSchooling(population, city, source);
  drawKindOfRegister(population, city, source);
  drawActivity(population, city, source);
  drawStay(population, parameters, source);
  drawHoldings(population, city, parameters, source);
  return { population, fit: measureFit(population, married, city, parameters, rate), notes: plan.notes };
}

/** A draft with room for everyone: persons exactly, households at most. */
function draftFor({ residents, away }: CityPlan): Draft {
  let persons = 0;
  let households = 0;
  for (const { collective, family, households: families } of residents.flat()) {
    persons += sum(collective) + sum(family);
    households += sum(families) + sum(collective);
  }
  for (const { families, members } of away.flat()) {
    persons += families + sum(members);
    households += families + sum(members);
  }
  return createDraft(persons, households);
}
