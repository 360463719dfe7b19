import { createLedger } from '../population/ledger.ts';
import { copyPopulation } from '../population/population.ts';
import { buildHazards } from '../process/agenda/hazards.ts';
import { waitsOf } from '../process/agenda/waits.ts';
import { baseCapacity } from '../process/capacity.ts';
import { buildLifeTables } from '../process/demography/life-tables.ts';
import { type Motherhood, motherhoodOf, womenByLiving } from '../process/demography/motherhood.ts';
import { membersOf } from '../process/members.ts';
import { findElders } from '../process/place/elders.ts';
import { findDonors } from '../process/place/in-migration.ts';
import { anchoringMoves, emptyMoves } from '../process/place/moves-anchor.ts';
import { findStudents } from '../process/place/students.ts';
import { sharesOf } from '../process/place/village-shares.ts';
import { anchoring, dispositionsOf } from '../process/settlement/anchor.ts';
import { enrolling } from '../process/settlement/enrolling.ts';
import type { Settling } from '../process/settlement/settling-pace.ts';
import { openSurvey } from '../process/settlement/survey.ts';
import type { State } from '../process/state.ts';
import { replicateKey } from '../random/key.ts';
import type { ParameterValues } from '../scenario/parameters.ts';
import { countyDrivers } from './county-drivers.ts';
import { countyParameters } from './parameters.ts';
import { restoreSnapshot, type Snapshot } from './snapshot.ts';
import type { ReplicateInput } from './types.ts';
import { vitalDrivers } from './vital-drivers.ts';

/** What the state has of the inputs and the parameters alone, whatever has happened so far. */
function stateOfInputs(input: ReplicateInput, parameters: readonly ParameterValues[], settling: Settling) {
  const { scenario, city, law, replicate, base } = input;
  const { baseYear } = scenario;
  const lifeTables = buildLifeTables(city.vitals, vitalDrivers(scenario, city, replicate, parameters));
  const women = womenByLiving(base, city.areas.length);
  const families = parameters.map((values) => motherhoodOf(women, city, lifeTables.at(baseYear + 1), values));
  const motherhood = (t: number): Motherhood => families[t];
  return {
    baseYear,
    city,
    law,
    key: replicateKey(scenario.seed, replicate, Number(city.code)),
    hazards: buildHazards(parameters, (t) => lifeTables.at(baseYear + t), motherhood),
    ledger: createLedger(city.areas.length, law.routes.length),
    lifeTables,
    motherhood,
    settling,
    donors: findDonors(base, city.areas.length, baseYear),
    studentsLike: findStudents(base, city.areas.length),
    eldersLike: findElders(base, city.areas.length),
    drivers: countyDrivers(scenario, city, replicate, parameters),
    counties: countyParameters(scenario, city.areas, replicate, parameters),
    watch: input.watch,
  };
}

/**
 * A replicate at the end of its base year: the base rows copied into the workspace, waits and dispositions drawn, behaviour anchored
 * under the law as it really stands.
 * @param parameters values by year, the base year first
 */
export function openBaseYear(input: ReplicateInput, parameters: readonly ParameterValues[], settling: Settling): State {
  const { base, city, workspace, weight } = input;
  copyPopulation(base, workspace);
  membersOf(workspace).rebuild();
  const villages = sharesOf(workspace);
  villages.measure(weight);
  const own = stateOfInputs(input, parameters, settling);
  const state: State = {
    ...own,
    year: input.scenario.baseYear,
    t: 0,
    sinceMoves: 0,
    survey: openSurvey(workspace),
    anchors: {
      settlementConstant: 0,
      firmThreshold: 0,
      serviceGapMean: 0,
      awayMean: villages.overall.away,
      settledMean: villages.overall.settled,
      moves: emptyMoves(city.areas.length),
    },
    capacity: baseCapacity(workspace, city.areas.length, parameters[0], own.counties[0]),
    parameters: parameters[0],
  };
  waitsOf(workspace).openAgenda(state);
  dispositionsOf(workspace).drawDispositions(state);
  enrolling(workspace).enrolEverybody(state);
  anchoring(workspace)(state, input.referenceLaw);
  state.anchors = { ...state.anchors, moves: anchoringMoves(workspace)(state, input.referenceLaw) };
  return state;
}

/**
 * A replicate at the end of a later year, as another one left it that had everything in common with this one until then.
 * @param parameters values by year, the base year first
 */
export function openLaterYear(
  input: ReplicateInput,
  parameters: readonly ParameterValues[],
  settling: Settling,
  from: Snapshot,
): State {
  const { scenario, law, workspace, weight } = input;
  const { survey, anchors, capacity } = restoreSnapshot(from, scenario.baseYear, law, workspace);
  membersOf(workspace).rebuild();
  sharesOf(workspace).measure(weight);
  const t = from.year - scenario.baseYear;
  return {
    ...stateOfInputs(input, parameters, settling),
    ...{ year: from.year, t, sinceMoves: t, survey, anchors, capacity, parameters: parameters[t] },
  };
}
