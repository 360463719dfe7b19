/**
 * What the law allows, on plain values. Rules never draw random numbers and know nothing of rows and columns:
 * the processes fill an `Applicant`, the rules answer with a route and the clause that opened it.
 */

/** Names of the legal routes to a town register, in no order (the document's order decides which is recorded). */
export const routeNames = [
  'zero-threshold',
  'stable-dwelling',
  'kin',
  'owner',
  'business',
  'public-employee',
  'job',
  'graduate',
  'talent',
  'student',
  'student-at-origin',
  'veteran',
  'long-stay',
  'whole-family',
  'key-groups',
  'collective-address',
] as const;
export type RouteName = (typeof routeNames)[number];

/** Where the applicant is registered, seen from the town where they apply. The award fund's tiers follow from it. */
export type RegisterTier = 'same-county' | 'same-city' | 'same-province' | 'other-province';

/** Facts about one adult who may apply, on the day of applying. All plain values; one object is reused by the kernel. */
export interface Applicant {
  /** Lives in a town (urban side) of the area where they apply. */
  livesInTown: boolean;
  tier: RegisterTier;
  /** Present register counted as rural (village). */
  registeredRural: boolean;
  age: number;
  yearsInTown: number;
  dwelling: 'none' | 'own' | 'employer' | 'private-rent' | 'public-rental';
  /** Full months of the present lease without a break; 0 without one. */
  leaseMonths: number;
  work: 'none' | 'farm' | 'informal' | 'formal' | 'self-employed' | 'student' | 'retired';
  insuredYears: number;
  /** Business licence and tax registration. */
  licensed: boolean;
  publicEmployee: boolean;
  education: 'none' | 'primary' | 'junior' | 'senior' | 'college';
  /** Full years since graduating from the highest school attended; Infinity when unknown or never. */
  yearsSinceGraduation: number;
  certificate: boolean;
  veteran: boolean;
  /** Every member of the economic household lives in this town. */
  wholeFamilyInTown: boolean;
  /** A spouse, child, parent, grandchild or parent-in-law already holds a town register here. */
  kinRegisteredHere: boolean;
}

/** Relatives who may move their register together with the applicant. */
export interface Relatives {
  readonly spouse: boolean;
  readonly children: boolean;
  readonly grandchildren: boolean;
  readonly ownParents: boolean;
  readonly spouseParents: boolean;
  /** Only those who live with the applicant in town. */
  readonly coResident: boolean;
}

/** A legal way to a town register. `index` is its place in `LawBook.routes`, the same for the whole run. */
export interface Route {
  readonly index: number;
  readonly name: RouteName;
  readonly document: string;
  readonly clause: string;
  readonly relatives: Relatives;
  /** Whether this applicant meets the conditions. */
  readonly open: (applicant: Applicant) => boolean;
}

/** Who may hold a residence permit; null-free: `none` says that nobody can. */
export interface PermitRule {
  readonly document: string;
  readonly clause: string;
  /** Least months of living there. */
  readonly months: number;
  /** Tiers that can hold a permit (Baotou: only from another city; Chifeng: not between the city's districts). */
  readonly tiers: readonly RegisterTier[];
  /** Needs dwelling, job or schooling. */
  readonly needsGround: boolean;
}

/** Levers other than routes that the processes read; each a strength from 0 (absent) to 1 (in force, `shall`). */
export const leverNames = [
  'land.rightsKept',
  'land.paidExit',
  'land.titling',
  'information.awareness',
  'information.landBelief',
  'information.mobilisation',
  'settlement.paperwork',
  'permit.paperwork',
  'permit.rights',
  'school.enrolment',
  'housing.publicRental',
  'housing.rentSubsidy',
  'housing.providentFund',
  'insurance.medical',
  'insurance.employeePension',
  'welfare.dibaoAtResidence',
  'jobs.training',
  'jobs.startupLoan',
  'jobs.growth',
  'statistic.unifiedRegister',
  'statistic.reclassification',
] as const;
export type LeverName = (typeof leverNames)[number];

/** The law of one area over a stretch of days in which nothing changes. */
export interface Law {
  /** Routes in force, in the order of the documents (earlier documents first, then clause order). */
  readonly routes: readonly Route[];
  readonly permit: PermitRule | null;
  readonly levers: Readonly<Record<LeverName, number>>;
}

/** The law of a run: every route that ever opens, and the law on any day. */
export interface LawBook {
  readonly routes: readonly Route[];
  /** Law of an area on a day: `day` is 1..366 of `year`. Constant time: a few stretches a year. */
  on(area: number, year: number, day: number): Law;
  /** Day-weighted mean strength of a lever over the year (a measure in force for part of a year counts for that part). */
  lever(area: number, year: number, lever: LeverName): number;
}

/** First route of the law open to the applicant, in the document's order; null when none is. */
export function firstOpenRoute(law: Law, applicant: Applicant): Route | null {
  for (const route of law.routes) if (route.open(applicant)) return route;
  return null;
}
