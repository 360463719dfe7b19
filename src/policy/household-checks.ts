import type { Localized } from '../language/language.ts';
import type { Issue } from '../scenario/errors.ts';
import type { Path } from '../scenario/finding.ts';
import type { ReadYaml } from '../scenario/read-yaml.ts';
import { leftOutOf } from './facts.ts';
import type { GivenAdult, GivenFacts, GivenHousehold, GivenPerson } from './given-household.ts';
import { entryAge, FIRST_WORK_AGE, graduationAge } from './life-course.ts';
import { householdMessages as say } from './messages.ts';

/** Youngest ages of those who are old by their work or service. */
const DISCHARGED_AGE = 18;
/** Goes to school. */
const STUDENT_AGE = 6;
/** Years between a parent and a child at least. */
const GENERATION = 12;

type Refuse = (key: string, message: Localized) => void;

/** What nobody can be, in a file about one adult. */
export function checkAdult({ value, issueAt }: ReadYaml<GivenAdult>): Issue[] {
  const issues: Issue[] = [];
  const refuse: Refuse = (key, message) => void issues.push(issueAt([key], message));
  checkPerson(value, refuse);
  if (value.age !== undefined && value.age < FIRST_WORK_AGE) refuse('age', say.adult(FIRST_WORK_AGE, value.age));
  if (value.wholeFamilyInTown && value.livesInTown === false) refuse('wholeFamilyInTown', say.livesInTown());
  return issues;
}

/** What no household can be: impossible persons, names that are nobody's, ties that cannot be. */
export function checkHousehold({ value, issueAt }: ReadYaml<GivenHousehold>): Issue[] {
  const issues: Issue[] = [];
  const { members, sponsors } = value;
  const places: readonly (readonly [GivenPerson, Path])[] = [
    ...members.map((person, i) => [person, ['members', i]] as const),
    ...sponsors.map((person, i) => [person, ['sponsors', i]] as const),
  ];
  const byName = new Map(places.map(([person]) => [person.name, person]));
  const spouses = new Map<string, string>();
  const seen = new Set<string>();
  for (const [person, path] of places) {
    const refuse: Refuse = (key, message) => void issues.push(issueAt([...path, key], message));
    if (seen.has(person.name)) refuse('name', say.nameTwice(person.name));
    seen.add(person.name);
    checkPerson(person, refuse);
    checkTies(person, byName, spouses, refuse);
  }
  return issues;
}

function checkTies(
  person: GivenPerson,
  byName: ReadonlyMap<string, GivenPerson>,
  spouses: Map<string, string>,
  refuse: Refuse,
): void {
  const { name, spouse, parents = [], livesWith, owners = [], age = 0 } = person;
  const known = (key: string, names: readonly string[]): void => {
    for (const each of names)
      if (!byName.has(each) || each === name) refuse(key, say.otherPerson([...byName.keys()], each));
  };
  known('spouse', spouse === undefined ? [] : [spouse]);
  known('parents', parents);
  known('livesWith', livesWith === undefined ? [] : [livesWith]);
  for (const each of owners) if (!byName.has(each)) refuse('owners', say.otherPerson([...byName.keys()], each));
  if (livesWith !== undefined && goesRound(name, byName)) refuse('livesWith', say.livesWithRound(livesWith));
  for (const parent of parents) {
    const older = byName.get(parent)?.age;
    if (older !== undefined && older < age + GENERATION) refuse('parents', say.olderBy(GENERATION, parent, older, age));
  }
  if (spouse === undefined) return;
  for (const [one, other] of [
    [name, spouse],
    [spouse, name],
  ]) {
    const before = spouses.get(one);
    if (before !== undefined && before !== other) refuse('spouse', say.oneSpouse(one, before, other));
    spouses.set(one, other);
  }
}

/** Whether following `livesWith` never ends at somebody with a dwelling. */
function goesRound(name: string, byName: ReadonlyMap<string, GivenPerson>): boolean {
  const way = new Set<string>();
  for (let at: string | undefined = name; at !== undefined; at = byName.get(at)?.livesWith) {
    if (way.has(at)) return true;
    way.add(at);
  }
  return false;
}

/** What no person can be. */
function checkPerson(given: GivenFacts, refuse: Refuse): void {
  const { age = Number.POSITIVE_INFINITY, yearsInTown = 0, permitYears = 0, leaseMonths = 0 } = given;
  const { education = leftOutOf('education'), work = 'none', dwelling = 'none', tier = leftOutOf('tier') } = given;
  const rents = dwelling === 'private-rent' || dwelling === 'public-rental';
  if (leaseMonths > 0 && !rents) refuse('leaseMonths', say.rentedDwelling(dwelling));
  if (given.leaseRegistered && dwelling !== 'private-rent' && dwelling !== 'public-rental')
    refuse('leaseRegistered', say.rentedDwelling(dwelling));
  if (permitYears > 0 && !given.hasPermit) refuse('permitYears', say.withPermit());
  if (yearsInTown > age) refuse('yearsInTown', say.atMostAge(age, yearsInTown));
  if (yearsInTown > 0 && given.livesInTown === false) refuse('yearsInTown', say.livesInTown());
  if (permitYears > yearsInTown) refuse('permitYears', say.atMostYearsInTown(yearsInTown, permitYears));
  if (given.vocational && education !== 'senior') refuse('vocational', say.seniorSchooling(education));
  if (given.degree !== undefined && given.degree !== 'none' && education !== 'college')
    refuse('degree', say.collegeSchooling(education));
  if (given.registeredInDistrict && (tier === 'same-province' || tier === 'other-province'))
    refuse('registeredInDistrict', say.tierOfCity(tier));
  checkAge(age, given, refuse);
  if (given.education !== undefined && age < entryAge[education])
    refuse('education', say.notBefore(entryAge[education], age));
  const graduated = given.yearsSinceGraduation;
  if (graduated !== undefined && graduated > age - graduationAge[education])
    refuse('yearsSinceGraduation', say.atMostFor(Math.max(0, age - graduationAge[education]), age, graduated));
  if (work === 'student' && age < STUDENT_AGE) refuse('work', say.notBefore(STUDENT_AGE, age));
}

/** What takes years of life. */
function checkAge(age: number, given: GivenFacts, refuse: Refuse): void {
  const { insuredYears = 0, work = 'none' } = given;
  if (insuredYears > 0 && insuredYears > age - FIRST_WORK_AGE)
    refuse('insuredYears', say.atMostFor(Math.max(0, age - FIRST_WORK_AGE), age, insuredYears));
  const working = work !== 'none' && work !== 'student';
  if (working && age < FIRST_WORK_AGE) refuse('work', say.notBefore(FIRST_WORK_AGE, age));
  for (const key of ['publicEmployee', 'licensed', 'worksInTown'] as const)
    if (given[key] && age < FIRST_WORK_AGE) refuse(key, say.notBefore(FIRST_WORK_AGE, age));
  for (const key of ['veteran', 'married'] as const)
    if (given[key] && age < DISCHARGED_AGE) refuse(key, say.notBefore(DISCHARGED_AGE, age));
}
