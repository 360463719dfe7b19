import type { Applicant } from '../../src/policy/applicant.ts';
import { admits, type Law, leverGroup, type Route } from '../../src/policy/law.ts';
import { permitOpen } from '../../src/policy/permit.ts';
import type { RelativeName } from '../../src/policy/relative.ts';
import { rightsFacts, serviceGap } from '../../src/policy/rights.ts';
import {
  educations,
  Outside,
  type RegisterTierName,
  registerTiers,
  Sex,
  sexes,
  Tenure,
  tenures,
  Work,
  works,
} from '../../src/population/codes.ts';
import type { ParameterValues } from '../../src/scenario/parameters.ts';
import * as own from './world.ts';
import { chance, type Family, inTown, type Person, registeredHere, tally, type World } from './world.ts';

const MIDDLE = 183;

const tierOf = (a: Person): RegisterTierName =>
  a.registerArea === a.area
    ? 'same-county'
    : registeredHere(a)
      ? 'same-city'
      : a.registerArea === Outside.province
        ? 'same-province'
        : 'other-province';

/** What decides on the rights of somebody today. */
export const factsOf = (w: World, a: Person, law: Law) => rightsFacts(law, applicantOf(w, a));

/** Of whom a measure may be limited to: where registered, and whether in a village. */
export const groupOf = (a: Person): number => leverGroup(registerTiers.indexOf(tierOf(a)), a.registerTown === 0);

/** Who is what to a person, by definition. */
const isTo: Record<RelativeName, (m: Person, a: Person) => boolean> = {
  spouse: (m, a) => a.spouse === m,
  children: (m, a) => [a, a.spouse].some((x) => x !== null && (m.mother === x || m.father === x)),
  grandchildren: (m, a) => [m.mother, m.father].some((x) => x !== null && isTo.children(x, a)),
  'own-parents': (m, a) => a.mother === m || a.father === m,
  'spouse-parents': (m, a) => a.spouse !== null && isTo['own-parents'](m, a.spouse),
  'children-in-law': (m, a) => m.spouse !== null && isTo.children(m.spouse, a),
  grandparents: (m, a) => isTo.grandchildren(a, m),
  siblings: (m, a) => m !== a && [a.mother, a.father].some((x) => x !== null && (m.mother === x || m.father === x)),
};

/** What the law wants to know of somebody in the middle of the year, or on another day. */
export function applicantOf(w: World, a: Person, day = MIDDLE): Applicant {
  const { family } = a;
  const [publicStaff, certificate, vocational, veteran] = a.traits as [number, number, number, number];
  const [lease, area, abroad, card] = a.traits.slice(7) as [number, number, number, number];
  const tenure = family.collective ? Tenure.employer : family.tenure;
  const months = 12 * (w.year - family.tenureYear) + (12 * day) / 366 - 6;
  const near = [a.spouse, a.mother, a.father, ...family.members].filter((m) => m !== null && m !== a && m.here);
  const inTown = a.town === 1;
  const working = [Work.informal, Work.formal, Work.selfEmployed].some((work) => work === a.work);
  const size = family.collective ? 1 : family.members.length;
  return {
    livesInTown: a.town === 1,
    tier: tierOf(a),
    registeredRural: a.registerTown === 0,
    registerPlace: w.city.areas[a.registerArea]?.code ?? '',
    registeredInDistrict: w.city.areas[a.registerArea]?.level === 'district',
    age: a.age,
    yearsInTown: own.yearsHere(w, a),
    permitYears: a.permit > 0 ? w.year - a.permit : 0,
    dwelling: tenures[tenure],
    leaseMonths: own.isRenting(family) && !family.collective ? Math.max(0, Math.floor(months)) : 0,
    work: works[a.work],
    insuredYears: a.insured,
    licensed: a.work === Work.selfEmployed,
    publicEmployee: a.work === Work.formal && publicStaff < w.p('applicant.publicEmployeeShare'),
    education: educations[a.education],
    degree: 'none', // asked by no document the twin is held to
    vocational: a.education === 3 && vocational < w.p('applicant.vocationalShare'),
    yearsSinceGraduation: a.education === 0 ? Infinity : Math.max(0, a.age - [0, 12, 15, 18, 22][a.education]),
    certificate: a.education >= 2 && certificate < w.p('applicant.certificateShare'),
    veteran: a.sex === Sex.male && veteran < w.p('applicant.veteranShare'),
    wholeFamilyInTown: !family.collective && family.members.every((m) => own.samePlace(m, a)),
    worksInTown: inTown && working,
    schooledHere: own.yearsHere(w, a) >= 1,
    sex: sexes[a.sex],
    married: a.spouse !== null,
    familySize: size,
    hasPermit: a.permit > 0,
    leaseRegistered:
      tenure === Tenure.privateRent ? lease < w.p('applicant.leaseRegisteredShare') : tenure === Tenure.publicRental,
    floorArea:
      tenure === Tenure.none ? Number.NaN : w.p('applicant.floorAreaPerHead') * size * Math.exp(0.3 * own.logit(area)),
    housingNeed: !family.collective && tenure !== Tenure.own && family.inNeed < w.p('rental.needShare'),
    incomePerHead: Number.NaN,
    returnee: a.education === 4 && abroad < w.p('applicant.returneeShare'),
    talentCard: a.education === 4 && a.work === Work.formal && card < w.p('applicant.talentCardShare'),
    honoured: false,
    noCriminalRecord: true,
    someRelative: (is, test) =>
      is.some((name) =>
        near.some(
          (m) =>
            m !== null &&
            isTo[name](m, a) &&
            test({
              person: applicantOf(w, m, day),
              registeredHere: m.registerArea === a.area && m.registerTown === 1,
              livingTogether: inTown && m.town === 1 && m.area === a.area && m.family === family,
            }),
        ),
      ),
  };
}

