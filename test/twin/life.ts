import { Outside, Sex, Tenure, Work } from '../../src/population/codes.ts';
import { groupOf } from './settling.ts';
import * as own from './world.ts';
import { chance, type Family, inCity, type Person, registeredHere, tally, type World } from './world.ts';

/** Survival between year ends by sex and age, of newborns, and births by age at the start of the year. */
function tables(w: World) {
  const { vitals } = w.city;
  const y = Math.min(w.year, vitals.lastYear) - vitals.firstYear;
  const survive = [0, 1].map((sex) => {
    const q = Array.from(vitals.qx[y][sex], (x) => Math.min(1, x * w.p('mortality.factor')));
    const l = [1];
    for (let a = 0; a <= 100; a++) l.push(l[a] * (1 - q[a]));
    const L = q.map((_, a) => l[a + 1] + (a === 0 ? 0.1 : 0.5) * (l[a] - l[a + 1]));
    return { newborn: L[0], next: L.map((x, a) => (a < 99 ? L[a + 1] / x : 1 - q[100])) };
  });
  const f = vitals.asfr[y];
  const ratio = vitals.sexRatioAtBirth[y];
  const factor = w.p('fertility.factor') * stillLiving(w);
  const fertility = (a: number) => (factor * ((f[a] ?? 0) + (f[a + 1] ?? 0))) / 2;
  return { survive, fertility, male: ratio / (1 + ratio) };
}

/** The nation's births per woman hold its own move to towns: births of the living of the base year over those of this year's. */
function stillLiving(w: World): number {
  const { nation } = w.city;
  const at = (year: number) => {
    const y = Math.min(year, nation.lastYear) - nation.firstYear;
    const village = 1 - nation.urban[y]!;
    const settled = nation.townRegister[y]!;
    const extra = w.p('fertility.villageRatio') - 1;
    return 1 + extra * (village + w.p('fertility.registerWeight') * (1 - village - settled));
  };
  return at(w.scenario.baseYear) / at(w.year);
}

/** What the nation counts in a year over what it did in 2020. */
const over2020 = ({ city: { nation }, year }: World, of: 'collegeEnrolment' | 'collegeEntrants'): number =>
  nation[of][Math.min(year, nation.lastYear) - nation.firstYear]! / nation[of][2020 - nation.firstYear]!;

/** Births of a woman by where she lives and is registered, over those of a townswoman. */
function ratioOf(w: World, a: Person): number {
  const village = w.p('fertility.villageRatio');
  const county = inCity(a.area) ? countyRatio(w, a.area) ** w.p('fertility.countyPower') : 1;
  if (a.town === 0) return village * county;
  return county * (a.registerTown === 1 ? 1 : 1 + w.p('fertility.registerWeight') * (village - 1));
}

/** What the flows of her county say of births besides. */
const countyBirths = (w: World, a: Person): number => (inCity(a.area) ? (w.city.flows[a.area]?.births ?? 1) : 1);

/** Children of 0-4 per woman of 20-39 in the census, over the city's. */
function countyRatio(w: World, area: number): number {
  const count = (groups: number[], codes: number[], areas: number[]) =>
    areas.reduce(
      (s, a) => s + groups.reduce((t, g) => t + codes.reduce((u, x) => u + w.city.areas[a].residents[2 * g + x], 0), 0),
      0,
    );
  const ratio = (areas: number[]) => count([0, 1], [0, 1], areas) / count([5, 6, 7, 8], [1], areas);
  const own = ratio([area]) / ratio(w.city.areas.map((_, a) => a));
  return Math.exp(Math.max(-0.4, Math.min(0.4, Math.log(own))));
}

/** What brings the births of the base year's women back to the tables of the first year. */
export function evenOut(w: World): void {
  const { fertility } = tables({ ...w, year: w.year + 1 });
  const women = w.persons.filter((a) => a.sex === Sex.female && inCity(a.area));
  const births = women.map((a) => fertility(a.age));
  const own = women.map((a, k) => births[k]! * ratioOf(w, a));
  const sum = (values: number[]) => values.reduce((s, v) => s + v, 0);
  w.births = sum(births) / sum(own);
}

