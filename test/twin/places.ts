import { bestRight } from '../../src/policy/rights.ts';
import { Outside, Tenure, Work } from '../../src/population/codes.ts';
import { factsOf } from './settling.ts';
import * as own from './world.ts';
import { chance, type Family, inCity, inTown, isAway, type Person, registeredHere, tally, type World } from './world.ts';

const SCHOOLING = [0, 6, 9, 12, 16];
const isChild = (a: Person): boolean => a.age < 16;

/** What the villages know of last year: shares away and settled, and where those away live. */
export function lookAround(w: World): void {
  const centre = centreOf(w);
  const sums = new Map(w.villages.map((v) => [v, { all: 0, away: 0, town: 0, settled: 0, to: [0, 0, 0, 0] }]));
  for (const a of w.persons) {
    const { village } = a.family;
    if (!village || !registeredHere(a)) continue;
    const s = sums.get(village)!;
    s.all++;
    if (isAway(a)) {
      s.away++;
      const to = a.area === Outside.nation ? 3 : a.area === Outside.province ? 2 : a.area === village.area ? 0 : 1;
      if (to !== 1 || a.area === centre) s.to[to]!++;
    }
    if (inTown(a)) {
      s.town++;
      if (own.townsman(a)) s.settled++;
    }
  }
  for (const [v, s] of sums) {
    v.awayShare = s.all > 0 ? s.away / s.all : 0;
    v.settledShare = s.town > 0 ? s.settled / s.town : 0;
    v.network = s.to.map((n) => (s.away > 0 ? n / s.away : 0));
  }
}

/** The central city as one destination: the central area with most townspeople. */
function centreOf(w: World): number {
  const urban = w.city.areas.map((area) => (area.central ? area.urban : -1));
  return urban.indexOf(Math.max(...urban));
}

/** Stocks of the base year that jobs, dwellings and school places are counted from. */
export function countPlaces(w: World): void {
  const n = w.city.areas.length;
  const workers = count(w, n, (a) => (isWorker(a) && inTown(a) ? a.area : -1));
  w.jobs = workers.map((x) => x * (1 + w.p('job.vacantShare')) * w.p('job.capacityFactor'));
  w.jobShare = workers.map(() => 1);
  const held = new Array<number>(n).fill(0);
  for (const f of w.families) if (f.tenure === Tenure.publicRental) held[townOf(f)]!++;
  w.dwellings = held.map((x) => x * (1 + w.p('rental.spareShare')) * w.p('rental.capacityFactor'));
  const pupils = count(w, n * 4, (a) => (inTown(a) && isPupil(w, a) ? a.area * 4 + stageOf(a.age) : -1));
  w.schoolPlaces = pupils.map((x) => x * w.p('school.placesPerPupil') * w.p('school.capacityFactor'));
  w.schoolShare = workers.map(() => 1);
}

const isWorker = (a: Person) => a.work === Work.informal || a.work === Work.formal;
const townOf = (f: Family): number => f.second ?? f.area;
function count(w: World, n: number, key: (a: Person) => number): number[] {
  const counts = new Array<number>(n).fill(0);
  for (const a of w.persons) if (key(a) >= 0) counts[key(a)]!++;
  return counts;
}

/** Spouse and children left at the village home join those in the household's town. */
export function joiningUp(w: World): void {
  for (const f of w.families) {
    const { second } = f;
    if (second === null) continue;
    const pioneers = f.members.filter((a) => inTown(a) && a.area === second && isAway(a) && a.age >= 16);
    const isKin = (a: Person) => pioneers.some((b) => b === a.spouse || (isChild(a) && (b === a.mother || b === a.father)));
    const left = f.members.filter((a) => !isAway(a) && isKin(a));
    if (left.length > 0 && chance(w, w.p('place.joinHazard'))) for (const a of left) own.move(w, a, second, 1);
  }
}

