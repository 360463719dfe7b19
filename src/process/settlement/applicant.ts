import type { Applicant } from '../../policy/law.ts';
import { Education, HouseholdKind, NONE, Presence, Sex, Tenure, Work } from '../../population/codes.ts';
import { Decision } from '../../random/decision.ts';
import { uniform } from '../../random/draw.ts';
import { tierOf } from '../register-tier.ts';
import type { State } from '../state.ts';

const DWELLINGS = [
  'none',
  'employer',
  'private-rent',
  'public-rental',
  'own',
] as const satisfies readonly Applicant['dwelling'][];
const WORKS = ['none', 'farm', 'informal', 'formal', 'self-employed', 'student', 'retired'] as const;
const EDUCATIONS = ['none', 'primary', 'junior', 'senior', 'college'] as const;
/** Usual age at the end of each level of schooling. */
const GRADUATION_AGE = [0, 12, 15, 18, 22] as const;

/** Lifelong attributes are keyed by the person and this year alone. */
const LIFELONG = 1990;

/** One applicant record, refilled for every decision: the kernel allocates none. */
export function createApplicant(): Applicant {
  return {
    livesInTown: false,
    tier: 'same-county',
    registeredRural: true,
    registeredInDistrict: false,
    age: 0,
    yearsInTown: 0,
    permitYears: 0,
    dwelling: 'none',
    leaseMonths: 0,
    work: 'none',
    insuredYears: 0,
    licensed: false,
    publicEmployee: false,
    education: 'none',
    vocational: false,
    yearsSinceGraduation: Number.POSITIVE_INFINITY,
    certificate: false,
    veteran: false,
    wholeFamilyInTown: false,
    kinRegisteredHere: false,
  };
}

/** Fills the facts of person i on a day of the year (1..366). */
export function describeApplicant(state: State, applicant: Applicant, i: number, day: number): void {
  const { columns: c } = state.population.persons;
  const { columns: hh } = state.population.households;
  const { members, year, parameters: p } = state;
  const h = c.household[i]!;
  const family = hh.kind[h] === HouseholdKind.family;
  const dwelling = family ? hh.tenure[h]! : Tenure.employer;
  const education = c.education[i]!;
  applicant.livesInTown = c.residenceUrban[i] === 1;
  applicant.tier = tierOf(c.registerArea[i]!, c.residenceArea[i]!);
  applicant.registeredRural = c.registerUrban[i] === 0;
  applicant.registeredInDistrict = state.city.areas[c.registerArea[i]!]?.level === 'district';
  applicant.permitYears = c.permitYear[i] === 0 ? 0 : year - c.permitYear[i]!;
  applicant.age = c.age[i]!;
  applicant.yearsInTown = yearsInPlace(c.arrivalYear[i]!, c.age[i]!, year);
  applicant.dwelling = DWELLINGS[dwelling]!;
  const rents = dwelling === Tenure.privateRent || dwelling === Tenure.publicRental;
  applicant.leaseMonths = rents
    ? Math.max(0, Math.floor(12 * (year - hh.tenureYear[h]!) + (12 * day) / 366 - HALF_YEAR))
    : 0;
  applicant.work = WORKS[c.work[i]!]!;
  applicant.insuredYears = c.insuredYears[i]!;
  applicant.licensed = c.work[i] === Work.selfEmployed;
  applicant.publicEmployee =
    c.work[i] === Work.formal && lifelong(state, i, Decision.publicEmployee, p['applicant.publicEmployeeShare']);
  applicant.education = EDUCATIONS[education]!;
  applicant.vocational =
    education === Education.seniorSecondary && lifelong(state, i, Decision.vocational, p['applicant.vocationalShare']);
  applicant.yearsSinceGraduation =
    education === Education.none ? Number.POSITIVE_INFINITY : Math.max(0, c.age[i]! - GRADUATION_AGE[education]!);
  applicant.certificate =
    education >= Education.juniorSecondary && lifelong(state, i, Decision.certificate, p['applicant.certificateShare']);
  applicant.veteran = c.sex[i] === Sex.male && lifelong(state, i, Decision.veteran, p['applicant.veteranShare']);
  applicant.wholeFamilyInTown =
    family && members.outside[h] === 0 && (members.atHome[h] === 0 || members.inTown[h] === 0);
  applicant.kinRegisteredHere = hasKinRegisteredAt(state, i, c.residenceArea[i]!);
}

/** Leases begin in the middle of their year on average. */
const HALF_YEAR = 6;
/** Years of residence of those who never moved are their age. */
export const yearsInPlace = (arrivalYear: number, age: number, year: number): number =>
  arrivalYear === 0 ? age : Math.max(0, year - arrivalYear);

const lifelong = (state: State, i: number, decision: number, share: number): boolean => {
  const { identity, lineage } = state.population.persons.columns;
  return uniform(state.key, identity[i]!, lineage[i]!, LIFELONG, decision) < share;
};

/** Spouse, mother or father with a town register in the area. */
function hasKinRegisteredAt(state: State, i: number, area: number): boolean {
  const { spouse, mother, father, presence, registerArea, registerUrban } = state.population.persons.columns;
  const holds = (kin: number): boolean =>
    kin !== NONE && presence[kin] === Presence.present && registerUrban[kin] === 1 && registerArea[kin] === area;
  return holds(spouse[i]!) || holds(mother[i]!) || holds(father[i]!);
}
