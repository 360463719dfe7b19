import { isDistrict } from '../../src/policy/areas.ts';
import { type Applicant, dwellings, educations, type Law, type RegisterTier, type Relatives, works } from '../../src/policy/law.ts';
import { permitOpen } from '../../src/policy/permit.ts';
import { serviceGap } from '../../src/policy/rights.ts';
import { Outside, Sex, Tenure, Work } from '../../src/population/codes.ts';
import { logit } from './life.ts';
import * as own from './world.ts';
import { chance, type Family, inTown, isAway, type Person, registeredHere, tally, type World } from './world.ts';

const tierOf = (a: Person): RegisterTier =>
  a.registerArea === a.area
    ? 'same-county'
    : registeredHere(a)
      ? 'same-city'
      : a.registerArea === Outside.province
        ? 'same-province'
        : 'other-province';

export const factsOf = (w: World, a: Person) => ({
  tier: tierOf(a),
  hasPermit: a.permit > 0,
  yearsInTown: own.yearsHere(w, a),
  insuredYears: a.insured,
});

/** What the law wants to know of somebody. */
export function applicantOf(w: World, a: Person): Applicant {
  const { family } = a;
  const rents = family.tenure === Tenure.privateRent || family.tenure === Tenure.publicRental;
  const [publicStaff, licence, certificate, vocational, veteran] = a.traits as [number, number, number, number, number];
  const kin = [a.spouse, a.mother, a.father, ...family.members.filter((m) => m.mother === a || m.father === a)];
  return {
    livesInTown: inTown(a),
    tier: tierOf(a),
    registeredRural: a.registerTown === 0,
    registeredInDistrict: registeredHere(a) && isDistrict(w.city.areas[a.registerArea]!.code),
    age: a.age,
    yearsInTown: own.yearsHere(w, a),
    permitYears: a.permit > 0 ? w.year - a.permit : 0,
    dwelling: dwellings[[0, 2, 3, 4, 1][family.tenure]!]!,
    leaseMonths: rents ? 12 * (w.year - family.tenureYear) : 0,
    work: works[a.work === Work.seeking ? Work.none : a.work]!,
    insuredYears: a.insured,
    licensed: a.work === Work.selfEmployed && licence < 1,
    publicEmployee: a.work === Work.formal && publicStaff < w.p('applicant.publicEmployeeShare'),
    education: educations[a.education]!,
    vocational: a.education === 3 && vocational < w.p('applicant.vocationalShare'),
    yearsSinceGraduation: a.work === Work.student ? 0 : a.age - [0, 12, 15, 18, 22][a.education]!,
    certificate: a.education >= 2 && a.age >= 16 && certificate < w.p('applicant.certificateShare'),
    veteran: a.sex === Sex.male && a.age >= 20 && veteran < w.p('applicant.veteranShare'),
    wholeFamilyInTown: family.members.every((m) => own.samePlace(m, a)),
    kinRegisteredHere: kin.some((m) => m?.here && m.registerArea === a.area && m.registerTown === 1),
  };
}

/** Residence permits. */
export function permits(w: World): void {
  for (const a of w.persons) {
    if (a.age < 16 || a.permit > 0 || !inTown(a) || own.townsman(a)) continue;
    const rule = w.law.on(a.area, w.year, 365).permit;
    if (!rule || !permitOpen(rule, applicantOf(w, a))) continue;
    const eased = 1 + (w.p('permit.paperworkGain') - 1) * w.lever(a.area, 'permit.paperwork');
    if (!chance(w, w.p('permit.applyHazard') * eased)) continue;
    a.permit = w.year;
    tally(w, 'permits_issued');
  }
}

/** The adult who decides for a household in town without a town register there. */
function decider(f: Family): Person | null {
  const adults = f.members.filter((a) => a.age >= 18 && inTown(a));
  const first = adults.includes(f.head) ? f.head : (adults.find((a) => a === f.head.spouse) ?? adults[0] ?? null);
  return first && !own.townsman(first) ? first : null;
}

/** Utility of settling without the constant and the taste. */
function utility(w: World, f: Family, a: Person, law: Law): number {
  const { p } = w;
  const exit = f.land * p('settlement.exitYuanPerMu') * law.levers['land.paidExit'];
  const income = 12 * p('income.town') * (1 + p('income.townGrowth')) ** (w.year - w.scenario.baseYear);
  const child = f.members.some((m) => m.age >= 6 && m.age <= 14 && own.samePlace(m, a));
  return (
    p('settlement.schooling') * [0, 6, 9, 12, 16][a.education]! +
    p('settlement.age') * Math.max(0, a.age - 40) +
    p('settlement.yearsInTown') * own.yearsHere(w, a) +
    (p('settlement.serviceGain') * (serviceGap(law, factsOf(w, a)) - w.gapMean)) / p('settlement.serviceGapSpread') +
    (child ? p('settlement.schoolChild') : 0) +
    p('settlement.peers') * (f.village?.settledShare ?? 0) +
    (f.tenure === Tenure.own ? p('settlement.owns') : 0) +
    f.homestead * p('settlement.homestead') +
    (f.land > 0 ? p('settlement.land') : 0) +
    (f.believes ? p('settlement.landBelief') : 0) +
    f.herder * p('settlement.herder') +
    (a.work === Work.formal ? p('settlement.insured') : 0) +
    p('settlement.hassle') * (1 - law.levers['settlement.paperwork']) +
    p('settlement.exitIncome') * Math.log(1 + exit / income)
  );
}