/** Mortality, ageing, fertility. */
export function vitalEvents(w: World): void {
  const { survive, fertility, male } = tables(w);
  for (const a of w.persons) {
    if (chance(w, survive[a.sex].next[a.age])) continue;
    if (inCity(a.area)) tally(w, 'deaths');
    own.removePerson(a);
  }
  w.persons = w.persons.filter((a) => a.here);
  for (const a of w.persons) a.age = Math.min(100, a.age + 1);
  for (const mother of w.persons.filter((a) => a.sex === Sex.female && a.age >= 15 && a.age <= 50)) {
    if (!chance(w, fertility(mother.age - 1) * ratioOf(w, mother) * w.births * countyBirths(w, mother))) continue;
    if (inCity(mother.area)) tally(w, 'births');
    const sex = chance(w, male) ? Sex.male : Sex.female;
    if (chance(w, survive[sex].newborn)) bear(w, mother, sex);
    else if (inCity(mother.area)) tally(w, 'deaths');
  }
}

function bear(w: World, mother: Person, sex: number): void {
  const blank = { age: 0, education: 0, work: Work.none, spouse: null, arrival: 0, permit: 0, insured: 0 };
  const isChild = couple(mother.family).includes(mother);
  const child: Person = { ...mother, ...blank, isChild, sex, mother, father: mother.spouse, traits: own.traits(w) };
  // the register of either parent, in town more often than not
  const parents = [mother, mother.spouse].filter((a): a is Person => a?.here === true);
  const townspeople = parents.filter((a) => a.registerTown === 1);
  if (townspeople.length === 1 && parents.length === 2) {
    const inTown = chance(w, w.p('fertility.townRegister'));
    const like = parents.find((a) => (a.registerTown === 1) === inTown)!;
    [child.registerArea, child.registerTown] = [like.registerArea, like.registerTown];
  }
  child.family.members.push(child);
  w.persons.push(child);
}

/** The reference person and the spouse. */
const couple = (f: Family): (Person | null)[] => [f.head, f.head.spouse];

/** Couples form inside a place: area and side. */
export function unions(w: World): void {
  const peak = w.p('union.peakAge');
  const { nation } = w.city.vitals;
  const counted = nation.unions[w.year - nation.firstYear]!;
  const bell = (age: number, top: number) =>
    counted * w.p('union.hazard') * Math.exp(-(((age - top) / w.p('union.ageSpread')) ** 2));
  const women: Person[] = [];
  const men = new Map<number, Person[][]>();
  for (const a of w.persons) {
    if (a.spouse || a.work === Work.student || a.age < 20 || a.age > 58) continue;
    if (a.sex === Sex.female) {
      if (a.age <= 50 && chance(w, bell(a.age, peak))) women.push(a);
    } else if (chance(w, 1.4 * bell(a.age, peak + 2))) {
      const place = a.area * 2 + a.town;
      const ages = men.get(place) ?? Array.from({ length: 101 }, () => []);
      men.set(place, ages);
      ages[a.age].push(a);
    }
  }
  for (const woman of own.shuffle(w, women)) {
    const sought = woman.age + Math.floor(5 * w.random());
    const man = nearest(men.get(woman.area * 2 + woman.town) ?? [], sought);
    if (!man) continue;
    woman.spouse = man;
    man.spouse = woman;
    if (inCity(woman.area)) tally(w, 'unions');
    foundHousehold(w, man, woman);
  }
}

/** The man within eight years of the age sought who is nearest to it; taken off the list. */
function nearest(ages: Person[][], sought: number): Person | null {
  for (let gap = 0; gap <= 8; gap++)
    for (const age of [sought + gap, sought - gap]) {
      const man = ages[age]?.pop();
      if (man) return man;
    }
  return null;
}

function foundHousehold(w: World, man: Person, woman: Person): void {
  const children = woman.family.members.filter((m) => m.mother === woman && m.age < 18);
  if (man.family.collective || (man.family.head !== man && chance(w, w.p('union.newHousehold')))) own.newFamily(w, man);
  const heads = man.family.head === man;
  for (const m of [woman, ...children]) {
    own.joinFamily(m, man.family);
    m.isChild = m !== woman && heads;
    own.move(w, m, woman.area, woman.town);
  }
}