/** Who considers a move, where to, and with whom. */
export function choosePlace(w: World): void {
  for (const a of w.persons) {
    if (a.age < 16 || a.age > 59 || !registeredHere(a) || !inCity(a.area) || isAway(a) || a.work === Work.student || a.family.collective)
      continue;
    if (!chance(w, w.p('place.considerHazard') * (a.age <= 24 ? w.p('place.considerYouth') : 1))) continue;
    const to = draw(w, options(w, a));
    if (to === null) continue;
    const children = a.family.members.filter((m) => isChild(m) && (m.mother === a || m.father === a) && !isAway(m));
    const spouse = a.spouse && a.spouse.family === a.family && !isAway(a.spouse) ? [a.spouse] : [];
    let along: Person[] = [];
    if (children.length > 0 && inCity(to) && chance(w, w.p('place.wholeFamily'))) along = [...spouse, ...children];
    else if (spouse.length > 0 && chance(w, w.p('place.couple'))) along = spouse;
    for (const m of [a, ...along]) own.move(w, m, to, 1);
  }
}

interface Option {
  nest: number;
  to: number | null;
  utility: number;
}

function options(w: World, a: Person): Option[] {
  const { p } = w;
  const { family } = a;
  const { village } = family;
  const since = w.year - w.scenario.baseYear;
  const wages = 12 * (1 + p('income.townGrowth')) ** since;
  const rents = p('housing.rent');
  const villageIncome = p('income.village') * (1 + p('income.villageGrowth')) ** since;
  const centre = centreOf(w);
  const townWage = (area: number) => p(w.city.areas[area]!.central ? 'income.centre' : 'income.town');
  const townIncome = (area: number) => townWage(area) * wages * p('job.townChance') * w.jobShare[area]!;
  const home = family.town === 1 ? townIncome(family.area) : villageIncome * p('income.villageEarners');
  const school = family.members.some((m) => m.age >= 6 && m.age <= 14) ? p('place.childSchool') : 0;
  const same =
    -p('place.ageCurvature') * (a.age - p('place.agePeak')) ** 2 +
    p('place.schooling') * (SCHOOLING[a.education]! - 9) +
    p('place.peers') * (village ? village.awayShare - w.awayMean : 0) +
    (p('place.land') * family.land * p('income.landYuanPerMu')) / p('income.village');
  const value = (constant: number, income: number, km: number, wage: number, network: number) =>
    same +
    constant +
    p('place.logIncome') * Math.log(income / home) +
    p('place.logDistance') * Math.log(Math.max(km, 1)) +
    (p('place.housingBurden') * rents) / wage +
    p('place.network') * network;
  const net = village?.network ?? [0, 0, 0, 0];
  const seat = w.city.areas[family.area]!.distanceToCentreKm;
  const list: Option[] = [{ nest: 0, to: null, utility: family.town === 1 ? p('place.townHome') : 0 }];
  const open = (area: number) => w.lever(area, 'school.enrolment') * w.schoolShare[area]!;
  const town = (nest: number, area: number, constant: number, km: number, network: number) => {
    if (family.second !== null && family.second !== area) return;
    const utility = value(constant, townIncome(area), km, townWage(area), network);
    list.push({ nest, to: area, utility: utility + p('place.sameProvince') + school * open(area) });
  };
  if (family.town === 0) town(1, family.area, p('place.townConstant'), village?.km ?? 25, net[0]!);
  if (family.area !== centre) town(2, centre, p('place.centreConstant'), seat + (village?.km ?? 0), net[1]!);
  const chanceAway = p('job.outsideChance') * wages;
  const [near, far] = [p('income.province'), p('income.nation')];
  const province = value(p('place.provinceConstant'), near * chanceAway, p('place.provinceKm'), near, net[2]!);
  list.push({ nest: 2, to: Outside.province, utility: province + p('place.sameProvince') });
  const nation = value(p('place.nationConstant'), far * chanceAway, p('place.nationKm'), far, net[3]!);
  list.push({ nest: 3, to: Outside.nation, utility: nation });
  return list;
}

