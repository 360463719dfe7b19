import { Outside, Sex, Tenure, Work } from '../../src/population/codes.ts';
import * as own from './world.ts';
import { chance, type Family, inCity, inTown, type Person, registeredHere, samePlace, tally, type World } from './world.ts';

/** Shares of the vital tables of one year: survival by sex and age, of newborns, births by age. */
function tables(w: World) {
  const { vitals } = w.city;
  const y = Math.min(w.year, vitals.lastYear) - vitals.firstYear;
  const survive = [0, 1].map((sex) => {
    const q = Array.from(vitals.qx[y]![sex]!, (x) => Math.min(1, x * w.p('mortality.factor')));
    const l = [1];
    for (let a = 0; a <= 100; a++) l.push(l[a]! * (1 - q[a]!));
    const L = q.map((_, a) => l[a + 1]! + (a === 0 ? 0.15 : 0.5) * (l[a]! - l[a + 1]!));
    return { newborn: L[0]!, next: L.map((x, a) => (a < 99 ? L[a + 1]! / x : 1 - q[99]!)) };
  });
  const f = vitals.asfr[y]!;
  const ratio = vitals.sexRatioAtBirth[y]!;
  const fertility = (a: number) => (w.p('fertility.factor') * ((f[a] ?? 0) + (f[a + 1] ?? 0))) / 2;
  return { survive, fertility, male: ratio / (1 + ratio) };
}

/** Mortality, ageing, fertility. */
export function vitalEvents(w: World): void {
  const { survive, fertility, male } = tables(w);
  for (const a of w.persons) {
    if (chance(w, 1 - survive[a.sex]!.next[a.age]!)) {
      if (inCity(a.area)) tally(w, 'deaths');
      own.removePerson(a);
    }
  }
  w.persons = w.persons.filter((a) => a.here);
  const mothers = w.persons.filter((a) => a.sex === Sex.female && a.age >= 14 && a.age < 50);
  for (const a of w.persons) a.age = Math.min(100, a.age + 1);
  for (const mother of mothers) {
    if (!chance(w, fertility(mother.age - 1))) continue;
    if (inCity(mother.area)) tally(w, 'births');
    const sex = chance(w, male) ? Sex.male : Sex.female;
    if (!chance(w, survive[sex]!.newborn)) {
      if (inCity(mother.area)) tally(w, 'deaths');
      continue;
    }
    const child: Person = {
      ...mother,
      sex,
      age: 0,
      education: 0,
      work: Work.none,
      mother,
      father: mother.spouse,
      spouse: null,
      arrival: 0,
      permit: 0,
      insured: 0,
      traits: own.traits(w),
    };
    child.family.members.push(child);
    w.persons.push(child);
  }
}

/** Couples form inside a place. */
export function unions(w: World): void {
  const bell = (age: number, peak: number) => Math.exp(-(((age - peak) / w.p('union.ageSpread')) ** 2));
  const peak = w.p('union.peakAge');
  const women: Person[] = [];
  const men = new Map<number, Person[][]>();
  for (const a of w.persons) {
    if (a.spouse) continue;
    if (a.sex === Sex.female) {
      if (a.age >= 20 && a.age <= 50 && chance(w, w.p('union.hazard') * bell(a.age, peak))) women.push(a);
    } else if (a.age >= 22 && a.age <= 52 && chance(w, w.p('union.hazard') * bell(a.age, peak + 2))) {
      const place = a.area * 2 + a.town;
      const ages = men.get(place) ?? Array.from({ length: 101 }, () => []);
      men.set(place, ages);
      ages[a.age]!.push(a);
    }
  }
  for (const woman of own.shuffle(w, women)) {
    const ages = men.get(woman.area * 2 + woman.town);
    const man = ages && nearest(ages, woman.age + 2, woman.family);
    if (!man) continue;
    woman.spouse = man;
    man.spouse = woman;
    if (inCity(woman.area)) tally(w, 'unions');
    foundHousehold(w, man, woman);
  }
}

/** The man nearest in age to the one sought who is not of the same household; taken off the list. */
function nearest(ages: Person[][], sought: number, not: Family): Person | null {
  for (let gap = 0; gap <= 40; gap++)
    for (const age of gap === 0 ? [sought] : [sought + gap, sought - gap]) {
      const i = ages[age]?.findIndex((m) => m.family !== not) ?? -1;
      if (i >= 0) return ages[age]!.splice(i, 1)[0]!;
    }
  return null;
}

function foundHousehold(w: World, man: Person, woman: Person): void {
  const his = man.family;
  const withParents = own.livingParents(man).some((x) => x.family === his);
  const children = woman.family.members.filter((m) => m.mother === woman && m.age < 18 && samePlace(m, woman));
  if (his.collective || (withParents && chance(w, w.p('union.newHousehold')))) {
    const family = own.newFamily(w, man);
    family.land = his.land / 2;
    his.land /= 2;
  }
  for (const m of [woman, ...children]) own.joinFamily(m, man.family);
}

/** Single adults of 20-35 leave the parental home. */
export function leavingHome(w: World): void {
  for (const a of w.persons) {
    if (a.age < 20 || a.age > 35 || a.spouse || a.family.collective) continue;
    if (!own.livingParents(a).some((x) => x.family === a.family)) continue;
    if (chance(w, w.p('leavingHome.hazard'))) own.newFamily(w, a);
  }
}