/** Single adults of 20-35 leave the parental home. */
export function leavingHome(w: World): void {
  for (const a of w.persons) {
    if (a.age < 20 || a.age > 35 || a.spouse || a.family.collective || a.work === Work.student) continue;
    if (!a.isChild || a.family.head === a) continue;
    if (chance(w, w.p('leavingHome.hazard'))) own.newFamily(w, a);
  }
}

/** School careers: junior secondary until 14, senior secondary at 15-17, college at 18-21. */
export function education(w: World): void {
  for (const a of w.persons) {
    const student = a.work === Work.student;
    if (a.age === 6) a.education = 1;
    else if (a.age === 12) a.education = 2;
    else if (a.age === 15) {
      if (chance(w, w.p('education.seniorShare'))) [a.education, a.work] = [3, Work.student];
      else startWork(a);
    } else if (a.age === 18 && student) {
      if (chance(w, w.p('education.collegeShare') * over2020(w, 'collegeEnrolment'))) enterCollege(w, a);
      else startWork(a);
    } else if (a.age === 22 && student) startWork(a);
  }
  w.persons = w.persons.filter((a) => a.here);
}

function startWork(a: Person): void {
  a.work = !inCity(a.area) ? Work.informal : a.town === 1 ? Work.seeking : Work.farm;
}

function enterCollege(w: World, a: Person): void {
  a.education = 4;
  if (!inCity(a.area) || !chance(w, w.p('education.collegeOutside'))) return;
  const near = chance(w, w.p('base.awayProvinceShare'));
  if (!registeredHere(a)) {
    tally(w, 'departures');
    own.removePerson(a);
    return;
  }
  own.move(w, a, near ? Outside.province : Outside.nation, 1);
  if (!chance(w, w.p('education.registerAtAdmission'))) return;
  tally(w, 'register_out');
  own.removePerson(a);
}

/** Retirement at 60 from all but farming, insured work and its years. */
export function labour(w: World): void {
  for (const a of w.persons) {
    const { work } = a;
    if (work === Work.none || work === Work.retired || work === Work.seeking) continue;
    const trained = inCity(a.area) ? w.law.leverFor(a.area, w.year, 'jobs.training', groupOf(a)) : 0;
    if (a.age >= 60 && work !== Work.farm) a.work = Work.retired;
    else if (work === Work.formal) a.insured++;
    else if (work === Work.informal && a.town === 1) {
      if (chance(w, w.p('job.formalHazard') * (1 + trained * (w.p('job.trainingGain') - 1)))) a.work = Work.formal;
    }
  }
}

/** Chance of an outsider to leave in the n-th year after that of arrival. */
const leavesAfter = (w: World, n: number): number =>
  w.p('inMigration.leaveHazard') * (n <= 1 ? 0.625 : n <= 4 ? 1 : n <= 6 ? 0.6875 : 0.375);

/** Who studies stays. */
const atCollege = (a: Person): boolean => a.work === Work.student && a.age >= 18;

/** Outsiders leave: a family led by one of them together, all others each for themselves. */
export function departure(w: World): void {
  const outsider = (a: Person) => !registeredHere(a) && inCity(a.area);
  for (const family of w.families) {
    const outsiders = family.members.filter(outsider);
    if (outsiders.length === 0) continue;
    const together = !family.collective && outsider(family.head);
    for (const group of together ? [outsiders] : outsiders.map((a) => [a])) {
      const lead = together ? family.head : group[0];
      if (lead.arrival === w.year || atCollege(lead)) continue;
      const readily = lead.work === Work.seeking ? w.p('return.seeking') : 1;
      if (!chance(w, Math.min(1, leavesAfter(w, w.year - lead.arrival) * readily))) continue;
      tally(w, 'departures', group.length);
      for (const a of group) own.removePerson(a);
    }
  }
  w.persons = w.persons.filter((a) => a.here);
}

/** Each area receives as many households of each origin as bring the persons expected, on average; fewer where jobs are scarce. */
export function inMigration(w: World): void {
  for (const { area, persons, families } of w.donors) {
    const luck = w.jobShare[area] ** w.p('inMigration.jobs');
    const expected = w.p('inMigration.factor') * luck * persons;
    const households = expected / own.mean(families.map(({ members }) => members.length));
    const arriving = Math.floor(households) + (chance(w, households % 1) ? 1 : 0);
    for (let n = 0; n < arriving; n++) arrive(w, families[Math.floor(w.random() * families.length)], area);
  }
}