/** Nested logit: the share of a nest is exp(λ ln Σ exp(V/λ)), inside it exp(V/λ). */
function draw(w: World, list: Option[]): number | null {
  const scale = w.p('place.dissimilarity');
  const inside = (nest: number) => list.filter((o) => o.nest === nest).reduce((s, o) => s + Math.exp(o.utility / scale), 0);
  const sums = [0, 1, 2, 3].map(inside);
  const total = sums.reduce((s, x) => s + x ** scale, 0);
  let u = w.random();
  for (const o of list) {
    u -= ((sums[o.nest]! ** scale / total) * Math.exp(o.utility / scale)) / sums[o.nest]!;
    if (u < 0) return o.to;
  }
  return list.at(-1)!.to;
}

/** Home again: couples together, children with them. */
export function returning(w: World): void {
  const done = new Set<Person>();
  for (const a of w.persons) {
    if (done.has(a) || a.age < 16 || !registeredHere(a) || !isAway(a) || a.work === Work.student) continue;
    if (own.townsman(a) || a.family.collective) continue;
    const company = a.family.members.filter((m) => m !== a && own.samePlace(m, a));
    const spouse = company.filter((m) => m === a.spouse);
    for (const m of spouse) done.add(m);
    const h = w.p('return.hazard');
    const odds =
      Math.log(h / (1 - h)) +
      w.p('return.perYear') * own.yearsHere(w, a) +
      w.p('return.family') * company.length +
      (a.work === Work.formal ? w.p('return.insurance') : 0);
    if (!chance(w, own.logistic(odds) * (a.work === Work.seeking ? w.p('return.seeking') : 1))) continue;
    const children = company.filter((m) => isChild(m) && [m.mother, m.father].some((x) => x === a || (x && x === a.spouse)));
    const { area, town, second } = a.family;
    const toTown = town === 0 && !inCity(a.area) && (second ?? area) === area && chance(w, w.p('return.toTown'));
    for (const m of [a, ...spouse, ...children]) own.move(w, m, area, toTown ? 1 : town);
  }
}

/** Free jobs go to those who look for one, by lot. */
export function fillJobs(w: World): void {
  w.city.areas.forEach((_, area) => {
    w.jobs[area]! *= 1 + w.p('job.growth') + w.p('job.policyGrowth') * w.lever(area, 'jobs.growth');
    const here = w.persons.filter((a) => inTown(a) && a.area === area);
    const free = Math.max(0, Math.floor(w.jobs[area]! - here.filter(isWorker).length));
    const seekers = own.shuffle(w, here.filter((a) => a.work === Work.seeking));
    for (const a of seekers.slice(0, free)) a.work = Work.informal;
    w.jobShare[area] = seekers.length > 0 ? Math.min(1, free / seekers.length) : 1;
    tally(w, 'job_seekers', Math.max(0, seekers.length - free));
  });
}

/** Renting families buy, leases break, public dwellings are left and given by year of joining, then by lot. */
export function dwellings(w: World): void {
  for (const f of w.families) {
    if (f.tenure === Tenure.publicRental && chance(w, w.p('rental.leaveHazard'))) retenure(w, f, Tenure.privateRent);
    if (f.tenure !== Tenure.privateRent) continue;
    if (chance(w, w.p('tenure.buyHazard'))) retenure(w, f, Tenure.own);
    else if (chance(w, w.p('tenure.leaseBreak'))) f.tenureYear = w.year;
  }
  w.city.areas.forEach((_, area) => {
    w.dwellings[area]! *= 1 + w.p('rental.growth');
    const here = w.families.filter((f) => townOf(f) === area && !f.collective && f.members.length > 0);
    const queue: Family[] = [];
    for (const f of here) {
      const entitled = f.tenure === Tenure.privateRent && f.inNeed < w.p('rental.needShare') && mayRent(w, f, area);
      if (!entitled) f.waiting = 0;
      else {
        if (f.waiting === 0) f.waiting = w.year;
        queue.push(f);
      }
    }
    const free = Math.floor(w.dwellings[area]! - here.filter((f) => f.tenure === Tenure.publicRental).length);
    own.shuffle(w, queue).sort((x, y) => x.waiting - y.waiting);
    for (const f of queue.slice(0, Math.max(0, free))) retenure(w, f, Tenure.publicRental);
    tally(w, 'public_rental_waiting', Math.max(0, queue.length - Math.max(0, free)));
  });
}

