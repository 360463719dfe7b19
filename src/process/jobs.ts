import { atLeast, below, equalTo, withinRows, wordsOf } from '../math/bytes.ts';
import { boundTo } from '../population/bound.ts';
import { isInCity, Presence, Work } from '../population/codes.ts';
import { Decision } from '../random/decision.ts';
import { uniform } from '../random/draw.ts';
import { review } from './agenda/agenda.ts';
import { rowsEqual } from './agenda/rows-equal.ts';
import { drawWinners } from './lottery.ts';
import type { State } from './state.ts';

const FIRST_AGE = 16;
const LAST_AGE = 59;

/**
 * Town jobs. Every year `job.creation` new ones arise per resident of working age: `job.spread` of them where people live, the
 * others where jobs are; more where a document promises industry or public posts. Of those who look for work in a town (movers,
 * school leavers, last year's unemployed) some make a living on their own account; the others take the free jobs by keyed
 * lottery; a job that does not exist cannot be taken. The share who found one is what next year's movers expect.
 */
export function jobs(state: State): void {
  const { capacity, population, ledger, key, year, law, parameters: p } = state;
  const { identity, lineage, work } = population.persons.columns;
  const areas = state.city.areas.length;
  const { adults, taken } = lookAtTowns(population)(population.persons.rows, areas);
  const seekers = findSeekers(state);
  createJobs(state, adults);
  const lot = (row: number): number => uniform(key, identity[row]!, lineage[row]!, year, Decision.jobLottery);
  for (let a = 0; a < areas; a++) {
    const claimants = new Int32Array(seekers[a]!);
    const free = Math.round(capacity.jobs[a]! - taken[a]!);
    const found = drawWinners(claimants, free, () => 0, lot);
    const subsidised = law.lever(a, year, 'jobs.hiringSubsidy') * p['job.hiredInsured'];
    for (const row of found) {
      const insured =
        subsidised > 0 && uniform(key, identity[row]!, lineage[row]!, year, Decision.hiredInsured) < subsidised;
      work[row] = insured ? Work.formal : Work.informal;
      review(state, row);
    }
    capacity.jobChance[a] = claimants.length === 0 ? 1 : found.length / claimants.length;
    ledger.events.jobSeekers[a]! += claimants.length - found.length;
  }
}

/** Residents of working age and jobs taken in towns, by area. */
const lookAtTowns = boundTo(({ persons: { columns: c } }) => {
  const [presence, age, work] = [wordsOf(c.presence), wordsOf(c.age), wordsOf(c.work)];
  const [residenceArea, residenceUrban] = [wordsOf(c.residenceArea), wordsOf(c.residenceUrban)];
  const persons = new Int32Array(256 * 8); // [area << 3 | urban << 2 | of age << 1 | holds a job]
  return (rows: number, areas: number): { adults: Float64Array; taken: Float64Array } => {
    persons.fill(0);
    for (let w = 0; w << 2 < rows; w++) {
      const here = presence[w]! & withinRows(w, rows);
      const ofAge = atLeast(age[w]!, FIRST_AGE) & below(age[w]!, LAST_AGE + 1);
      const holdsJob = equalTo(work[w]!, Work.informal) | equalTo(work[w]!, Work.formal);
      const area = residenceArea[w]!;
      const traits = (residenceUrban[w]! << 2) | (ofAge << 1) | holdsJob;
      for (let byte = 0; byte < 32; byte += 8)
        persons[(((area >>> byte) & 255) << 3) | ((traits >>> byte) & 7)]! += (here >>> byte) & 1;
    }
    const at = (area: number, traits: number): number => persons[(area << 3) | traits]!;
    return {
      adults: Float64Array.from({ length: areas }, (_, a) => at(a, 2) + at(a, 3) + at(a, 6) + at(a, 7)),
      taken: Float64Array.from({ length: areas }, (_, a) => at(a, 5) + at(a, 7)),
    };
  };
});

/** People in towns who ask for a job, by area: not those of 60, nor those who make a living on their own account. */
function findSeekers(state: State): number[][] {
  const { population, key, year, rows } = state;
  const { persons } = population;
  const { identity, lineage, presence, age, work, residenceArea, residenceUrban } = persons.columns;
  const seekers: number[][] = state.city.areas.map(() => []);
  const ownAccount = state.parameters['job.ownAccount'];
  const looking = rowsEqual(work, persons.rows, Work.seeking, rows);
  for (let n = 0; n < looking; n++) {
    const i = rows[n]!;
    if (presence[i] === Presence.gone || residenceUrban[i] === 0 || !isInCity(residenceArea[i]!)) continue;
    if (age[i]! > LAST_AGE) work[i] = Work.none;
    else if (uniform(key, identity[i]!, lineage[i]!, year, Decision.ownAccount) < ownAccount)
      work[i] = Work.selfEmployed;
    else seekers[residenceArea[i]!]!.push(i);
  }
  return seekers;
}

/** Adds the year's new jobs to those of each area. */
function createJobs({ capacity, law, year, parameters: p }: State, adults: Float64Array): void {
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  const created = p['job.creation'] * sum(adults);
  const allAdults = Math.max(1, sum(adults));
  const allJobs = Math.max(1, sum(capacity.jobs));
  capacity.jobs.forEach((jobs, a) => {
    const where = p['job.spread'] * (adults[a]! / allAdults) + (1 - p['job.spread']) * (jobs / allJobs);
    const promised = law.lever(a, year, 'jobs.growth') * p['job.policyGrowth'];
    capacity.jobs[a] = jobs * (1 + promised) + created * where;
  });
}
