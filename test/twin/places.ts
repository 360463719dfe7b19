import { newcomer } from '../../src/policy/persons.ts';
import { bestRight, rightsFacts } from '../../src/policy/rights.ts';
import { Outside, Tenure, Work } from '../../src/population/codes.ts';
import { bringPlaces } from './limits.ts';
import * as own from './world.ts';
import { chance, inCity, isAway, type Person, registeredHere, tally, type World } from './world.ts';

/** What the villages know of last year: shares away and settled, and where those away live. Returns those of all together. */
export function lookAround(w: World): { away: number; settled: number } {
  const sums = new Map(w.villages.map((v) => [v, { all: 0, town: 0, settled: 0, to: [0, 0, 0, 0] }]));
  for (const a of w.persons) {
    const { village, collective } = a.family;
    if (!village || collective) continue;
    const s = sums.get(village)!;
    s.all++;
    if (!isAway(a)) continue;
    s.to[destinationOf(w, a)]++;
    if (!inCity(a.area)) continue;
    s.town++;
    if (own.townsman(a)) s.settled++;
  }
  const sum = (what: (s: { all: number; town: number; settled: number; to: number[] }) => number) =>
    [...sums.values()].reduce((x, s) => x + what(s), 0);
  const absent = (s: { to: number[] }) => s.to.reduce((x, y) => x + y);
  const [everywhere, gone] = [sum((s) => s.all), sum(absent)];
  const share = (part: number, whole: number, otherwise: number) => (whole > 0 ? part / whole : otherwise);
  const overall = {
    away: share(gone, everywhere, 0),
    settled: share(
      sum((s) => s.settled),
      sum((s) => s.town),
      0,
    ),
  };
  for (const [v, s] of sums) {
    v.awayShare = share(absent(s), s.all, overall.away);
    v.settledShare = share(s.settled, s.town, overall.settled);
    v.network = s.to.map((n, d) =>
      share(
        n,
        absent(s),
        share(
          sum((x) => x.to[d]),
          gone,
          1 / 4,
        ),
      ),
    );
  }
  return overall;
}

/** 0 a town of the county or elsewhere outside the centre, 1 the central city, 2 the province, 3 other provinces. */
function destinationOf(w: World, a: Person): number {
  if (a.area === Outside.nation) return 3;
  if (a.area === Outside.province) return 2;
  return w.city.areas[a.area].central && a.area !== a.family.area ? 1 : 0;
}

/** Spouse and children under 18 left at home join the one who lives in the household's town, if not only since this year. */
export function joiningUp(w: World): void {
  for (const f of w.families) {
    const { second } = f;
    if (second === null) continue;
    const settledIn = (m: Person | null) => m?.here && m.family === f && m.area === second && m.town === 1;
    const called = new Map<Person, boolean>();
    for (const a of f.members.filter((m) => !isAway(m))) {
      const lead = [a.spouse, ...(a.age < 18 ? [a.mother, a.father] : [])].find(settledIn);
      if (!lead || lead.arrival === w.year) continue;
      const hazard = own.hasPupil(f) ? withSchools(w, 'place.joinHazard', f.area, second) : w.p('place.joinHazard');
      const joins = called.get(lead) ?? chance(w, hazard);
      called.set(lead, joins);
      if (joins) own.move(w, a, second, 1);
    }
  }
}

/** How open schools are to a child who comes: the right of a newcomer, on a permit if one can be held, or places made for them. */
function openness(w: World, from: number, area: number): number {
  const law = w.law.on(area, w.year, 183);
  const tier = from === area ? 'same-county' : 'same-city';
  const facts = rightsFacts(law, newcomer(tier, law.permit?.tiers.includes(tier) ?? false));
  const right = bestRight(law, 'schooling', facts)?.level ?? 0;
  return Math.max(right, w.lever(area, 'school.enrolment')) * w.schoolShare[area];
}

function withSchools(w: World, name: 'place.joinHazard' | 'place.wholeFamily', from: number, area: number): number {
  return own.logistic(own.logit(w.p(name)) + w.p('place.familySchool') * (openness(w, from, area) - 0.5));
}

