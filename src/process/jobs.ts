import { isInCity, Presence, Work } from '../population/codes.ts';
import { Decision } from '../random/decision.ts';
import { uniform } from '../random/draw.ts';
import { holdsJob } from './capacity.ts';
import { type Claim, drawWinners } from './lottery.ts';
import type { State } from './state.ts';

const LAST_AGE = 59;

/**
 * Town jobs. The number of jobs of each area grows by `job.growth`, more where a document promises industry or public posts.
 * Those who look for work in a town (movers, school leavers, last year's unemployed) take the free jobs by keyed lottery; a
 * job that does not exist cannot be taken. The share who found one is what next year's movers expect.
 */
export function jobs(state: State): void {
  const { capacity, population, ledger, key, year, law, parameters: p } = state;
  const { persons } = population;
  const { presence, age, work, residenceArea, residenceUrban } = persons.columns;
  const areas = state.city.areas.length;
  const taken = new Float64Array(areas);
  const seekers: Claim[][] = Array.from({ length: areas }, () => []);
  for (let i = 0; i < persons.rows; i++) {
    const doing = work[i]!;
    if (doing !== Work.seeking && !holdsJob(doing)) continue;
    if (presence[i] === Presence.gone || residenceUrban[i] === 0 || !isInCity(residenceArea[i]!)) continue;
    if (doing !== Work.seeking) taken[residenceArea[i]!]!++;
    else if (age[i]! <= LAST_AGE) seekers[residenceArea[i]!]!.push({ person: i, row: i, rank: 0 });
    else work[i] = Work.none;
  }
  for (let a = 0; a < areas; a++) {
    const growth = p['job.growth'] + law.lever(a, year, 'jobs.growth') * p['job.policyGrowth'];
    capacity.jobs[a] = capacity.jobs[a]! * (1 + growth);
    const free = Math.floor(capacity.jobs[a]! - taken[a]!);
    const found = drawWinners(seekers[a]!, free, persons.columns, key, year, Decision.jobLottery);
    const subsidised = law.lever(a, year, 'jobs.hiringSubsidy') * p['job.hiredInsured'];
    for (const { row } of found) {
      const draw = uniform(
        key,
        persons.columns.identity[row]!,
        persons.columns.lineage[row]!,
        year,
        Decision.hiredInsured,
      );
      work[row] = draw < subsidised ? Work.formal : Work.informal;
    }
    capacity.jobChance[a] = seekers[a]!.length === 0 ? 1 : found.length / seekers[a]!.length;
    ledger.events.jobSeekers[a]! += seekers[a]!.length - found.length;
  }
}
