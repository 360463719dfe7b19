import { atLeast, below, equalTo, withinRows, wordsOf } from '../../math/bytes.ts';
import { boundTo } from '../../population/bound.ts';
import { isInCity, Presence, Work } from '../../population/codes.ts';
import { Decision } from '../../random/decision.ts';
import type { CountyFlows } from '../../scenario/city-data.ts';
import { rowsEqual } from '../agenda/rows-equal.ts';
import { waitsOf } from '../agenda/waits.ts';
import { drawsOf } from '../draws.ts';
import { drawWinners } from '../dwelling/lottery.ts';
import { type State, scratchOf } from '../state.ts';

/** Assumptions: some still come where nobody found a job, and news of plenty at most doubles what is expected (in small counties a usual chance of few cases makes any ratio). */
const LEAST_CHANCE = 0.05;
const MOST_LUCK = 2;

/** Luck of those who looked for work this year over the usual. */
const luckOf = (found: number, claimants: number, usual: number): number =>
  claimants === 0 ? 1 : Math.min(MOST_LUCK, Math.max(LEAST_CHANCE, found / claimants) / Math.max(LEAST_CHANCE, usual));

/** Usual share of those who look for work who find it, in the year t of a run; where a county has no flows all do. */
const usualChance = (flows: CountyFlows | undefined, t: number): number =>
  flows === undefined ? 1 : flows.jobChances[Math.min(t, flows.jobChances.length) - 1];

const FIRST_AGE = 16;
const LAST_AGE = 59;

/**
 * Town jobs. Every year `job.creation` new ones arise per resident of working age: `job.spread` of them where people live, the
 * others where jobs are; more where a document promises industry or public posts. Of those who look for work in a town (movers,
 * school leavers, last year's unemployed) some make a living on their own account; the others take the free jobs by keyed
 * lottery; a job that does not exist cannot be taken, and where jobs are closed those who held them look for work. The share who found one,
 * over what is usual in the county, is what next year's movers expect: where nothing out of the usual happens they expect the usual wage.
 */