function arrive(w: World, donor: Family, area: number): void {
  const from = donor.members[0].area;
  const there = (code: number) => (code === from ? area : code);
  const family: Family = { ...donor, waiting: 0, inNeed: w.random(), tenureYear: w.year, area: there(donor.area) };
  family.second = donor.second === null ? null : there(donor.second);
  if (family.tenure === Tenure.own || family.tenure === Tenure.publicRental) family.tenure = Tenure.privateRent;
  family.aware = !chance(w, w.p('settlement.unawareShare'));
  family.indifferent = chance(w, w.p('settlement.indifferentShare'));
  family.taste = own.logit(w.random());
  const fresh = () => ({ arrival: w.year, permit: 0, traits: own.traits(w) });
  const copies = copyPeople(donor.members, (a) => ({ ...a, area, family, ...fresh() }));
  family.members = copies;
  family.head = copies[0];
  for (const a of copies) if (a.work === Work.informal && a.town === 1) a.work = Work.seeking;
  w.families.push(family);
  w.persons.push(...copies);
  tally(w, 'arrivals', copies.length);
}

/** College entrants from outside live in one of the dormitories, where there are any; sex and register are like those of a young outsider. */
export function arriveToStudy(w: World): void {
  for (const { area, persons, like, dormitories } of w.colleges) {
    const expected = w.p('inMigration.factor') * persons * over2020(w, 'collegeEntrants');
    const arriving = Math.floor(expected) + (chance(w, expected % 1) ? 1 : 0);
    for (let n = 0; n < arriving; n++) {
      const other = like[Math.floor(w.random() * like.length)];
      const bed = dormitories[Math.floor(w.random() * dormitories.length)];
      comeAlone(w, { ...other, age: 18, education: 4, work: Work.student }, area, bed);
    }
  }
}

/** Old people of an area by themselves: couples and widowed people leave where the county loses them, parents come where it gains them. */
export function parentsFollow(w: World): void {
  const old = (a: Person) => a.age >= 60 && inCity(a.area);
  const before = w.city.areas.map((_, area) => w.persons.filter((a) => old(a) && a.area === area).length);
  const lost = w.persons.filter((a) => {
    const rate = w.city.flows[a.area]?.elders ?? 0;
    if (!old(a) || rate >= 0 || a.family.collective) return false;
    const led = a.sex === 1 && a.spouse && a.spouse.family === a.family && a.spouse.area === a.area;
    if (led || !chance(w, -rate)) return false;
    return !a.family.members.some((m) => m.age >= 3 && m.age <= 14);
  });
  for (const a of lost) {
    const near = chance(w, w.p('base.awayProvinceShare'));
    const couple = a.spouse && a.spouse.family === a.family && a.spouse.area === a.area ? [a, a.spouse] : [a];
    for (const each of couple) {
      if (registeredHere(each)) {
        own.move(w, each, near ? Outside.province : Outside.nation, 1);
        continue;
      }
      tally(w, 'departures');
      own.removePerson(each);
    }
  }
  w.persons = w.persons.filter((a) => a.here);
  w.city.areas.forEach((_, area) => {
    const rate = w.city.flows[area]?.elders ?? 0;
    const { like, families } = w.parents[area];
    if (rate <= 0 || like.length === 0) return;
    const expected = rate * w.p('inMigration.factor') * before[area];
    const arriving = Math.floor(expected) + (chance(w, expected % 1) ? 1 : 0);
    for (let n = 0; n < arriving; n++) arriveOld(w, like[Math.floor(w.random() * like.length)], area, families);
  });
}

function arriveOld(w: World, other: Person, area: number, families: Family[]): void {
  const host = families.filter((f) => f.members.includes(f.head) && f.head.area === area);
  const family = host[Math.floor(w.random() * host.length)];
  comeAlone(w, other, area, family);
}

/** Somebody like another comes by himself, into a household or a rented room. */
function comeAlone(w: World, other: Person, area: number, into: Family | undefined): void {
  const nobody = { isChild: false, mother: null, father: null, spouse: null };
  const town = into && !into.collective ? into.head.town : 1;
  const a: Person = {
    ...{ ...other, ...nobody, permit: 0, insured: 0, here: true, area, town, arrival: w.year },
    traits: own.traits(w),
  };
  if (into) into.members.push(a);
  else w.families.push(roomOf(w, a, area));
  a.family = into ?? w.families.at(-1)!;
  w.persons.push(a);
  tally(w, 'arrivals');
}