/** Residence permits, for everyone of one year or more who lives off the register; those not endorsed lapse. */
export function permits(w: World): void {
  for (const a of w.persons) {
    if (a.permit > 0 && a.permit < w.year && chance(w, w.p('permit.lapse'))) {
      a.permit = 0;
      continue;
    }
    if (a.permit > 0 || a.age < 1 || !own.inCity(a.area)) continue;
    if (a.registerArea === a.area && a.registerTown === a.town) continue;
    const eased = 1 + (w.p('permit.paperworkGain') - 1) * w.lever(a.area, 'permit.paperwork');
    if (!chance(w, w.p('permit.applyHazard') * eased)) continue;
    const rule = w.law.on(a.area, w.year, MIDDLE).permit;
    if (!rule || !permitOpen(rule, applicantOf(w, a))) continue;
    a.permit = w.year;
    tally(w, 'permits_issued');
  }
}

/** Who decides, for how many persons with a village register in town; alone in a collective household. */
interface Decider {
  a: Person;
  size: number;
  alone: boolean;
}

const mayDecide = (a: Person) => a.age >= 18 && a.age <= 69 && a.work !== Work.student;

/** Of those in town without a town register there the reference person, else the spouse, else the first adult. */
function decidersOf(f: Family): Decider[] {
  const offRegister = f.members.filter((a) => inTown(a) && !own.townsman(a));
  const adults = offRegister.filter(mayDecide);
  if (f.collective) return adults.map((a) => ({ a, size: 1, alone: true }));
  const a = adults.find((m) => m === f.head) ?? adults.find((m) => m.spouse === f.head) ?? adults[0];
  return a ? [{ a, size: offRegister.filter((m) => m.registerTown === 0).length, alone: false }] : [];
}

/** Utility of settling without the constant and the taste. */
function utility(w: World, a: Person, law: Law): number {
  const { p } = w;
  const f = a.family;
  let v =
    p('settlement.schooling') * own.SCHOOLING[a.education] +
    p('settlement.age') * Math.max(0, a.age - 40) +
    p('settlement.yearsInTown') * Math.min(30, own.yearsHere(w, a)) +
    (p('settlement.serviceGain') * (serviceGap(law, factsOf(w, a, law)) - w.gapMean)) /
      p('settlement.serviceGapSpread') +
    p('settlement.hassle') * (1 - law.reach['settlement.paperwork'][groupOf(a)]);
  if (f.village) v += p('settlement.peers') * (f.village.settledShare - w.settledMean);
  if (a.insured > 0) v += p('settlement.insured');
  if (f.collective) return v;
  if (f.tenure === Tenure.own) v += p('settlement.owns');
  if (f.members.some((m) => m.age >= 6 && m.age <= 14 && m.area === a.area && m.town === 1))
    v += p('settlement.schoolChild');
  if (a.registerTown === 1) return v;
  v += f.homestead * p('settlement.homestead') + f.herder * p('settlement.herder');
  if (f.land === 0) return v;
  const exit = (f.land / f.members.length) * p('settlement.exitYuanPerMu') * law.levers['land.paidExit'];
  const income = p('income.village') * (1 + p('income.villageGrowth')) ** (w.year - 2020);
  const belief = f.believes ? p('settlement.landBelief') : 0;
  return v + p('settlement.land') + belief + p('settlement.exitIncome') * Math.log(1 + exit / income);
}