/** Share of the rent a newcomer may expect to be paid: by the rent subsidy, then by the housing fund. */
function relief(w: World, from: number, area: number): number {
  const law = w.law.on(area, w.year, 183);
  const tier = from === area ? 'same-county' : 'same-city';
  const right = bestRight(law, 'rent-subsidy', rightsFacts(law, newcomer(tier, false)))?.level ?? 0;
  const subsidy = right * w.p('rental.needShare') * w.p('rental.subsidyShare');
  const fund = law.fundRent ? w.p('fund.coverage') * w.p('fund.rentShare') * (1 - law.fundRent.months / 12) : 0;
  return 1 - (1 - subsidy) * (1 - fund);
}

/** Who considers a move, where to, and with whom. */
export function choosePlace(w: World): void {
  const centre = centreOf(w);
  for (const a of w.persons) {
    if (a.age < 16 || a.age > 59 || a.work === Work.student || a.family.collective) continue;
    if (!registeredHere(a) || !inCity(a.area) || isAway(a)) continue;
    if (!chance(w, w.p('place.considerHazard') * (a.age <= 24 ? w.p('place.considerYouth') : 1))) continue;
    const to = draw(w, options(w, a, centre));
    if (to === null) continue;
    const { family, spouse } = a;
    const home = family.members.filter((m) => own.samePlace(m, a));
    const partner = spouse && home.includes(spouse) ? spouse : null;
    const open = own.hasPupil(family) && inCity(to);
    const usual = w.p('place.wholeFamily') * (inCity(to) ? 1 : 0.35);
    const whole = chance(w, open ? withSchools(w, 'place.wholeFamily', family.area, to) : usual);
    const couple = chance(w, w.p('place.couple'));
    const raising = family.members.some((m) => own.isMinorOf(m, a) || own.isMinorOf(m, spouse));
    const together = couple || (whole && raising);
    const children = whole ? home.filter((m) => own.isMinorOf(m, a) || own.isMinorOf(m, partner)) : [];
    for (const m of [a, ...(partner && together ? [partner] : []), ...children]) own.move(w, m, to, 1);
  }
}

/** The central areas, weighted by their townspeople, and last year's chance of a job there. */
function centreOf(w: World): Centre {
  const areas = w.city.areas.map((_, area) => area).filter((area) => w.city.areas[area].central);
  const urban = areas.map((area) => w.city.areas[area].urban);
  const total = urban.reduce((s, x) => s + x);
  return {
    areas,
    share: urban.map((x) => x / total),
    jobs: areas.reduce((s, a, i) => s + (w.jobShare[a] * urban[i]) / total, 0),
  };
}

interface Centre {
  areas: number[];
  share: number[];
  jobs: number;
}

interface Option {
  nest: number;
  to: number | null;
  utility: number;
}

function options(w: World, a: Person, centre: Centre): Option[] {
  const { p } = w;
  const { family } = a;
  const { village, area } = family;
  const since = w.year - 2020;
  const wages = 12 * (1 + p('income.townGrowth')) ** since;
  const rent = p('housing.rent') * wages;
  const farm = p('income.village') * p('income.villageEarners') * (1 + p('income.villageGrowth')) ** since;
  const land = family.land * p('income.landYuanPerMu') * (1 + p('income.villageGrowth')) ** since;
  const inTowns = p('income.town') * p('job.townChance') * w.jobShare[area] * wages;
  const inCentre = p('income.centre') * p('job.townChance') * centre.jobs * wages;
  const isCentral = w.city.areas[area].central;
  const home = family.town === 0 ? farm : p(isCentral ? 'income.centre' : 'income.town') * p('job.townChance') * wages;
  const leaving =
    -p('place.ageCurvature') * (a.age - p('place.agePeak')) ** 2 +
    p('place.schooling') * (own.SCHOOLING[a.education] - 9) +
    p('place.peers') * (village ? village.awayShare - w.awayMean : 0) +
    (p('place.land') * land) / farm;
  const list: Option[] = [{ nest: 0, to: null, utility: family.town === 1 ? p('place.townHome') : 0 }];
  const add = (
    nest: number,
    place: number,
    to: number,
    constant: number,
    income: number,
    km: number,
    extra: number,
  ) => {
    const utility =
      leaving +
      constant +
      p('place.logIncome') * Math.log(income / home) +
      p('place.logDistance') * Math.log(Math.max(km, 1)) +
      p('place.network') * (village ? village.network[place] - 1 / 4 : 0) +
      (place < 3 ? p('place.sameProvince') : 0) +
      extra;
    list.push({ nest, to, utility });
  };
  const pupil = own.hasPupil(family);
  const town = (income: number, school: number) =>
    (p('place.housingBurden') * rent * (1 - relief(w, area, school))) / income +
    (pupil ? p('place.childSchool') * openness(w, area, school) : 0);
  const { second } = family;
  const km = village?.km ?? 0;
  if (family.town === 0 && (second === null || second === area))
    add(1, 0, area, p('place.townConstant'), inTowns, km, town(inTowns, area));
  if (!isCentral && (second === null || w.city.areas[second].central)) {
    const toCentre = w.city.areas[area].distanceToCentreKm + km;
    const to = second ?? pickArea(w, centre);
    add(2, 1, to, p('place.centreConstant'), inCentre, toCentre, town(inCentre, centre.areas[0]));
  }
  const away = p('job.outsideChance') * wages;
  const [near, far] = [p('income.province') * away, p('income.nation') * away];
  add(2, 2, Outside.province, p('place.provinceConstant'), near, p('place.provinceKm'), 0);
  add(3, 3, Outside.nation, p('place.nationConstant'), far, p('place.nationKm'), 0);
  return list;
}

