import { countStocks, createStockCounts } from '../indicator/count-stocks.ts';
import { measureYear } from '../indicator/measure-year.ts';
import { indicatorNames } from '../indicator/names.ts';
import type { ReplicateResult } from '../indicator/result.ts';
import type { Counting, Law } from '../policy/law.ts';
import { clearLedger, createLedger } from '../population/ledger.ts';
import { copyPopulation } from '../population/population.ts';
import { baseCapacity } from '../process/capacity.ts';
import { findDonors } from '../process/in-migration.ts';
import { buildLifeTables } from '../process/life-tables.ts';
import { createMembers, rebuildMembers, refreshHouseholds } from '../process/members.ts';
import { anchorSettlement, drawDispositions } from '../process/settlement/anchor.ts';
import { createSettlementPool, type SettlementPool } from '../process/settlement/pool.ts';
import type { State } from '../process/state.ts';
import { createVillageShares, measureVillages } from '../process/village-shares.ts';
import { replicateKey } from '../random/key.ts';
import type { Definition } from '../scenario/scenario.ts';
import { Cancelled } from './cancelled.ts';
import { checkInvariants, countPresent } from './invariants.ts';
import { drawnParameters } from './parameters.ts';
import { yearSchedule } from './schedule.ts';
import type { ReplicateInput } from './types.ts';

/**
 * One replicate of one scenario, from the base population to the last year:
 * 1 copy the base rows into the workspace, 2 draw parameters and dispositions, 3 anchor behaviour on the base year under the
 * law as it really stands, 4 run the years by the schedule, 5 measure every year end.
 *
 * Deterministic in (scenario, city, law, base, replicate, weight) alone.
 * @throws Cancelled when `onYear` returns false; Error when an invariant is broken under `strict`
 */
export function runReplicate(input: ReplicateInput): ReplicateResult {
  const { scenario, city, base, workspace, replicate, weight } = input;
  copyPopulation(base, workspace);
  const { state, pool } = openState(input);
  drawDispositions(state);
  anchorSettlement(state, pool, input.referenceLaw);
  input.watch?.begin(state);

  const years = Array.from({ length: scenario.endYear - scenario.baseYear + 1 }, (_, n) => scenario.baseYear + n);
  const recorder = createRecorder(state, years.length, weight, scenario.definition);
  recorder.record(0, false);
  const schedule = yearSchedule(base, pool);
  let present = countPresent(state);
  let personYears = 0;
  for (const year of years.slice(1)) {
    state.year = year;
    state.parameters = drawnParameters(scenario, state.key, year);
    clearLedger(state.ledger);
    for (const step of schedule) {
      if (input.onStep) input.onStep(step.name, () => step.run(state));
      else step.run(state);
    }
    measureVillages(state.villages, state.population, centralAreas(state));
    if (input.strict) checkInvariants(state, present);
    personYears += present;
    present = countPresent(state);
    recorder.record(year - scenario.baseYear, true);
    if (input.onYear && !input.onYear(year)) throw new Cancelled();
  }
  return {
    replicate,
    indicators: indicatorNames,
    years,
    areas: ['city', ...city.areas.map((area) => area.code)],
    values: recorder.values,
    settlements: recorder.settlements,
    routes: state.law.routes.map(({ name, document, clause }) => ({ name, document, clause })),
    personYears,
  };
}

const centralAreas = (state: State): boolean[] => state.city.areas.map((area) => area.central);

/** State at the end of the base year, anchors still at their neutral values. */
function openState(input: ReplicateInput): { state: State; pool: SettlementPool } {
  const { scenario, city, law, workspace, replicate } = input;
  const key = replicateKey(scenario.seed, replicate);
  const { persons, households, villages } = workspace;
  const state: State = {
    year: scenario.baseYear,
    city,
    law,
    key,
    population: workspace,
    ledger: createLedger(city.areas.length, law.routes.length),
    members: createMembers(persons.capacity, households.capacity),
    villages: createVillageShares(villages.capacity),
    lifeTables: buildLifeTables(city.vitals, (year) => {
      const values = drawnParameters(scenario, key, year);
      return { mortality: values['mortality.factor'], fertility: values['fertility.factor'] };
    }),
    anchors: {
      settlementConstant: 0,
      firmThreshold: 0,
      serviceGapMean: 0,
      awayMean: 0,
      settledMean: 0,
    },
    capacity: baseCapacity(workspace, city.areas.length, drawnParameters(scenario, key, scenario.baseYear)),
    donors: findDonors(input.base, city.areas.length, scenario.baseYear),
    parameters: drawnParameters(scenario, key, scenario.baseYear),
    watch: input.watch,
  };
  rebuildMembers(state.members, workspace);
  refreshHouseholds(state.members, workspace);
  measureVillages(state.villages, workspace, centralAreas(state));
  state.anchors = { ...state.anchors, awayMean: mean(state.villages.away), settledMean: mean(state.villages.settled) };
  return { state, pool: createSettlementPool(persons.capacity, households.capacity) };
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return values.length > 0 ? sum / values.length : 0;
}

/** Stocks are counted at the year end. */
const LAST_DAY = 365;

/** How registers are counted as urban under a definition, where the law is this. */
function countingOf(definition: Definition, law: Law): Counting {
  switch (definition) {
    case 'law':
      return law.counting;
    case 'kind':
      return { by: 'kind', within: 'towns' };
    case 'place':
      return { by: 'place', within: 'towns' };
    case 'districts':
      return { by: 'place', within: 'districts' };
  }
}

/** Collects the indicators and the settlements by route of every year end. */
function createRecorder(state: State, years: number, weight: number, definition: Definition) {
  const areas = state.city.areas.length;
  const routes = state.law.routes.length;
  const district = state.city.areas.map(
    ({ level, central }) => level === 'district' || (level === 'remainder' && central),
  );
  const counts = createStockCounts(areas, state.population.households.capacity);
  const width = (areas + 1) * indicatorNames.length;
  const values = new Float64Array(years * width);
  const settlements = new Float64Array(years * (areas + 1) * routes);
  return {
    values,
    settlements,
    record(yearIndex: number, withFlows: boolean): void {
      countStocks(counts, state.population);
      const out = values.subarray(yearIndex * width, (yearIndex + 1) * width);
      const preschoolShare = state.parameters['service.preschoolShare'];
      const counting = state.city.areas.map((_, a) => countingOf(definition, state.law.on(a, state.year, LAST_DAY)));
      measureYear(out, counts, withFlows ? state.ledger : null, { weight, preschoolShare, counting, district });
      if (!withFlows) return;
      const first = yearIndex * (areas + 1) * routes;
      for (let a = 0; a < areas; a++) {
        for (let r = 0; r < routes; r++) {
          const persons = weight * state.ledger.settledByRoute[a * routes + r]!;
          settlements[first + (a + 1) * routes + r] = persons;
          settlements[first + r]! += persons;
        }
      }
    },
  };
}