/** Awareness spreads and the fear for the land fades. */
export function information(w: World): void {
  const spreads = w.p('settlement.outreach');
  for (const f of w.families) {
    if (f.collective) continue;
    const area = own.hasHouseIn(f);
    const seen = f.head.registerArea === area ? 'same-county' : tierOf({ ...f.head, area });
    const group = leverGroup(registerTiers.indexOf(seen), f.head.registerTown === 0);
    const lever = (at: number, name: Parameters<World['lever']>[1]) => w.law.leverFor(at, w.year, name, group);
    const untold =
      (1 - spreads * lever(area, 'information.awareness')) * (1 - spreads * lever(area, 'information.mobilisation'));
    const neighbours = w.p('settlement.neighbour') * (f.village?.settledShare ?? 0);
    if (!f.aware && chance(w, 1 - untold * (1 - neighbours))) f.aware = true;
    const kept = w.p('settlement.beliefDecay') * lever(f.area, 'land.rightsKept');
    const explained = spreads * lever(f.area, 'information.landBelief');
    if (f.believes && chance(w, 1 - (1 - kept) * (1 - explained))) f.believes = false;
  }
}

/** Who settles, by which route, with whom. */
export function settle(w: World): void {
  tally(w, 'settlement_pool', w.persons.filter((a) => own.inTown(a) && a.registerTown === 0).length);
  for (const f of w.families.slice()) for (const decider of decidersOf(f)) decide(w, f, decider);
}

function decide(w: World, f: Family, { a, size, alone }: Decider): void {
  if (!alone && !chance(w, w.p('settlement.tasteCorrelation'))) f.taste = own.logit(w.random());
  const taste = alone ? own.logit(a.traits[4]) : f.taste;
  const value = w.constant + utility(w, a, w.law.on(a.area, w.year, MIDDLE)) + taste;
  const cares = alone ? a.traits[5] >= w.p('settlement.indifferentShare') : !f.indifferent;
  const aware = alone ? a.traits[6] >= w.p('settlement.unawareShare') : f.aware;
  const firm = cares && value > w.threshold;
  if (a.registerTown === 0) {
    tally(w, 'asked', size);
    if (cares && value > 0) tally(w, 'willing_persons', size);
    if (firm) tally(w, 'firm_persons', size);
  }
  const h = w.p('settlement.actHazard') * (aware ? 1 : w.p('settlement.unawareFactor'));
  if (!firm || !chance(w, 1 - (1 - h) ** (a.arrival === w.year ? 0.5 : 1))) return;
  const day = 1 + Math.floor(365 * w.random());
  const facts = applicantOf(w, a, day);
  const open = w.law.on(a.area, w.year, day).routes.filter((route) => route.open(facts));
  if (open.length === 0) return;
  tally(w, 'settled_households');
  const { area } = a;
  for (const m of [a, ...relatives(w, a, open)]) {
    m.registerArea = area;
    m.registerTown = 1;
    m.permit = 0;
    tally(w, 'settled_persons');
  }
}

/** Relatives whom a route open to the applicant admits and who follow. */
function relatives(w: World, a: Person, open: readonly Route[]): Person[] {
  const { p } = w;
  const { members } = a.family;
  const pair = [a, ...(a.spouse ? [a.spouse] : [])];
  const isOf = (m: Person | null, parents: Person[]) =>
    m !== null && parents.some((x) => m.mother === x || m.father === x);
  const kin: [Person, RelativeName, number][] = [];
  for (const m of pair.slice(1)) kin.push([m, 'spouse', p('settlement.followSpouse')]);
  for (const m of members) {
    if (pair.includes(m)) continue;
    if (isOf(m, pair)) {
      if (!m.spouse) kin.push([m, 'children', p('settlement.followChild')]);
    } else if (isOf(m.mother, pair) || isOf(m.father, pair))
      kin.push([m, 'grandchildren', p('settlement.followChild')]);
  }
  for (const m of own.livingParents(a)) kin.push([m, 'own-parents', p('settlement.followParent')]);
  for (const m of pair.slice(1).flatMap(own.livingParents))
    kin.push([m, 'spouse-parents', p('settlement.followParent')]);
  const follows = ([m, relation, odds]: (typeof kin)[number]) => {
    if (!m.here || (m.registerArea === a.area && m.registerTown === 1)) return false;
    const together = m.area === a.area && m.town === 1;
    return open.some((r) => admits(r, relation, together, () => applicantOf(w, m))) && chance(w, odds);
  };
  return kin.filter(follows).map(([m]) => m);
}

