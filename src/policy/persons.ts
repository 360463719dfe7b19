import type { RegisterTierName } from '../population/codes.ts';
import type { Applicant, Relative } from './applicant.ts';
import { type DwellingName, type FactName, type Facts, facts, leftOutOf } from './facts.ts';
import type { GivenAdult, GivenFacts, GivenHousehold, GivenPerson, Member } from './given-household.ts';
import { FIRST_WORK_AGE, graduationAge } from './life-course.ts';
import type { RelativeName } from './relative.ts';

/** What the persons of a household file are to the law. */

const USUAL_AGE = 35;
const TOWNSPERSON = { tier: 'same-county', registeredRural: false } as const;

/** One adult alone; `kinRegisteredHere` stands for a townsperson with a dwelling who would take the adult in, by whichever tie. */
export function adultApplicant({ kinRegisteredHere, ...given }: GivenAdult): Applicant {
  const facts = complete({ ...given, housingNeed: given.housingNeed ?? given.dwelling !== 'own' });
  const livesWithKin = kinRegisteredHere && facts.livesInTown && facts.dwelling === 'none';
  const own: Facts = livesWithKin ? { ...facts, dwelling: 'lent' } : facts;
  const sponsor: Applicant = { ...complete({ ...TOWNSPERSON, dwelling: 'own' }), someRelative: () => false };
  const kin: Relative = { person: sponsor, livingTogether: facts.livesInTown, registeredHere: true };
  return { ...own, someRelative: (_, test) => kinRegisteredHere && test(kin) };
}

/**
 * Somebody who has just come to a town from a village, works there, rents a room and is short of housing: for whom the rights of the
 * first year are reckoned.
 */
export function newcomer(tier: RegisterTierName, hasPermit: boolean): Applicant {
  const name = `${tier} ${hasPermit}`;
  const known = newcomers.get(name);
  if (known !== undefined) return known;
  const made = {
    ...complete({ tier, hasPermit, dwelling: 'private-rent', work: 'informal' }),
    someRelative: () => false,
  };
  newcomers.set(name, made);
  return made;
}

/** There are as many as tiers, with a permit and without: every year of a run asks for them. */
const newcomers = new Map<string, Applicant>();

/** The members of a household, each as the law sees them among the others and their sponsors. */
export function membersOf(given: GivenHousehold): Member[] {
  const home = homeOf(given.members);
  const persons: Person[] = [
    ...given.members.map((person) => ({ person, home })),
    ...given.sponsors.map((person) => ({
      person: { ...TOWNSPERSON, dwelling: 'own' as const, ...person },
      home: null,
    })),
  ];
  const family = new Family(persons, given.members.length);
  return given.members.map(({ name }) => ({ name, applicant: family.applicantOf(name) }));
}

/** Whose dwelling the members share: the first who lives in town and gives one, else the first who lives in town. */
function homeOf(members: readonly GivenPerson[]): string | null {
  const inTown = members.filter((member) => member.livesInTown ?? leftOutOf('livesInTown'));
  const holder =
    inTown.find(({ dwelling, livesWith }) => dwelling !== undefined && livesWith === undefined) ?? inTown[0];
  return holder?.name ?? null;
}

interface Person {
  readonly person: GivenPerson;
  /** Whose dwelling the person shares where nothing else is said. */
  readonly home: string | null;
}

/** The persons of a file by name, and the ties between them. */
class Family {
  readonly #persons: ReadonlyMap<string, Person>;
  readonly #size: number;
  readonly #applicants = new Map<string, Applicant>();

  constructor(persons: readonly Person[], members: number) {
    this.#persons = new Map(persons.map((each) => [each.person.name, each]));
    this.#size = members;
  }

  applicantOf(name: string): Applicant {
    const known = this.#applicants.get(name);
    if (known) return known;
    const own = this.#factsOf(name);
    const applicant: Applicant = {
      ...own,
      someRelative: (is, test) =>
        [...this.#persons.keys()].some(
          (other) => is.some((relation) => this.#is(other, relation, name)) && test(this.#relative(name, other)),
        ),
    };
    this.#applicants.set(name, applicant);
    return applicant;
  }

  #relative(of: string, name: string): Relative {
    const person = this.applicantOf(name);
    return {
      person,
      livingTogether: this.#livesInTown(of) && this.#livesInTown(name) && this.#holder(of) === this.#holder(name),
      registeredHere: person.tier === 'same-county' && !person.registeredRural,
    };
  }

