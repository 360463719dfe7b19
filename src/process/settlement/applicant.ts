import { exp } from '../../math/exp.ts';
import { logit } from '../../math/logistic.ts';
import type { Applicant, Relative } from '../../policy/applicant.ts';
import type { RelativeName } from '../../policy/relative.ts';
import {
  Education,
  educations,
  HouseholdKind,
  NONE,
  Presence,
  Sex,
  sexes,
  Tenure,
  tenures,
  Work,
  works,
} from '../../population/codes.ts';
import type { Population } from '../../population/population.ts';
import { Decision } from '../../random/decision.ts';
import type { ParameterName } from '../../scenario/parameters.ts';
import { agendaOf } from '../agenda/agenda.ts';
import { drawsOf, LIFELONG } from '../draws.ts';
import { leasesOf } from '../dwelling/lease.ts';
import { type Members, membersOf } from '../members.ts';
import { tierOf } from '../register/register-tier.ts';
import type { State } from '../state.ts';
import { isRelative } from './kin.ts';

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
  readonly #need: ReturnType<typeof agendaOf>['households']['columns']['need'];
  readonly #workspace: Population;
  /** The relative being looked at; made when a rule asks for relatives first. */
  #kin: PersonApplicant | null = null;
  readonly #relative = { person: this as PersonApplicant, livingTogether: false, registeredHere: false };
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
    this.#need = agendaOf(workspace).households.columns.need;
    this.#workspace = workspace;
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
  get registerPlace(): string {
    return this.#state.city.areas[this.#persons.registerArea[this.#i]]?.code ?? '';
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
  /** One lasting draw among those with college schooling: the higher the degree, the fewer. */
  get degree(): Applicant['degree'] {
    if (this.#persons.education[this.#i] !== Education.college) return 'none';
    const draw = this.#draws.personDraw(this.#state, this.#i, LIFELONG, Decision.degree);
    const p = this.#state.parameters;
    const bachelors = p['applicant.bachelorShare'];
    if (draw >= bachelors) return 'none';
    if (draw >= bachelors * p['applicant.masterShare']) return 'bachelor';
    return draw < bachelors * p['applicant.masterShare'] * p['applicant.doctorShare'] ? 'doctor' : 'master';
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
  get worksInTown(): boolean {
    const work = this.#persons.work[this.#i];
    return this.livesInTown && (work === Work.informal || work === Work.formal || work === Work.selfEmployed);
  }
  /** A school place (学籍) takes a year in town. */
  get schooledHere(): boolean {
    return this.yearsInTown >= 1;
  }
  get sex(): Applicant['sex'] {
    return sexes[this.#persons.sex[this.#i]];
  }
  get married(): boolean {
    return this.#persons.spouse[this.#i] !== NONE;
  }
  get familySize(): number {
    const { atHome, inTown, outside } = this.#members;
    return this.#family ? atHome[this.#h] + inTown[this.#h] + outside[this.#h] : 1;
  }
  get hasPermit(): boolean {
    return this.#persons.permitYear[this.#i] !== 0;
  }
  /** Drawn for each lease: a lease that is broken and begun anew is another. */
  get leaseRegistered(): boolean {
    if (this.#tenure !== Tenure.privateRent) return this.#tenure === Tenure.publicRental;
    const began = this.#leases.tenureBegan(this.#state, this.#h);
    const draw = this.#draws.householdDraw(this.#state, this.#h, began, Decision.leaseRegistered);
    return draw < this.#state.parameters['applicant.leaseRegisteredShare'];
  }
  /** Drawn for each dwelling: log-logistic about the usual area a head. */
  get floorArea(): number {
    if (this.#tenure === Tenure.none) return Number.NaN;
    const began = this.#households.tenureYear[this.#h];
    const draw = this.#draws.householdDraw(this.#state, this.#h, began, Decision.floorArea);
    const spread = exp(FLOOR_AREA_SPREAD * logit(draw < 1e-9 ? 1e-9 : draw));
    return this.#state.parameters['applicant.floorAreaPerHead'] * this.familySize * spread;
  }
  /** Owners are not; of the others those by whose lasting draw public rental finds them so. */
  get housingNeed(): boolean {
    if (!this.#family || this.#tenure === Tenure.own) return false;
    return this.#need[this.#h] < 65536 * this.#state.parameters['rental.needShare'];
  }
  get incomePerHead(): number {
    return Number.NaN;
  }
  /** Nothing is known of honours: nobody has any. */
  get honoured(): boolean {
    return false;
  }
  /** Nothing is known of records: nobody has any. */
  get noCriminalRecord(): boolean {
    return true;
  }
  get returnee(): boolean {
    const college = this.#persons.education[this.#i] === Education.college;
    return college && this.#lifelong(Decision.returnee, 'applicant.returneeShare');
  }
  get talentCard(): boolean {
    const { education, work } = this.#persons;
    if (education[this.#i] !== Education.college || work[this.#i] !== Work.formal) return false;
    return this.#lifelong(Decision.talentCard, 'applicant.talentCardShare');
  }

  /** Spouse and parents by their links, the others among the members of the household. */
  someRelative(is: readonly RelativeName[], test: (relative: Relative) => boolean): boolean {
    const { spouse, mother, father } = this.#persons;
    const i = this.#i;
    for (const name of is) {
      if (name === 'spouse' && this.#passes(spouse[i], test)) return true;
      if (name === 'own-parents' && (this.#passes(mother[i], test) || this.#passes(father[i], test))) return true;
      if (name !== 'spouse' && name !== 'own-parents' && this.#someMember(name, test)) return true;
    }
    return false;
  }

  #someMember(name: RelativeName, test: (relative: Relative) => boolean): boolean {
    const { first, next } = this.#members;
    for (let j = first[this.#h]; j !== NONE; j = next[j])
      if (j !== this.#i && isRelative(this.#persons, j, name, this.#i) && this.#passes(j, test)) return true;
    return false;
  }

  /** Whether person j, where there is one, passes a test as a relative of this person. */
  #passes(j: number, test: (relative: Relative) => boolean): boolean {
    const { presence, registerArea, registerUrban, residenceArea, residenceUrban, household } = this.#persons;
    if (j === NONE || presence[j] !== Presence.present) return false;
    const [i, relative] = [this.#i, this.#relative];
    this.#kin ??= new PersonApplicant(this.#workspace, this.#state);
    relative.person = this.#kin.of(j, this.#day);
    relative.registeredHere = registerUrban[j] === 1 && registerArea[j] === residenceArea[i];
    const sameTown = residenceArea[j] === residenceArea[i] && residenceUrban[j] === 1 && residenceUrban[i] === 1;
    relative.livingTogether = sameTown && household[j] === household[i];
    return test(relative);
  }

  /** A lifelong attribute: keyed by the person and no year of the run. */
  #lifelong(decision: number, share: ParameterName): boolean {
    const draw = this.#draws.personDraw(this.#state, this.#i, LIFELONG, decision);
    return draw < this.#state.parameters[share];
  }
}

/** Scale of the log-logistic spread of floor areas: half of all lie within a third of the usual one. */
const FLOOR_AREA_SPREAD = 0.3;
/** Leases begin in the middle of their year on average. */
const HALF_YEAR = 6;
/** Years of residence of those who never moved are their age. */
export const yearsInPlace = (arrivalYear: number, age: number, year: number): number =>
  arrivalYear === 0 ? age : Math.max(0, year - arrivalYear);