/** A rented room. */
function roomOf(w: World, a: Person, area: number): Family {
  const nothing = { village: null, second: null, land: 0, homestead: 0, herder: 0, waiting: 0, believes: false };
  return {
    ...{ ...nothing, collective: false, area, town: 1, head: a, members: [a] },
    ...{ tenure: Tenure.privateRent, tenureYear: w.year, inNeed: w.random(), taste: own.logit(w.random()) },
    aware: !chance(w, w.p('settlement.unawareShare')),
    indifferent: chance(w, w.p('settlement.indifferentShare')),
  };
}

/** Whom parents who come are like, and whom they come to. */
function findParents(w: World): void {
  const outsider = (a: Person) => !registeredHere(a) && inCity(a.area) && a.town === 1;
  const old = w.persons.filter((a) => outsider(a) && a.age >= 60);
  w.parents = w.city.areas.map((_, area) => {
    const here = old.filter((a) => a.area === area);
    return {
      like: (here.length >= 5 ? here : old).map((a) => ({ ...a })),
      families: w.families.filter((f) => !f.collective && f.head && f.head.area === area && outsider(f.head)),
    };
  });
}

/** What colleges of each area begin with: persons who come in a year like 2020, young outsiders in its towns, dormitories. */
function findColleges(w: World): void {
  const young = w.persons.filter(
    (a) => !registeredHere(a) && inCity(a.area) && a.town === 1 && a.age >= 16 && a.age <= 24,
  );
  w.colleges = w.city.areas.flatMap((_, area) => {
    const here = young.filter((a) => a.area === area);
    const like = (here.length >= 5 ? here : young).map((a) => ({ ...a }));
    const persons = (w.city.flows[area]?.students ?? 0) * w.persons.filter((a) => a.area === area).length;
    const dormitories = w.families.filter((f) => f.collective && f.area === area && f.town === 1);
    return like.length > 0 && persons > 0 ? [{ area, persons, like, dormitories }] : [];
  });
}

/** Copies people and the links among them. */
function copyPeople(people: Person[], copy: (a: Person) => Person): Person[] {
  const copies = people.map(copy);
  const linked = (a: Person | null) => (a && people.includes(a) ? copies[people.indexOf(a)] : null);
  for (const a of copies) [a.mother, a.father, a.spouse] = [linked(a.mother), linked(a.father), linked(a.spouse)];
  return copies;
}

/** The base households arrivals are copied from, by area and origin, as they were before anybody moved, and persons expected a year. */
export function findDonors(w: World): void {
  findColleges(w);
  findParents(w);
  const outsiders = w.persons.filter((a) => !registeredHere(a) && inCity(a.area));
  const residents = (area: number) => w.persons.filter((a) => a.area === area).length;
  const all = w.city.areas.flatMap((_, area) => {
    const groups = w.families.flatMap((f) => {
      const people = f.members.filter((a) => !registeredHere(a) && a.area === area);
      return (f.collective ? people.map((a) => [a]) : [people]).filter((list) => list.length > 0);
    });
    return [Outside.province, Outside.nation].map((origin, o) => {
      const from = groups.filter(([first]) => first.registerArea === origin);
      const recent = from.filter(([first]) => first.arrival >= w.year - 5);
      const families = (recent.length >= 5 ? recent : from).map((people): Family => {
        const members = copyPeople(people, (a) => ({ ...a }));
        return { ...people[0].family, members, head: members[0] };
      });
      const there = outsiders.filter((a) => a.area === area && a.registerArea === origin && !atCollege(a));
      const leaving = there.reduce((s, a) => s + leavesAfter(w, w.year + 1 - a.arrival), 0);
      const net = (w.city.flows[area]?.arriving[o] ?? 0) * residents(area);
      return { area, origin, persons: Math.max(0, net + leaving), families };
    });
  });
  w.donors = all.map((each) => {
    if (each.families.length > 0) return each;
    const most = all
      .filter(({ origin }) => origin === each.origin)
      .reduce((x, y) => (y.families.length > x.families.length ? y : x));
    return { ...each, families: most.families.filter(({ collective }) => !collective) };
  });
}
