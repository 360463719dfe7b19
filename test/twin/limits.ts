import { bestRight } from '../../src/policy/rights.ts';
import { Tenure, Work } from '../../src/population/codes.ts';
import { factsOf } from './settling.ts';
import * as own from './world.ts';
import { chance, type Family, inCity, inTown, isAway, type Person, tally, type World } from './world.ts';

const MIDDLE = 183;

/** Stocks of the base year that jobs, dwellings and school places are counted from. */
export function countPlaces(w: World): void {
  const n = w.city.areas.length;
  const workers = count(w, n, (a) => (own.isWorker(a) && inTown(a) ? a.area : -1));
  w.jobs = workers.map((x) => x * (1 + w.p('job.vacantShare')) * w.p('job.capacityFactor'));
  w.jobShare = workers.map(() => 1);
  const held = new Array<number>(n).fill(0);
  for (const f of w.families) if (f.tenure === Tenure.publicRental && !f.collective) held[own.hasHouseIn(f)]++;
  w.dwellings = held.map((x) => x * (1 + w.p('rental.spareShare')) * w.p('rental.capacityFactor'));
  const pupils = count(w, n * 4, (a) => (inTown(a) && stageOf(a) >= 0 ? a.area * 4 + stageOf(a) : -1));
  const factor = w.p('school.placesPerPupil') * w.p('school.capacityFactor');
  w.schoolPlaces = pupils.map((x) => x * factor);
  w.schoolShare = workers.map(() => 1);
}

function count(w: World, n: number, key: (a: Person) => number): number[] {
  const counts = new Array<number>(n).fill(0);
  for (const a of w.persons) if (key(a) >= 0) counts[key(a)]++;
  return counts;
}

/** New jobs where people live and where jobs are; who works on his own account; free jobs by lot. From 60 on nobody looks. */
export function fillJobs(w: World): void {
  const taken = w.jobs.map(() => 0);
  const adults = w.jobs.map(() => 0);
  const seekers = w.jobs.map((): Person[] => []);
  for (const a of w.persons) {
    if (inCity(a.area) && a.age >= 16 && a.age < 60) adults[a.area]++;
    if (!inTown(a)) continue;
    if (own.isWorker(a)) taken[a.area]++;
    else if (a.work !== Work.seeking) continue;
    else if (a.age >= 60) a.work = Work.none;
    else if (chance(w, w.p('job.ownAccount'))) a.work = Work.selfEmployed;
    else seekers[a.area].push(a);
  }
  const sum = (list: number[]) => list.reduce((s, x) => s + x, 0);
  const spread = w.p('job.spread');
  const place = w.jobs.map((x, a) => (spread * adults[a]) / sum(adults) + ((1 - spread) * x) / sum(w.jobs));
  const created = w.p('job.creation') * sum(adults);
  seekers.forEach((list, area) => {
    w.jobs[area] *= 1 + w.p('job.policyGrowth') * w.lever(area, 'jobs.growth');
    w.jobs[area] += created * place[area];
    const free = Math.round(w.jobs[area] - taken[area]);
    const found = own.shuffle(w, list).slice(0, Math.max(0, free));
    if (free < 0) dismiss(w, area, -free);
    for (const a of found) a.work = Work.informal;
    const usual = Math.max(0.05, own.usualLuck(w, area));
    const luck = list.length > 0 ? Math.min(2, Math.max(0.05, found.length / list.length) / usual) : 1;
    w.jobShare[area] += w.p('job.news') * (luck - w.jobShare[area]);
    tally(w, 'jobs_found', found.length);
    tally(w, 'job_seekers', list.length - found.length);
  });
}

/** More hold a job than there are: some lose theirs by lot and look for work. */
function dismiss(w: World, area: number, tooMany: number): void {
  const holders = w.persons.filter((a) => own.isWorker(a) && inTown(a) && a.area === area);
  const dismissed = own.shuffle(w, holders).slice(0, tooMany);
  for (const a of dismissed) a.work = Work.seeking;
  tally(w, 'job_seekers', dismissed.length);
}

/** Tenure of families with somebody in a town: a first dwelling, purchase, broken leases. */
export function tenure(w: World): void {
  for (const f of w.families) {
    if (f.collective) continue;
    if (!f.members.some(inTown)) f.tenure = Tenure.none;
    else if (f.tenure === Tenure.none) {
      const u = w.random() - w.p('base.employerShare');
      rehouse(w, f, u < 0 ? Tenure.employer : u < w.p('base.ownShare') ? Tenure.own : Tenure.privateRent);
    } else if (f.tenure !== Tenure.own && chance(w, w.p('tenure.buyHazard'))) rehouse(w, f, Tenure.own);
    else if (f.tenure === Tenure.privateRent && chance(w, w.p('tenure.leaseBreak'))) f.tenureYear = w.year;
  }
}

