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
    s.to[destinationOf(a)]++;
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

/** 0 the own county, 1 another county of the city, 2 the province, 3 other provinces. */
function destinationOf(a: Person): number {
  if (a.area === Outside.nation) return 3;
  if (a.area === Outside.province) return 2;
  return a.area === a.family.area ? 0 : 1;
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

/** An adult at the family home, not a student, who may look around for another place. */
const mayLook = (a: Person): boolean =>
  a.age >= 16 &&
  a.age <= 59 &&
  a.work !== Work.student &&
  !a.family.collective &&
  registeredHere(a) &&
  inCity(a.area) &&
  !isAway(a);

/** Yearly chance to look around, before what is the county's own. */
const looks = (w: World, a: Person): number =>
  Math.min(
    1,
    w.p('place.considerHazard') *
      (a.age <= 24 ? w.p('place.considerYouth') : a.age >= 45 ? w.p('place.considerLate') : 1),
  );

/** Who considers a move, where to, and with whom. */
export function choosePlace(w: World): void {
  const towns = townsOf(w);
  for (const a of w.persons) {
    if (!mayLook(a)) continue;
    if (!chance(w, Math.min(1, looks(w, a) * w.own[a.family.area].look))) continue;
    const chosen = pick(w, chances(w, options(w, a, towns)));
    if (chosen.kind === 'home') continue;
    const to = chosen.kind === 'city' ? pick(w, chosen.towns!).to : chosen.to;
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
    // a public dwelling stays in the town it stands in
    if (inCity(to) && a.family.second !== to && a.family.tenure === Tenure.publicRental)
      a.family.tenure = Tenure.privateRent;
    for (const m of [a, ...(partner && together ? [partner] : []), ...children]) own.move(w, m, to, 1);
  }
}

interface Option {
  kind: 'home' | 'town' | 'city' | 'province' | 'nation';
  nest: number;
  to: number;
  utility: number;
  /** Of another town of the city: which, with the chance of each. */
  towns?: { to: number; probability: number }[];
}

/** Wages, rent and income of a village household in a year, and last year's chance of a job in the centre. */
function incomesOf(w: World) {
  const { p } = w;
  const since = w.year - 2020;
  const wages = 12 * (1 + p('income.townGrowth')) ** since;
  const villages = (1 + p('income.villageGrowth')) ** since;
  const { areas } = w.city;
  const centre = areas.map((area, b) => (area.central ? [area.urban, area.urban * w.jobShare[b]] : [0, 0]));
  const [people, found] = [0, 1].map((k) => centre.reduce((s, x) => s + x[k], 0));
  return {
    wages,
    rent: p('housing.rent') * wages,
    village: p('income.village') * p('income.villageEarners') * villages,
    mu: p('income.landYuanPerMu') * villages,
    centreShare: people > 0 ? found / people : 1,
  };
}

/** The towns a kind of people may go to outside their own area: the utility of each, and how many townspeople it has. */
type Towns = (area: number, villager: boolean, pupil: boolean) => { to: number; size: number; utility: number }[];

function townsOf(w: World): Towns {
  const { p } = w;
  const { areas, kilometres, flows, wages: relative } = w.city;
  const { wages, rent, centreShare } = incomesOf(w);
  const central = areas.reduce((s, area) => s + (area.central ? area.urban : 0), 0) || 1;
  const known = new Map<string, ReturnType<Towns>>();
  return (from, villager, pupil) => {
    const key = [from, villager, pupil].join();
    const list =
      known.get(key) ??
      areas.flatMap((area, to) => {
        if (to === from || area.urban === 0 || (area.central && areas[from].central)) return [];
        const luck = area.central ? centreShare : w.jobShare[to];
        const pay = p(area.central ? 'income.centre' : 'income.town') * Math.min(1, p('job.townChance') * luck);
        const income = pay * wages * relative[to];
        const km = kilometres[from][to] + (villager ? p('base.villageDistanceKm') : 0);
        const utility =
          (flows[to]?.draw ?? 0) +
          p('place.logIncome') * Math.log(income) +
          p('place.logDistance') * Math.log(Math.max(km, 1)) +
          (p('place.housingBurden') * rent * relative[to] * (1 - relief(w, from, to))) / income +
          (pupil ? p('place.childSchool') * openness(w, from, to) : 0);
        return [{ to, size: area.urban / central, utility }];
      });
    known.set(key, list);
    return list;
  };
}

function options(w: World, a: Person, towns: Towns): Option[] {
  const { p } = w;
  const { family } = a;
  const { village, area, second } = family;
  const { wages, rent, village: farm, mu } = incomesOf(w);
  const relative = w.city.wages[area];
  const isCentral = w.city.areas[area].central;
  const atHome = p(isCentral ? 'income.centre' : 'income.town') * p('job.townChance') * wages * relative;
  const home = Math.log(family.town === 0 ? farm : atHome);
  const constants = w.own[area];
  const leaving =
    -p('place.ageCurvature') * (a.age - p('place.agePeak')) ** 2 +
    p('place.schooling') * (own.SCHOOLING[a.education] - 9) +
    p('place.peers') * (village ? village.awayShare - w.awayMean : 0) +
    (p('place.land') * family.land * mu) / farm;
  const list: Option[] = [{ kind: 'home', nest: 0, to: area, utility: family.town === 1 ? p('place.townHome') : 0 }];
  /** What every destination has: beside income, distance, rent and schools. */
  const common = (destination: number) =>
    leaving -
    p('place.logIncome') * home +
    p('place.network') * (village ? village.network[destination] - 1 / 4 : 0) +
    (destination < 3 ? p('place.sameProvince') : 0) +
    (destination > 0 ? constants.leave : constants.town);
  const reach = (income: number, km: number) =>
    p('place.logIncome') * Math.log(income) + p('place.logDistance') * Math.log(Math.max(km, 1));
  const pupil = own.hasPupil(family);
  const villager = family.town === 0;
  if (villager && (second === null || second === area)) {
    const income = p('income.town') * Math.min(1, p('job.townChance') * w.jobShare[area]) * wages * relative;
    const utility =
      common(0) +
      p('place.townConstant') +
      reach(income, village?.km ?? 0) +
      (p('place.housingBurden') * rent * relative * (1 - relief(w, area, area))) / income +
      (pupil ? p('place.childSchool') * openness(w, area, area) : 0);
    list.push({ kind: 'town', nest: 1, to: area, utility });
  }
  const open = towns(area, villager, pupil);
  if (second === null && open.length > 0) {
    const scale = p('place.dissimilarity');
    const weights = open.map(({ size, utility }) => size * Math.exp(utility / scale));
    const sum = weights.reduce((s, x) => s + x);
    const utility = common(1) + p('place.centreConstant') + scale * Math.log(sum);
    const shares = open.map(({ to }, n) => ({ to, probability: weights[n] / sum }));
    list.push({ kind: 'city', nest: 2, to: -1, utility, towns: shares });
  }
  const only = open.find(({ to }) => to === second);
  if (only) {
    const utility = common(1) + p('place.centreConstant') + only.utility;
    list.push({ kind: 'city', nest: 2, to: only.to, utility, towns: [{ to: only.to, probability: 1 }] });
  }
  const away = p('job.outsideChance') * wages;
  const near = common(2) + p('place.provinceConstant') + reach(p('income.province') * away, p('place.provinceKm'));
  const far = common(3) + p('place.nationConstant') + reach(p('income.nation') * away, p('place.nationKm'));
  list.push({ kind: 'province', nest: 2, to: Outside.province, utility: near });
  list.push({ kind: 'nation', nest: 3, to: Outside.nation, utility: far });
  return list;
}

/** Nested logit: the share of a nest is exp(λ ln Σ exp(V/λ)), inside it exp(V/λ). */
function chances(w: World, list: Option[]): (Option & { probability: number })[] {
  const scale = w.p('place.dissimilarity');
  const inside = (nest: number) =>
    list.filter((o) => o.nest === nest).reduce((s, o) => s + Math.exp(o.utility / scale), 0);
  const sums = [0, 1, 2, 3].map(inside);
  const total = sums.reduce((s, x) => s + x ** scale, 0);
  return list.map((o) => {
    const mine = Math.exp(o.utility / scale);
    return { ...o, probability: mine > 0 ? ((sums[o.nest] ** scale / total) * mine) / sums[o.nest] : 0 };
  });
}

function pick<T extends { probability: number }>(w: World, list: T[]): T {
  let u = w.random();
  for (const each of list) {
    u -= each.probability;
    if (u < 0) return each;
  }
  return list.at(-1)!;
}

/** Where no constant meets a share, the nearest there is. */
const within12 = (x: number): number => Math.min(12, Math.max(-12, x));

/** Of a county at most so many are looked at. */
const LOOKED_AT = 400;

/**
 * The two constants of every county, and how readily its people look around: solved on the base year under the law as it really
 * stands, so that as many leave and go to town as its flows and the returns that may be expected come to.
 */
export function anchorMoves(w: World, realLaw: World['law']): void {
  const { flows, areas } = w.city;
  const { law } = w;
  w.law = realLaw;
  w.own = areas.map(() => ({ leave: 0, town: 0, look: 1 }));
  const towns = townsOf(w);
  w.own = areas.map((_, area) => {
    const own = { leave: 0, town: 0, look: 1 };
    const flow = flows[area];
    const may = w.persons.filter((a) => mayLook(a) && a.family.area === area);
    if (!flow || may.length === 0) return own;
    const step = Math.max(1, may.length / LOOKED_AT);
    const seen = Array.from({ length: Math.min(may.length, LOOKED_AT) }, (__, n) => may[Math.floor(n * step)]).map(
      (a) => {
        const of = chances(w, options(w, a, towns));
        const sum = (kinds: Option['kind'][]) =>
          of.reduce((s, o) => s + (kinds.includes(o.kind) ? o.probability : 0), 0);
        return {
          hazard: looks(w, a),
          stay: sum(['home']),
          town: sum(['town']),
          leave: sum(['city', 'province', 'nation']),
        };
      },
    );
    const all = seen.reduce((s, x) => s + x.hazard, 0);
    const back = expectedReturns(w, area);
    const residents = w.persons.filter((a) => a.area === area).length;
    const leaving = Math.max(0, flow.leaving * residents + back.fromElsewhere);
    const townward = Math.max(0, flow.townward * residents + back.fromTown);
    own.look = Math.min(3, Math.max(1, (leaving + townward) / (0.5 * step * all)));
    const bounded = (persons: number) => Math.min(0.98, Math.max(0.002, persons / (step * all * own.look)));
    const villagers = seen.some((x) => x.town > 0);
    const wanted = [bounded(leaving), villagers ? bounded(townward) : 0];
    const together = Math.max(1, (wanted[0] + wanted[1]) / 0.98);
    // each constant moves by what its share lacks until both are met
    for (let round = 0; round < 2000; round++) {
      const shares = [0, 0];
      for (const x of seen) {
        const [go, town] = [x.leave * Math.exp(own.leave), x.town * Math.exp(own.town)];
        shares[0] += (x.hazard * go) / (x.stay + go + town) / all;
        shares[1] += (x.hazard * town) / (x.stay + go + town) / all;
      }
      own.leave = within12(own.leave + Math.log(wanted[0] / together / shares[0]));
      if (villagers) own.town = within12(own.town + Math.log(wanted[1] / together / shares[1]));
    }
    return own;
  });
  w.law = law;
}

/** Adults of 18 and over of an area's families who live away without a town register there, by their chance to come back. */
function expectedReturns(w: World, area: number): { fromElsewhere: number; fromTown: number } {
  const sums = { fromElsewhere: 0, fromTown: 0 };
  for (const a of w.persons) {
    if (a.age < 18 || a.family.area !== area || a.family.collective || !registeredHere(a)) continue;
    if (!isAway(a) || own.townsman(a)) continue;
    sums[a.area === area && a.family.town === 0 ? 'fromTown' : 'fromElsewhere'] += returnChance(w, a);
  }
  return sums;
}

/** Yearly chance to return. */
function returnChance(w: World, a: Person): number {
  const { p } = w;
  if (a.work === Work.student) return 0;
  const company = a.family.members.filter((m) => m !== a && inCity(m.area) === inCity(a.area) && isAway(m)).length;
  const years = Math.min(20, Math.max(0, w.year - 1 - a.arrival));
  const odds =
    own.logit(p('return.hazard')) +
    p('return.perYear') * years +
    p('return.family') * company +
    (a.insured > 0 ? p('return.insurance') : 0);
  return Math.min(1, own.logistic(odds) * (a.work === Work.seeking ? p('return.seeking') : 1));
}

/** Home again: couples together by one draw, children under 18 with them. */
export function returning(w: World): void {
  const { p } = w;
  const decided = new Set<Person>();
  for (const a of w.persons) {
    if (a.age < 18 || !registeredHere(a) || a.arrival === w.year || !isAway(a) || own.townsman(a)) continue;
    if (decided.has(a)) continue;
    const { family, spouse } = a;
    const here = family.members.filter((m) => own.samePlace(m, a));
    const partner = spouse && here.includes(spouse) ? spouse : null;
    if (partner) decided.add(partner);
    if (!chance(w, returnChance(w, a))) continue;
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
    const pace = w.p('reclassification.factor') * (w.city.flows[village.area]?.reclassified ?? 0);
    if (village.urban || !chance(w, pace * factor)) continue;
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
