import { measuredFor } from '../indicator/asked.ts';
import type { ReplicateResult } from '../indicator/result.ts';
import { routeTold } from '../policy/words.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { Cancelled } from './cancelled.ts';
import { checkInvariants, countPresent, gained } from './invariants.ts';
import { openBaseYear, openLaterYear } from './open-state.ts';
import { drawnParameters, ofReplicate } from './parameters.ts';
import { createRecorder } from './recorder.ts';
import { openYear, yearSchedule } from './schedule.ts';
import { settlingOf } from './settling.ts';
import { restoreRecord, takeSnapshot } from './snapshot.ts';
import type { ReplicateInput } from './types.ts';

/**
 * One replicate of one scenario, from the base population to the last year:
 * 1 copy the base rows into the workspace, 2 draw parameters and dispositions, 3 anchor behaviour on the base year under the
 * law as it really stands, 4 run the years by the schedule, 5 measure every year end. One that begins with a snapshot takes
 * the years until then from it.
 *
 * Deterministic in (scenario, city, law, base, replicate, weight) alone; `asked` and `begin` change no number.
 * @throws Cancelled when `onYear` returns false; Error when an invariant is broken under `strict`
 */
export function runReplicate(input: ReplicateInput): ReplicateResult {
  const { city, base, workspace, weight, begin } = input;
  const scenario = ofReplicate(input.scenario, input.replicate);
  const replicate = scenario.conditioning?.luck?.[input.replicate] ?? input.replicate;
  const { baseYear, definition } = scenario;
  const years = yearsOf(scenario);
  const drawn = drawnParameters(scenario, replicate);
  const settling = settlingOf(scenario, city, replicate, drawn(baseYear));
  const parameters = years.map((year) => settling.ofYear(year, drawn(year)));
  const measured = measuredFor(input.asked, years);
  const state = begin
    ? openLaterYear({ ...input, scenario, replicate }, parameters, settling, begin)
    : openBaseYear({ ...input, scenario, replicate }, parameters, settling);
  input.onBegin?.(state, workspace);

  const recorder = createRecorder(state, workspace, measured, weight, definition);
  if (begin) restoreRecord(begin, baseYear, state.law, recorder);
  else recorder.record(0, false);
  const schedule = yearSchedule(workspace);
  let { present, personYears } = begin ?? { present: countPresent(workspace), personYears: 0 };
  const keep = (): void => {
    if (state.year === input.snapshotAfter)
      input.onSnapshot?.(takeSnapshot(state, workspace, recorder, { present, personYears }, years.length));
  };
  keep();
  for (const year of years.slice(state.t + 1)) {
    openYear(state, year, parameters[year - baseYear]);
    state.survey.asking = measured.years[state.t].survey;
    for (const step of schedule) {
      if (input.onStep) input.onStep(step.name, () => step.run(state, base));
      else step.run(state, base);
    }
    if (input.strict) checkInvariants(state, workspace, present);
    personYears += present;
    present += gained(state.ledger);
    recorder.record(state.t, true);
    keep();
    if (input.onYear && !input.onYear(year)) throw new Cancelled();
  }
  return {
    replicate: input.replicate,
    indicators: measured.indicators.map(({ name }) => name),
    years,
    areas: ['city', ...city.areas.map((area) => area.code)],
    values: recorder.values,
    settlements: recorder.settlements,
    routes: state.law.routes.map(routeTold),
    personYears,
  };
}

/** Years of a run, the base year first. */
const yearsOf = ({ baseYear, endYear }: Pick<Scenario, 'baseYear' | 'endYear'>): number[] =>
  Array.from({ length: endYear - baseYear + 1 }, (_, t) => baseYear + t);
