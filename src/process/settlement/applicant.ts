import type { Applicant } from '../../policy/applicant.ts';
import {
  Education,
  educations,
  HouseholdKind,
  NONE,
  Presence,
  Sex,
  Tenure,
  tenures,
  Work,
  works,
} from '../../population/codes.ts';
import type { Population } from '../../population/population.ts';
import { Decision } from '../../random/decision.ts';
import type { ParameterName } from '../../scenario/parameters.ts';
import { drawsOf, LIFELONG } from '../draws.ts';
import { leasesOf } from '../dwelling/lease.ts';
import { type Members, membersOf } from '../members.ts';
import { tierOf } from '../register/register-tier.ts';
import type { State } from '../state.ts';

/** Usual age at the end of each level of schooling. */
const GRADUATION_AGE = [0, 12, 15, 18, 22] as const;

/**
 * The facts of one person on one day, worked out when a rule asks for them: most rules ask for few. One object serves all
 * decisions of a year; `of` points it at a person and a day.
 */
export class PersonApplicant implements Applicant {
  readonly #state: State;
  readonly #persons: Population['persons']['columns'];
  readonly #households: Population['households']['columns'];
  readonly #members: Members;
  readonly #leases: ReturnType<typeof leasesOf>;
  readonly #draws: ReturnType<typeof drawsOf>;
  #i = 0;
  #day = 1;
  #h = 0;

  constructor(workspace: Population, state: State) {
    this.#state = state;
    this.#persons = workspace.persons.columns;
    this.#households = workspace.households.columns;
    this.#members = membersOf(workspace);
    this.#leases = leasesOf(workspace);
    this.#draws = drawsOf(workspace);
  }

  /** The applicant as person i on a day of the year (1..366). */
  of(i: number, day: number): this {
    this.#i = i;
    this.#day = day;
    this.#h = this.#persons.household[i];
    return this;
  }

  get livesInTown(): boolean {
    return this.#persons.residenceUrban[this.#i] === 1;
  }
  get tier(): Applicant['tier'] {
    return tierOf(this.#persons.registerArea[this.#i], this.#persons.residenceArea[this.#i]);
  }
  get registeredRural(): boolean {
    return this.#persons.registerUrban[this.#i] === 0;
  }
  get registeredInDistrict(): boolean {
    return this.#state.city.areas[this.#persons.registerArea[this.#i]]?.level === 'district';
  }
  get age(): number {
    return this.#persons.age[this.#i];
  }
  get yearsInTown(): number {
    return yearsInPlace(this.#persons.arrivalYear[this.#i], this.age, this.#state.year);
  }
  get permitYears(): number {
    const since = this.#persons.permitYear[this.#i];
    return since === 0 ? 0 : this.#state.year - since;
  }
  get #family(): boolean {
    return this.#households.kind[this.#h] === HouseholdKind.family;
  }
  get #tenure(): number {
    return this.#family ? this.#households.tenure[this.#h] : Tenure.employer;
  }
  get dwelling(): Applicant['dwelling'] {
    return tenures[this.#tenure];
  }
  get leaseMonths(): number {
    const tenure = this.#tenure;
    if (tenure !== Tenure.privateRent && tenure !== Tenure.publicRental) return 0;
    const months =
      12 * (this.#state.year - this.#leases.tenureBegan(this.#state, this.#h)) + (12 * this.#day) / 366 - HALF_YEAR;
    return Math.max(0, Math.floor(months));
  }
  get work(): Applicant['work'] {
    return works[this.#persons.work[this.#i]];
  }
  get insuredYears(): number {
    return this.#persons.insuredYears[this.#i];
  }
  get licensed(): boolean {
    return this.#persons.work[this.#i] === Work.selfEmployed;
  }
  get publicEmployee(): boolean {
    const formal = this.#persons.work[this.#i] === Work.formal;
    return formal && this.#lifelong(Decision.publicEmployee, 'applicant.publicEmployeeShare');
  }
  get education(): Applicant['education'] {
    return educations[this.#persons.education[this.#i]];
  }
  get vocational(): boolean {
    const senior = this.#persons.education[this.#i] === Education.senior;
    return senior && this.#lifelong(Decision.vocational, 'applicant.vocationalShare');
  }
  get yearsSinceGraduation(): number {
    const education = this.#persons.education[this.#i];
    if (education === Education.none) return Number.POSITIVE_INFINITY;
    return Math.max(0, this.age - GRADUATION_AGE[education]);
  }
  get certificate(): boolean {
    const schooled = this.#persons.education[this.#i] >= Education.junior;
    return schooled && this.#lifelong(Decision.certificate, 'applicant.certificateShare');
  }
  get veteran(): boolean {
    return this.#persons.sex[this.#i] === Sex.male && this.#lifelong(Decision.veteran, 'applicant.veteranShare');
  }
  get wholeFamilyInTown(): boolean {
    const { atHome, inTown, outside } = this.#members;
    return this.#family && outside[this.#h] === 0 && (atHome[this.#h] === 0 || inTown[this.#h] === 0);
  }
  /** Spouse, mother or father with a town register in the area. */
  get kinRegisteredHere(): boolean {
    const { spouse, mother, father } = this.#persons;
    return (
      this.#registeredHere(spouse[this.#i]) ||
      this.#registeredHere(mother[this.#i]) ||
      this.#registeredHere(father[this.#i])
    );
  }

  #registeredHere(kin: number): boolean {
    const { presence, registerArea, registerUrban, residenceArea } = this.#persons;
    return (
      kin !== NONE &&
      presence[kin] === Presence.present &&
      registerUrban[kin] === 1 &&
      registerArea[kin] === residenceArea[this.#i]
    );
  }

  /** A lifelong attribute: keyed by the person and no year of the run. */
  #lifelong(decision: number, share: ParameterName): boolean {
    const draw = this.#draws.personDraw(this.#state, this.#i, LIFELONG, decision);
    return draw < this.#state.parameters[share];
  }
}

/** Leases begin in the middle of their year on average. */
const HALF_YEAR = 6;
/** Years of residence of those who never moved are their age. */
export const yearsInPlace = (arrivalYear: number, age: number, year: number): number =>
  arrivalYear === 0 ? age : Math.max(0, year - arrivalYear);