function mayRent(w: World, f: Family, area: number): boolean {
  const a = [f.head, ...f.members].find((m) => inTown(m) && m.area === area && m.age >= 16);
  if (!a || own.townsman(a)) return false;
  return bestRight(w.law.on(area, w.year, 365), 'public-rental', factsOf(w, a)) !== null;
}

function retenure(w: World, f: Family, tenure: number): void {
  f.tenure = tenure;
  f.tenureYear = w.year;
  f.waiting = 0;
}

const stageOf = (age: number): number => (age < 6 ? 0 : age < 12 ? 1 : age < 15 ? 2 : 3);
const isPupil = (w: World, a: Person): boolean =>
  (a.age >= 6 && a.age <= 14) ||
  (a.work === Work.student && a.education === 3) ||
  (a.age >= 3 && a.age < 6 && a.traits[0]! < w.p('service.preschoolShare'));

/** School places: those registered in the town first, then those a clause entitles, then others; by lot in each class. */
export function givePlaces(w: World): void {
  const groups = new Map<number, Person[]>();
  for (const a of w.persons) {
    if (!inTown(a) || !isPupil(w, a)) continue;
    const key = a.area * 4 + stageOf(a.age);
    groups.set(key, [...(groups.get(key) ?? []), a]);
  }
  w.city.areas.forEach((_, area) => {
    let [asked, got] = [0, 0];
    const law = w.law.on(area, w.year, 365);
    const rank = (a: Person) => (own.townsman(a) ? 0 : bestRight(law, 'schooling', factsOf(w, a)) ? 1 : 2);
    for (const stage of [0, 1, 2, 3]) {
      const key = area * 4 + stage;
      w.schoolPlaces[key]! *= 1 + w.p('school.placesGrowth');
      const pupils = own.shuffle(w, groups.get(key) ?? []).sort((x, y) => rank(x) - rank(y));
      const served = Math.floor(w.schoolPlaces[key]!);
      pupils.forEach((a, i) => {
        if (!own.townsman(a)) {
          asked++;
          if (i < served) got++;
        }
        if (i < served) return;
        tally(w, `unserved_pupils`);
        const someone = a.family.members.some((m) => m.age >= 16 && !isAway(m));
        if (isAway(a) && a.family.town === 0 && someone && chance(w, w.p('school.sendBack')))
          own.move(w, a, a.family.area, 0);
      });
    }
    w.schoolShare[area] = asked > 0 ? got / asked : 1;
  });
}

/** Whole villages turn into neighbourhoods. */
export function reclassify(w: World): void {
  for (const village of w.villages) {
    const factor = 1 + (w.p('reclassification.policyFactor') - 1) * w.lever(village.area, 'statistic.reclassification');
    if (village.urban || !chance(w, w.p('reclassification.rate') * factor)) continue;
    village.urban = true;
    const registers = chance(w, w.p('reclassification.registerShare'));
    for (const f of w.families) {
      if (f.village !== village) continue;
      for (const a of f.members) {
        if (!isAway(a)) a.town = 1;
        if (registers && a.registerArea === village.area) a.registerTown = 1;
      }
      f.town = 1;
    }
  }
}