/** Public dwellings are left, then given: a full right first, then by the year of joining, then by lot. */
export function publicRental(w: World): void {
  const occupied = w.dwellings.map(() => 0);
  const queues = w.dwellings.map((): { f: Family; rank: number }[] => []);
  for (const f of w.families) {
    if (f.collective || !own.isRenting(f)) {
      f.waiting = 0;
      continue;
    }
    const area = own.hasHouseIn(f);
    if (f.tenure === Tenure.publicRental) {
      if (chance(w, w.p('rental.leaveHazard'))) rehouse(w, f, Tenure.privateRent);
      else occupied[area]++;
      continue;
    }
    if (f.inNeed >= w.p('rental.needShare')) continue;
    const law = w.law.on(area, w.year, MIDDLE);
    const right = bestRight(law, 'public-rental', factsOf(w, f.head, law))?.level ?? 0;
    const level = own.townsman(f.head) ? 1 : right;
    if (level === 0) f.waiting = 0;
    else {
      if (f.waiting === 0) f.waiting = w.year;
      queues[area].push({ f, rank: f.waiting + (level < 1 ? 10_000 : 0) });
    }
  }
  queues.forEach((queue, area) => {
    w.dwellings[area] *= 1 + w.p('rental.growth');
    const free = Math.max(0, Math.round(w.dwellings[area] - occupied[area]));
    own.shuffle(w, queue).sort((x, y) => x.rank - y.rank);
    for (const { f } of queue.slice(0, free)) rehouse(w, f, Tenure.publicRental);
    tally(w, 'public_rental_demand', queue.length);
    tally(w, 'public_rental_waiting', Math.max(0, queue.length - free));
  });
}

function rehouse(w: World, f: Family, tenure: number): void {
  f.tenure = tenure;
  f.tenureYear = w.year;
  f.waiting = 0;
}

function stageOf(a: Person): number {
  if (a.age < 3 || a.age > 17) return -1;
  if (a.age < 15) return a.age < 6 ? 0 : a.age < 12 ? 1 : 2;
  return a.work === Work.student ? 3 : -1;
}

/** School places: the registered first, then by the level of the right in quarters, then by lot. */
export function givePlaces(w: World): void {
  const groups = w.schoolPlaces.map((): { a: Person; rank: number }[] => []);
  for (const a of w.persons) {
    const stage = inTown(a) ? stageOf(a) : -1;
    if (stage < 0) continue;
    const law = w.law.on(a.area, w.year, MIDDLE);
    const level = bestRight(law, 'schooling', factsOf(w, a, law))?.level ?? 0;
    groups[a.area * 4 + stage].push({ a, rank: own.townsman(a) ? 0 : 1 + Math.round(4 * (1 - level)) });
  }
  const asked = w.jobs.map(() => 0);
  const got = w.jobs.map(() => 0);
  groups.forEach((pupils, key) => {
    w.schoolPlaces[key] *= 1 + w.p('school.placesGrowth');
    const places = Math.round(w.schoolPlaces[key]);
    const area = Math.floor(key / 4);
    own.shuffle(w, pupils).sort((x, y) => x.rank - y.rank);
    pupils.forEach(({ a, rank }, i) => {
      if (rank > 0) asked[area]++;
      if (rank > 0 && i < places) got[area]++;
      if (i >= places) goWithout(w, a);
    });
  });
  w.schoolShare = asked.map((n, area) => (n > 0 ? got[area] / n : 1));
}

/** The jobs and school places of people whose village has become a part of the town. */
export function bringPlaces(w: World, a: Person): void {
  if (own.isWorker(a)) w.jobs[a.area]++;
  if (stageOf(a) >= 0) w.schoolPlaces[a.area * 4 + stageOf(a)]++;
}

/** A child without a place is counted, and may go back to the village home where somebody lives there. */
function goWithout(w: World, a: Person): void {
  tally(w, 'unserved_pupils');
  const { village, area, town, members } = a.family;
  if (!village || town === 1 || a.registerTown === 1 || !members.some((m) => !isAway(m))) return;
  if (chance(w, w.p('school.sendBack'))) own.move(w, a, area, 0);
}