/** School careers: senior secondary at 15-17, college at 18-21. */
export function education(w: World): void {
  for (const a of w.persons) {
    if (a.age === 6) a.education = 1;
    if (a.age === 12) a.education = 2;
    if (a.age === 15 && a.education === 2) {
      if (chance(w, w.p('education.seniorShare'))) {
        a.education = 3;
        a.work = Work.student;
      }
    } else if (a.age === 16 && a.work === Work.none && a.education <= 2) startWork(a);
    else if (a.work === Work.student && a.education === 3 && a.age >= 18) {
      if (chance(w, w.p('education.collegeShare'))) enterCollege(w, a);
      else startWork(a);
    } else if (a.work === Work.student && a.education === 4 && a.age >= 22) startWork(a);
  }
  w.persons = w.persons.filter((a) => a.here);
}

export function startWork(a: Person): void {
  a.work = !inCity(a.area) ? Work.informal : a.town === 1 ? Work.seeking : Work.farm;
}

function enterCollege(w: World, a: Person): void {
  a.education = 4;
  if (!inCity(a.area) || !chance(w, w.p('education.collegeOutside'))) return;
  own.move(w, a, Outside.province, 1);
  if (registeredHere(a) && chance(w, w.p('education.registerAtAdmission'))) own.removePerson(a);
}

/** Retirement, insured work and its years. */
export function labour(w: World): void {
  for (const a of w.persons) {
    const pensionAge = a.sex === Sex.male ? 60 : 55;
    if (a.work === Work.formal) a.insured++;
    if (a.age >= pensionAge && a.town === 1 && a.work !== Work.none && a.work !== Work.retired) {
      a.work = a.insured >= 15 ? Work.retired : Work.none;
    } else if (a.age >= 75) {
      if (a.work !== Work.retired) a.work = Work.none;
    } else if (a.work === Work.informal && inTown(a) && chance(w, w.p('job.formalHazard'))) a.work = Work.formal;
  }
}

/** Outsiders leave, then others arrive: copies of households of that kind who came in the five years before the base year. */
export function outsiders(w: World): void {
  for (const family of w.families) {
    const all = family.members.filter((a) => !registeredHere(a) && inCity(a.area));
    const groups = family.collective ? all.map((a) => [a]) : all.length > 0 ? [all] : [];
    for (const group of groups) {
      const first = group.includes(family.head) ? family.head : group[0]!;
      const hazard = w.p('inMigration.leaveHazard') * 0.95 ** own.yearsHere(w, first);
      if (!chance(w, hazard)) continue;
      tally(w, 'departures', group.length);
      for (const a of group) own.removePerson(a);
    }
  }
  w.persons = w.persons.filter((a) => a.here);
  for (let left = w.arrivals; left > 0 && w.donors.length > 0; ) {
    const donor = w.donors[Math.floor(w.random() * w.donors.length)]!;
    if (donor.members.length > left && !chance(w, left / donor.members.length)) break;
    left -= donor.members.length;
    tally(w, 'arrivals', donor.members.length);
    arrive(w, donor);
  }
}

function arrive(w: World, donor: Family): void {
  const family: Family = { ...donor, members: [], tenureYear: w.year, waiting: 0, inNeed: w.random() };
  if (family.tenure === Tenure.publicRental) family.tenure = Tenure.privateRent;
  family.aware = !chance(w, w.p('settlement.unawareShare'));
  family.indifferent = chance(w, w.p('settlement.indifferentShare'));
  family.taste = logit(w.random());
  const copies = donor.members.map((a): Person => {
    return { ...a, family, arrival: w.year, permit: 0, traits: own.traits(w), here: true };
  });
  const copyOf = (a: Person | null) => (a && donor.members.includes(a) ? copies[donor.members.indexOf(a)]! : null);
  for (const a of copies) {
    a.mother = copyOf(a.mother);
    a.father = copyOf(a.father);
    a.spouse = copyOf(a.spouse);
  }
  family.members = copies;
  family.head = copyOf(donor.head) ?? copies[0]!;
  w.families.push(family);
  w.persons.push(...copies);
}

export const logit = (u: number): number => Math.log(u / (1 - u));

/** Photographs of the base households donors are copied from, taken before anybody moves. */
export function findDonors(w: World): void {
  const outside = w.persons.filter((a) => !registeredHere(a) && inCity(a.area));
  w.arrivals = w.p('inMigration.rate') * outside.length;
  const recent = (a: Person) => !registeredHere(a) && a.arrival >= w.year - 5;
  w.donors = w.families
    .filter((f) => f.members.every((a) => !registeredHere(a)) && recent(f.head))
    .flatMap((f) => (f.collective ? f.members.filter(recent).map((a) => ({ ...f, members: [a] })) : [f]))
    .map(photograph);
}

function photograph(f: Family): Family {
  const members = f.members.map((a) => ({ ...a }));
  const copyOf = (a: Person | null) => (a && f.members.includes(a) ? members[f.members.indexOf(a)]! : null);
  for (const a of members) {
    a.mother = copyOf(a.mother);
    a.father = copyOf(a.father);
    a.spouse = copyOf(a.spouse);
  }
  return { ...f, members, head: copyOf(f.head) ?? members[0]! };
}
