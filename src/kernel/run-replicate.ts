import { countServed, createServedCounts } from '../indicator/count-served.ts';
import { countStocks, createStockCounts } from '../indicator/count-stocks.ts';
import { indicatorNames } from '../indicator/indicators.ts';
import { measureYear } from '../indicator/measure-year.ts';
import type { ReplicateResult } from '../indicator/result.ts';
import { tallying } from '../indicator/tally.ts';
import type { Counting, Law } from '../policy/law.ts';
import { createLedger } from '../population/ledger.ts';
import { copyPopulation, type Population } from '../population/population.ts';
import { buildHazards } from '../process/agenda/hazards.ts';
import { waitsOf } from '../process/agenda/waits.ts';
import { baseCapacity } from '../process/capacity.ts';
import { buildLifeTables } from '../process/demography/life-tables.ts';
import { membersOf } from '../process/members.ts';
import { findDonors } from '../process/place/in-migration.ts';
import { sharesOf } from '../process/place/village-shares.ts';
import { anchoring, dispositionsOf } from '../process/settlement/anchor.ts';
import { enrolling } from '../process/settlement/enrolling.ts';
import { openSurvey } from '../process/settlement/survey.ts';
import type { State } from '../process/state.ts';
import { replicateKey } from '../random/key.ts';
import type { ParameterValues } from '../scenario/parameters.ts';
import type { Definition, Scenario } from '../scenario/scenario.ts';
import { Cancelled } from './cancelled.ts';
import { checkInvariants, countPresent, gained } from './invariants.ts';
import { drawnParameters, ofReplicate } from './parameters.ts';
import { centralAreas, openYear, yearSchedule } from './schedule.ts';
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
  const { city, base, workspace, replicate, weight } = input;
  const scenario = ofReplicate(input.scenario, replicate);
  copyPopulation(base, workspace);
  const parameters = yearsOf(scenario).map((year) => drawnParameters(scenario, replicate, year));
  const state = openState({ ...input, scenario }, parameters);
  waitsOf(workspace).openAgenda(state);
  dispositionsOf(workspace).drawDispositions(state);
  enrolling(workspace).enrolEverybody(state);
  anchoring(workspace)(state, input.referenceLaw);
  input.onBegin?.(state, workspace);

  const years = yearsOf(scenario);
  const recorder = createRecorder(state, workspace, years.length, weight, scenario.definition);
  recorder.record(0, false);
  const schedule = yearSchedule(workspace);
  let present = countPresent(workspace);
  let personYears = 0;
  for (const year of years.slice(1)) {
    openYear(state, year, parameters[year - scenario.baseYear]);
    for (const step of schedule) {
      if (input.onStep) input.onStep(step.name, () => step.run(state, base));
      else step.run(state, base);
    }
    if (input.strict) checkInvariants(state, workspace, present);
    personYears += present;
    present += gained(state.ledger);
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

/** Years of a run, the base year first. */
const yearsOf = ({ baseYear, endYear }: Pick<Scenario, 'baseYear' | 'endYear'>): number[] =>
  Array.from({ length: endYear - baseYear + 1 }, (_, t) => baseYear + t);

/** State at the end of the base year, anchors still at their neutral values. */
function openState(input: ReplicateInput, parameters: readonly ParameterValues[]): State {
  const { scenario, city, law, workspace, replicate, weight } = input;
  const key = replicateKey(scenario.seed, replicate, Number(city.code));
  const { baseYear } = scenario;
  const lifeTables = buildLifeTables(city.vitals, (year) => {
    const values = parameters[year - baseYear];
    return { mortality: values['mortality.factor'], fertility: values['fertility.factor'] };
  });
  membersOf(workspace).rebuild();
  const villages = sharesOf(workspace);
  villages.measure(centralAreas(city), weight);
  return {
    year: baseYear,
    baseYear,
    t: 0,
    sinceMoves: 0,
    city,
    law,
    key,
    hazards: buildHazards(parameters, (t) => lifeTables.at(baseYear + t)),
    ledger: createLedger(city.areas.length, law.routes.length),
    lifeTables,
    survey: openSurvey(workspace),
    anchors: {
      settlementConstant: 0,
      firmThreshold: 0,
      serviceGapMean: 0,
      awayMean: villages.overall.away,
      settledMean: villages.overall.settled,
    },
    capacity: baseCapacity(workspace, city.areas.length, parameters[0]),
    donors: findDonors(input.base, city.areas.length, baseYear),
    parameters: parameters[0],
    watch: input.watch,
  };
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
function createRecorder(state: State, workspace: Population, years: number, weight: number, definition: Definition) {
  const areas = state.city.areas.length;
  const routes = state.law.routes.length;
  const district = state.city.areas.map(
    ({ level, central }) => level === 'district' || (level === 'remainder' && central),
  );
  const central = state.city.areas.map((area) => area.central);
  const stocks = createStockCounts(areas);
  const served = createServedCounts(areas);
  const width = (areas + 1) * indicatorNames.length;
  const values = new Float64Array(years * width);
  const settlements = new Float64Array(years * (areas + 1) * routes);
  return {
    values,
    settlements,
    record(yearIndex: number, withFlows: boolean): void {
      const tally = tallying(workspace)(areas);
      countStocks(stocks, workspace, tally);
      countServed(served, workspace, tally);
      const out = values.subarray(yearIndex * width, (yearIndex + 1) * width);
      const preschoolShare = state.parameters['service.preschoolShare'];
      const counting = state.city.areas.map((_, a) => countingOf(definition, state.law.on(a, state.year, LAST_DAY)));
      measureYear(
        out,
        { stocks, served, ledger: withFlows ? state.ledger : null },
        { weight, preschoolShare, counting, district, central },
      );
      if (!withFlows) return;
      const first = yearIndex * (areas + 1) * routes;
      for (let a = 0; a < areas; a++) {
        for (let r = 0; r < routes; r++) {
          const persons = weight * state.ledger.settledByRoute[a * routes + r];
          settlements[first + (a + 1) * routes + r] = persons;
          settlements[first + r] += persons;
        }
      }
    },
  };
}