export const jobs = boundTo((workspace) => {
  const list = scratchOf(workspace);
  const { presence, age, work, residenceArea, residenceUrban } = workspace.persons.columns;
  const { review } = waitsOf(workspace);
  const { drawOf } = drawsOf(workspace);
  const presences = wordsOf(presence);
  const ages = wordsOf(age);
  const works = wordsOf(work);
  const areasLived = wordsOf(residenceArea);
  const sides = wordsOf(residenceUrban);
  const persons = new Int32Array(256 * 8); // [area << 3 | urban << 2 | of age << 1 | holds a job]

  return (state: State): void => {
    const { capacity, ledger, year, law, parameters: p } = state;
    const areas = state.city.areas.length;
    const { adults, taken } = lookAtTowns(areas);
    const seekers = findSeekers(state);
    createJobs(state, adults);
    const lot = (row: number): number => drawOf(state, row, Decision.jobLottery);
    for (let a = 0; a < areas; a++) {
      const claimants = new Int32Array(seekers[a]);
      const free = Math.round(capacity.jobs[a] - taken[a]);
      if (free < 0) dismiss(state, a, -free);
      const found = drawWinners(claimants, free, () => 0, lot);
      hire(state, found, law.lever(a, year, 'jobs.hiringSubsidy') * p['job.hiredInsured']);
      const luck = luckOf(found.length, claimants.length, usualChance(state.city.flows[a], state.t));
      capacity.jobLuck[a] += p['job.news'] * (luck - capacity.jobLuck[a]);
      ledger.events.jobsFound[a] += found.length;
      ledger.events.jobSeekers[a] += claimants.length - found.length;
    }
  };

  /** Residents of working age and jobs taken in towns, by area. */
  function lookAtTowns(areas: number): { adults: Float64Array; taken: Float64Array } {
    const { rows } = workspace.persons;
    persons.fill(0);
    for (let w = 0; w << 2 < rows; w++) {
      const here = presences[w] & withinRows(w, rows);
      const ofAge = atLeast(ages[w], FIRST_AGE) & below(ages[w], LAST_AGE + 1);
      const holdsJob = equalTo(works[w], Work.informal) | equalTo(works[w], Work.formal);
      const area = areasLived[w];
      const traits = (sides[w] << 2) | (ofAge << 1) | holdsJob;
      count(area, traits, here, 0);
      count(area, traits, here, 8);
      count(area, traits, here, 16);
      count(area, traits, here, 24);
    }
    const at = (area: number, traits: number): number => persons[(area << 3) | traits];
    return {
      adults: Float64Array.from({ length: areas }, (_, a) => at(a, 2) + at(a, 3) + at(a, 6) + at(a, 7)),
      taken: Float64Array.from({ length: areas }, (_, a) => at(a, 5) + at(a, 7)),
    };
  }

  /** Counts the person whose byte of the words begins at bit `byte`, if here. */
  function count(area: number, traits: number, here: number, byte: number): void {
    persons[(((area >>> byte) & 255) << 3) | ((traits >>> byte) & 7)] += (here >>> byte) & 1;
  }

  /** People in towns who ask for a job, by area: not those of 60, nor those who make a living on their own account. */
  function findSeekers(state: State): number[][] {
    const seekers: number[][] = state.city.areas.map(() => []);
    const ownAccount = state.parameters['job.ownAccount'];
    const looking = rowsEqual(work, workspace.persons.rows, Work.seeking, list);
    for (let n = 0; n < looking; n++) {
      const i = list[n];
      const area = residenceArea[i];
      if (presence[i] === Presence.gone || residenceUrban[i] === 0 || !isInCity(area)) continue;
      if (age[i] > LAST_AGE) work[i] = Work.none;
      else if (drawOf(state, i, Decision.ownAccount) < ownAccount) work[i] = Work.selfEmployed;
      else seekers[area].push(i);
    }
    return seekers;
  }

  /** More hold a job than there are: as many as are too many, by lot, look for work from now on. */
  function dismiss(state: State, area: number, tooMany: number): void {
    const holders: number[] = [];
    for (let i = 0; i < workspace.persons.rows; i++) {
      if (presence[i] === Presence.gone || residenceArea[i] !== area || residenceUrban[i] === 0) continue;
      if (work[i] === Work.informal || work[i] === Work.formal) holders.push(i);
    }
    const lot = (row: number): number => drawOf(state, row, Decision.dismissalLottery);
    const dismissed = drawWinners(Int32Array.from(holders), tooMany, () => 0, lot);
    for (const i of dismissed) {
      work[i] = Work.seeking;
      review(state, i);
    }
    state.ledger.events.jobSeekers[area] += dismissed.length;
  }

  /** Those who found a job take it up: insured with the chance a hiring subsidy gives, else informal. */
  function hire(state: State, found: Int32Array, insuredChance: number): void {
    for (let n = 0; n < found.length; n++) {
      const i = found[n];
      const insured = insuredChance > 0 && drawOf(state, i, Decision.hiredInsured) < insuredChance;
      work[i] = insured ? Work.formal : Work.informal;
      review(state, i);
    }
  }
});

/** Adds the year's new jobs to those of each area. */
function createJobs({ capacity, law, year, parameters: p }: State, adults: Float64Array): void {
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  const created = p['job.creation'] * sum(adults);
  const allAdults = Math.max(1, sum(adults));
  const allJobs = Math.max(1, sum(capacity.jobs));
  capacity.jobs.forEach((jobs, a) => {
    const where = p['job.spread'] * (adults[a] / allAdults) + (1 - p['job.spread']) * (jobs / allJobs);
    const promised = law.lever(a, year, 'jobs.growth') * p['job.policyGrowth'];
    capacity.jobs[a] = jobs * (1 + promised) + created * where;
  });
}