/** Awareness spreads and the fear for the land fades. */
export function information(w: World): void {
  for (const f of w.families) {
    const area = f.second ?? f.area;
    if (f.members.length === 0 || !own.inCity(area)) continue;
    const outreach = w.p('settlement.outreach') * w.lever(area, 'information.awareness');
    const neighbours = w.p('settlement.neighbour') * (f.village?.settledShare ?? 0);
    if (!f.aware && chance(w, 1 - (1 - outreach) * (1 - neighbours))) f.aware = true;
    const clause = Math.max(w.lever(area, 'land.rightsKept'), w.lever(area, 'information.landBelief'));
    if (f.believes && chance(w, w.p('settlement.beliefDecay') * clause)) f.believes = false;
  }
}

/** Who settles, by which route, with whom. */
export function settle(w: World): void {
  const rho = w.p('settlement.tasteCorrelation');
  for (const f of w.families) {
    if (!chance(w, rho)) f.taste = logit(w.random());
    const a = decider(f);
    if (!a || f.indifferent) continue;
    const day = 1 + Math.floor(w.random() * 365);
    const law = w.law.on(a.area, w.year, day);
    if (w.constant + utility(w, f, a, law) + f.taste <= w.threshold) continue;
    const h = w.p('settlement.actHazard') * (f.aware ? 1 : w.p('settlement.unawareFactor'));
    if (!chance(w, 1 - (1 - h) ** (a.arrival === w.year ? 0.5 : 1))) continue;
    const facts = applicantOf(w, a);
    const open = law.routes.filter((route) => route.open(facts));
    if (open.length === 0) continue;
    const followers = f.members.filter((m) => m !== a && !own.townsman(m) && follows(w, a, m, open));
    for (const m of [a, ...followers]) {
      m.registerArea = a.area;
      m.registerTown = 1;
      m.permit = 0;
      tally(w, 'settled_persons');
    }
    tally(w, 'settled_households');
  }
}

function follows(w: World, a: Person, m: Person, open: readonly { relatives: Relatives }[]): boolean {
  const isChild = (m.mother === a || m.father === a || (a.spouse && (m.mother === a.spouse || m.father === a.spouse))) && m.age < 18;
  const parents = own.livingParents(a);
  const inLaws = a.spouse ? own.livingParents(a.spouse) : [];
  const grandchild = [m.mother, m.father].some((x) => x && (x.mother === a || x.father === a));
  const [kind, odds]: [keyof Relatives, number] | [null, 0] =
    m === a.spouse
      ? ['spouse', w.p('settlement.followSpouse')]
      : isChild
        ? ['children', w.p('settlement.followChild')]
        : parents.includes(m)
          ? ['ownParents', w.p('settlement.followParent')]
          : inLaws.includes(m)
            ? ['spouseParents', w.p('settlement.followParent')]
            : grandchild
              ? ['grandchildren', w.p('settlement.followChild')]
              : [null, 0];
  if (kind === null || !own.samePlace(m, a)) return false;
  return open.some((route) => route.relatives[kind]) && chance(w, odds);
}

/** Solves the constant and the threshold on the base year under the real law and draws the tastes. */
export function anchor(w: World, realLaw: World['law']): void {
  const pool = w.families.flatMap((f) => {
    const a = decider(f);
    return a ? [{ f, a, size: f.members.filter((m) => own.samePlace(m, a) && !own.townsman(m)).length }] : [];
  });
  const lawFor = (a: Person, year = w.year) => realLaw.on(a.area, year, 365);
  const people = pool.reduce((s, x) => s + x.size, 0);
  w.gapMean = pool.reduce((s, { a, size }) => s + size * serviceGap(lawFor(a), factsOf(w, a)), 0) / people;
  const values = pool.map(({ f, a }) => utility(w, f, a, lawFor(a)));
  const share = (c: number) =>
    pool.reduce((s, { f, size }, i) => s + (f.indifferent ? 0 : size * own.logistic(c + values[i]!)), 0) / people;
  const solve = (target: number): number => {
    let [low, high] = [-30, 30];
    for (let i = 0; i < 60; i++) {
      const middle = (low + high) / 2;
      if (share(middle) < target) low = middle;
      else high = middle;
    }
    return low;
  };
  w.constant = solve(w.p('settlement.willingShare'));
  w.threshold = w.constant - solve(w.p('settlement.firmShare'));
  for (const f of w.families) f.taste = logit(w.random());
  const rho = w.p('settlement.tasteCorrelation');
  pool.forEach(({ f, a }, i) => {
    const bar = w.threshold - w.constant - values[i]!;
    const first = 1 - own.logistic(bar);
    const h = w.p('settlement.actHazard') * (f.aware ? 1 : w.p('settlement.unawareFactor'));
    const facts = applicantOf(w, a);
    let firm = first;
    for (let year = w.year - own.yearsHere(w, a) + 1; year <= w.year; year++) {
      if (!lawFor(a, year).routes.some((route) => route.open(facts))) continue;
      firm = (rho * firm * (1 - h)) / (1 - firm * h) + (1 - rho) * first;
    }
    const u = w.random();
    f.taste = logit(chance(w, firm) ? 1 - first * (1 - u) : u * (1 - first));
  });
}

/** Registers that leave the city with people who live outside it. */
export function registerDoors(w: World): void {
  for (const a of w.persons) {
    if (own.inCity(a.area) || !registeredHere(a)) continue;
    const factor = a.registerTown === 1 ? w.p('doors.urbanFactor') : 1;
    if (!chance(w, w.p('doors.settledElsewhere') * factor)) continue;
    tally(w, 'register_out');
    own.removePerson(a);
  }
  w.persons = w.persons.filter((a) => a.here);
}
export { isAway };