/** Solves the constant and the threshold on the base year under the real law and draws the tastes. */
export function anchor(w: World, realLaw: World['law']): void {
  const pool = w.families.flatMap(decidersOf).filter(({ a, alone }) => !alone && a.registerTown === 0);
  const lawFor = (a: Person) => realLaw.on(a.area, w.year, MIDDLE);
  w.gapMean = own.mean(pool.map(({ a }) => serviceGap(lawFor(a), factsOf(w, a, lawFor(a)))));
  const values = pool.map(({ a }) => utility(w, a, lawFor(a)));
  const people = pool.reduce((s, { size }) => s + size, 0);
  const cares = 1 - w.p('settlement.indifferentShare');
  const solve = (target: number): number => {
    let [low, high] = [-30, 30];
    while (high - low > 1e-8) {
      const c = (low + high) / 2;
      const share = pool.reduce((s, { size }, i) => s + (cares * size * own.logistic(c + values[i])) / people, 0);
      if (share < target) low = c;
      else high = c;
    }
    return low;
  };
  // as many willing as surveyed; where people settle faster than where they were asked, more of them are firm
  const firmly = Math.min(0.9 * cares, w.p('settlement.firmShare') * w.settling.firm);
  w.constant = solve(Math.max(w.p('settlement.willingShare'), firmly / 0.9));
  w.threshold = w.constant - solve(firmly);
  for (const f of w.families) f.taste = own.logit(w.random());
  const rho = w.p('settlement.tasteCorrelation');
  pool.forEach(({ a }, i) => {
    const f = a.family;
    const first = 1 - own.logistic(w.threshold - w.constant - values[i]);
    const h = w.p('settlement.actHazard') * (f.aware ? 1 : w.p('settlement.unawareFactor'));
    const facts = applicantOf(w, a);
    const eligible = lawFor(a).routes.some((route) => route.open(facts));
    const years = eligible ? Math.min(15, w.year - 2014, own.yearsHere(w, a)) : 0;
    let firm = first;
    for (let n = 0; n < years; n++) firm = (rho * firm * (1 - h)) / (1 - firm * h) + (1 - rho) * first;
    const u = w.random();
    f.taste = own.logit(chance(w, firm) ? 1 - first * (1 - u) : u * (1 - first));
  });
}

/** Students bring their register at admission: those of 18 who live here, and who has come to study this year. */
export function studentRegisters(w: World): void {
  for (const a of w.persons.filter((each) => inTown(each) && each.work === Work.student && each.education === 4)) {
    if ((a.age !== 18 && a.arrival !== w.year) || own.townsman(a)) continue;
    if (!chance(w, w.p('education.registerAtAdmission'))) continue;
    const facts = applicantOf(w, a, 245);
    const routes = w.law.on(a.area, w.year, 245).routes.filter(({ name }) => name.startsWith('student'));
    const open = routes.some((route) => route.open(facts));
    if (!open && (a.arrival !== w.year || registeredHere(a))) continue;
    if (open) tally(w, 'settled_households');
    if (open) tally(w, 'settled_persons');
    [a.registerArea, a.registerTown, a.permit] = [a.area, 1, 0];
  }
}

/** Registers set right in the years that had it: households whose members live in the town of their own county on a village register. */
export function setRight(w: World): void {
  const share = w.settling.cleanUp(w.year, w.values as ParameterValues);
  for (const f of w.families) {
    if (!chance(w, share)) continue;
    for (const a of f.members)
      if (own.inTown(a) && a.registerArea === a.area && a.registerTown === 0) [a.registerTown, a.permit] = [1, 0];
  }
}

/** People outside the city move their register there: the absent of a family by one draw. */
export function registerDoors(w: World): void {
  const rural = w.p('doors.settledElsewhere');
  for (const f of w.families) {
    const u = w.random();
    for (const a of f.members.filter((m) => !own.inCity(m.area) && registeredHere(m) && m.arrival !== w.year)) {
      if (u >= rural * (a.registerTown === 1 ? w.p('doors.urbanFactor') : 1)) continue;
      tally(w, 'register_out');
      own.removePerson(a);
    }
  }
  w.persons = w.persons.filter((a) => a.here);
}