function pickArea(w: World, { areas, share }: Centre): number {
  let u = w.random();
  for (const [i, area] of areas.entries()) {
    u -= share[i];
    if (u < 0) return area;
  }
  return areas[0];
}

/** Nested logit: the share of a nest is exp(λ ln Σ exp(V/λ)), inside it exp(V/λ). */
function draw(w: World, list: Option[]): number | null {
  const scale = w.p('place.dissimilarity');
  const inside = (nest: number) =>
    list.filter((o) => o.nest === nest).reduce((s, o) => s + Math.exp(o.utility / scale), 0);
  const sums = [0, 1, 2, 3].map(inside);
  const total = sums.reduce((s, x) => s + x ** scale, 0);
  let u = w.random();
  for (const o of list) {
    const own = Math.exp(o.utility / scale);
    if (own > 0) u -= ((sums[o.nest] ** scale / total) * own) / sums[o.nest];
    if (u < 0) return o.to;
  }
  return list.at(-1)!.to;
}

/** Home again: couples together by one draw, children under 18 with them. */
export function returning(w: World): void {
  const { p } = w;
  const decided = new Set<Person>();
  for (const a of w.persons) {
    if (a.age < 18 || !registeredHere(a) || a.arrival === w.year || !isAway(a) || own.townsman(a)) continue;
    if (decided.has(a)) continue;
    const { family, spouse } = a;
    const company = family.members.filter((m) => m !== a && inCity(m.area) === inCity(a.area) && isAway(m)).length;
    const here = family.members.filter((m) => own.samePlace(m, a));
    const partner = spouse && here.includes(spouse) ? spouse : null;
    if (partner) decided.add(partner);
    const years = Math.min(20, w.year - 1 - a.arrival);
    const odds =
      own.logit(p('return.hazard')) +
      p('return.perYear') * years +
      p('return.family') * company +
      (a.insured > 0 ? p('return.insurance') : 0);
    if (!chance(w, own.logistic(odds) * (a.work === Work.seeking ? p('return.seeking') : 1))) continue;
    const comes = here.filter((m) => m === a || m === partner || own.isMinorOf(m, a) || own.isMinorOf(m, partner));
    const { area, town, second } = family;
    const toTown = town === 0 && !inCity(a.area) && chance(w, p('return.toTown'));
    for (const m of comes) own.move(w, m, toTown ? (second ?? area) : area, toTown ? 1 : town);
  }
}

/** Whole villages turn into neighbourhoods. */
export function reclassify(w: World): void {
  for (const village of w.villages) {
    const factor = 1 + (w.p('reclassification.policyFactor') - 1) * w.lever(village.area, 'statistic.reclassification');
    if (village.urban || !chance(w, w.p('reclassification.rate') * factor)) continue;
    village.urban = true;
    const registers = chance(w, w.p('reclassification.registerShare'));
    for (const f of w.families) {
      if (f.village !== village || f.town === 1) continue;
      for (const a of f.members) {
        if (!isAway(a)) {
          a.town = 1;
          a.arrival = w.year;
          bringPlaces(w, a);
          tally(w, 'reclassified_persons');
        }
        if (registers && a.registerArea === village.area) a.registerTown = 1;
      }
      f.town = 1;
      f.tenure = Tenure.own;
      f.tenureYear = w.year;
      if (f.second === f.area) f.second = null;
    }
  }
}
