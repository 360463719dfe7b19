import { isInCity, Presence, Work } from '../population/codes.ts';
import { Decision } from '../random/decision.ts';
import { uniform } from '../random/draw.ts';
import { holdsJob } from './capacity.ts';
import { type Claim, drawWinners } from './lottery.ts';
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
  const { adults, taken, seekers } = lookAtTowns(state);
  createJobs(state, adults);
  for (let a = 0; a < areas; a++) {
    const free = Math.floor(capacity.jobs[a]! - taken[a]!);
    const found = drawWinners(seekers[a]!, free, population.persons.columns, key, year, Decision.jobLottery);
    const subsidised = law.lever(a, year, 'jobs.hiringSubsidy') * p['job.hiredInsured'];
    for (const { row } of found) {
      const draw = uniform(key, identity[row]!, lineage[row]!, year, Decision.hiredInsured);
      work[row] = draw < subsidised ? Work.formal : Work.informal;
    }
    capacity.jobChance[a] = seekers[a]!.length === 0 ? 1 : found.length / seekers[a]!.length;
    ledger.events.jobSeekers[a]! += seekers[a]!.length - found.length;
  }
}

/** Residents of working age, jobs taken and people who look for one, by area. Who looks at 60 stops. */
function lookAtTowns(state: State): { adults: Float64Array; taken: Float64Array; seekers: Claim[][] } {
  const { persons } = state.population;
  const { identity, lineage, presence, age, work, residenceArea, residenceUrban } = persons.columns;
  const areas = state.city.areas.length;
  const adults = new Float64Array(areas);
  const taken = new Float64Array(areas);
  const seekers: Claim[][] = Array.from({ length: areas }, () => []);
  const ownAccount = state.parameters['job.ownAccount'];
  for (let i = 0; i < persons.rows; i++) {
    const area = residenceArea[i]!;
    if (presence[i] === Presence.gone || !isInCity(area)) continue;
    if (age[i]! >= FIRST_AGE && age[i]! <= LAST_AGE) adults[area]!++;
    if (residenceUrban[i] === 0) continue;
    if (holdsJob(work[i]!)) taken[area]!++;
    else if (work[i] !== Work.seeking) continue;
    else if (age[i]! > LAST_AGE) work[i] = Work.none;
    else if (uniform(state.key, identity[i]!, lineage[i]!, state.year, Decision.ownAccount) < ownAccount)
      work[i] = Work.selfEmployed;
    else seekers[area]!.push({ person: i, row: i, rank: 0 });
  }
  return { adults, taken, seekers };
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