  #given = (name: string): GivenPerson => this.#persons.get(name)!.person;
  #livesInTown = (name: string): boolean => this.#given(name).livesInTown ?? leftOutOf('livesInTown');
  #children = (of: readonly string[]): string[] =>
    [...this.#persons.values()]
      .filter(({ person }) => person.parents?.some((parent) => of.includes(parent)))
      .map(({ person }) => person.name);
  #spouse(of: string): string | undefined {
    const named = [...this.#persons.values()].find(({ person }) => person.spouse === of)?.person.name;
    return this.#given(of).spouse ?? named;
  }
  /** Somebody and the spouse: whose children are whose is not told apart. */
  #couple = (of: string): string[] => [of, this.#spouse(of)].filter((name) => name !== undefined);
  #parents = (of: string): readonly string[] => this.#given(of).parents ?? [];

  /** Whether a person is `relation` to another. */
  #is(name: string, relation: RelativeName, of: string): boolean {
    if (name === of) return false;
    switch (relation) {
      case 'spouse':
        return this.#spouse(of) === name;
      case 'children':
        return this.#children(this.#couple(of)).includes(name);
      case 'own-parents':
        return this.#parents(of)
          .flatMap((parent) => (this.#persons.has(parent) ? this.#couple(parent) : [parent]))
          .includes(name);
      case 'grandchildren':
        return this.#children(this.#children(this.#couple(of)).flatMap((child) => this.#couple(child))).includes(name);
      case 'grandparents':
        return this.#is(of, 'grandchildren', name);
      case 'spouse-parents': {
        const spouse = this.#spouse(of);
        return spouse !== undefined && this.#persons.has(spouse) && this.#is(name, 'own-parents', spouse);
      }
      case 'children-in-law':
        return this.#children(this.#couple(of)).some((child) => this.#spouse(child) === name);
      case 'siblings':
        return this.#children(this.#parents(of)).includes(name);
    }
  }

  /** Whose dwelling somebody lives in. */
  #holder(name: string): string {
    const { person, home } = this.#persons.get(name)!;
    if (person.livesWith !== undefined) return this.#holder(person.livesWith);
    const shares = home !== null && person.dwelling === undefined && this.#livesInTown(name);
    return shares ? home : name;
  }

  #factsOf(name: string): Facts {
    const given = this.#given(name);
    const holder = this.#given(this.#holder(name));
    const { leaseMonths, leaseRegistered, floorArea } = holder;
    const members = [...this.#persons.values()].filter(({ home }) => home !== null);
    const children = this.#children([name]).map(this.#given);
    return complete({
      ...given,
      dwelling: this.#dwelling(name, holder),
      ...definite({ leaseMonths, leaseRegistered, floorArea }),
      housingNeed: given.housingNeed ?? holder.housingNeed ?? holder.dwelling !== 'own',
      married: given.married ?? this.#spouse(name) !== undefined,
      familySize: given.familySize ?? this.#size,
      wholeFamilyInTown:
        given.wholeFamilyInTown ?? members.every(({ person }) => person.livesInTown ?? leftOutOf('livesInTown')),
      schooledHere: given.schooledHere ?? (children.length > 0 ? children.some(schooledHere) : undefined),
    });
  }

  /** Those who live in an owner's dwelling and own no part of it use it by leave; a lease is the household's. */
  #dwelling(name: string, holder: GivenPerson): DwellingName {
    const tenure = holder.dwelling ?? leftOutOf('dwelling');
    if (tenure !== 'own') return tenure;
    const owners = (holder.owners ?? [holder.name]).flatMap((owner) =>
      this.#persons.has(owner) ? this.#couple(owner) : [owner],
    );
    return owners.includes(name) ? 'own' : 'lent';
  }
}

const schooledHere = ({ schooledHere, yearsInTown = 0, age = USUAL_AGE }: GivenPerson): boolean =>
  schooledHere ?? (yearsInTown >= 1 && age >= 6 && age < 18);

const definite = (given: GivenFacts): GivenFacts =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));

/** All facts of a person: those given, those left out with their values, those that follow from others. */
function complete(given: GivenFacts): Facts {
  const plain = Object.fromEntries(
    Object.entries(facts).map(([key, { leftOut }]) => [key, given[key as FactName] ?? leftOut]),
  ) as Facts;
  const { work, publicEmployee, yearsInTown, insuredYears, education, dwelling, leaseMonths } = plain;
  const yearsSinceGraduation = given.yearsSinceGraduation ?? Number.POSITIVE_INFINITY;
  const wholeFamilyInTown = given.wholeFamilyInTown ?? false;
  return {
    ...plain,
    // somebody whose age is not told is old enough for all that is
    age:
      given.age ??
      Math.max(
        USUAL_AGE,
        yearsInTown,
        FIRST_WORK_AGE + insuredYears,
        Number.isFinite(yearsSinceGraduation) ? graduationAge[education] + yearsSinceGraduation : 0,
      ),
    worksInTown:
      given.worksInTown ?? (publicEmployee || work === 'informal' || work === 'formal' || work === 'self-employed'),
    schooledHere: given.schooledHere ?? yearsInTown >= 1,
    married: given.married ?? false,
    familySize: given.familySize ?? (wholeFamilyInTown ? 2 : 1),
    wholeFamilyInTown,
    leaseRegistered: given.leaseRegistered ?? leaseMonths > 0,
    floorArea: given.floorArea ?? Number.NaN,
    housingNeed: given.housingNeed ?? dwelling !== 'own',
    incomePerHead: given.incomePerHead ?? Number.NaN,
    yearsSinceGraduation,
  };
}
