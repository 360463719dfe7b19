/**
 * What the law allows, on plain values. Rules never draw random numbers and know nothing of rows and columns:
 * the processes fill an `Applicant`, the rules answer with a route and the clause that opened it.
 */
import type { Localized } from '../language/language.ts';
import type { RegisterTierName } from '../population/codes.ts';
import type { Applicant } from './applicant.ts';
import type { Condition } from './condition.ts';
import type { Quota } from './quota.ts';
import type { RelativeName } from './relative.ts';

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
  'points',
] as const;
/** A route a document names itself. */
export type OwnRouteName = `own-${string}`;
export type RouteName = (typeof routeNames)[number] | OwnRouteName;

/** Terms on which a relative may move the register together with the applicant. */
export interface Following {
  /** Only those who live with the applicant. */
  readonly livingTogether: boolean;
  /** What the relative must be besides. */
  readonly when: readonly Condition[];
  /** Whether this relative is; null where nothing more is asked. */
  readonly meets: ((relative: Applicant) => boolean) | null;
}
/** Who may come along; several terms for one relative: any of them. */
export type Followers = Readonly<Partial<Record<RelativeName, readonly Following[]>>>;

/** A legal way to a town register. `index` is its place in `LawBook.routes`, the same for the whole run. */
export interface Route {
  readonly index: number;
  readonly name: RouteName;
  readonly called: Localized;
  readonly document: string;
  readonly clause: string;
  /** Which of the rules of the clause, from 0: one clause may open several routes of a name. */
  readonly part: number;
  readonly relatives: Followers;
  readonly quota: Quota | null;
  /** Whether this applicant meets the conditions. */
  readonly open: (applicant: Applicant) => boolean;
  /**
   * Other clauses (`document:clause`) that shaped this form of the route: a requirement it stands under, or the clause
   * that widened its relatives. Several routes of a book may share document and clause and differ only in these.
   */
  readonly shapedBy: readonly string[];
  /** The conditions behind `open`, for explanations. */
  readonly conditions: readonly Condition[];
  /** Collective registers a settler without an address of their own can use; null when the route brings its own address. */
  readonly collectives: Collectives | null;
}

/** A route as results tell it; `called` where its name is not one of the field's words, and its document may no longer be there. */
export interface RouteTold {
  readonly name: string;
  readonly document: string;
  readonly clause: string;
  readonly called?: Localized | undefined;
}

/** Collective registers (集体户) open by clause to settlers who have no address of their own. */
export interface Collectives {
  readonly employer: boolean;
  readonly community: boolean;
  /** No other address but the own dwelling. */
  readonly only: boolean;
}

/** Who may hold a residence permit; ask with `permitOpen`. */
export interface PermitRule {
  readonly document: string;
  readonly clause: string;
  /** Least months of living there. */
  readonly months: number;
  /** Tiers that can hold a permit (Baotou: only from another city; Chifeng: not between the city's districts). */
  readonly tiers: readonly RegisterTierName[];
  /** Needs dwelling, job or schooling, whatever the tier. */
  readonly needsGround: boolean;
  /** Tiers that need dwelling, job or schooling. */
  readonly groundTiers: readonly RegisterTierName[];
  /** What is asked besides. */
  readonly conditions: readonly Condition[];
  /** Whether a person meets them. */
  readonly meets: (applicant: Applicant) => boolean;
  /** In this area people whose register lies in another urban district of the city cannot hold one. */
  readonly excludesDistrictMoves: boolean;
}

/**
 * Measures that are neither a route nor a right and act in the processes by their strength, from 0 (absent) to 1 (in force,
 * `shall`). A lever that no process reads has no place here (test/policy/levers-read.test.ts).
 */
export const leverNames = [
  'land.rightsKept',
  'land.paidExit',
  'information.awareness',
  'information.landBelief',
  'information.mobilisation',
  'settlement.paperwork',
  'permit.paperwork',
  'school.enrolment',
  'jobs.growth',
  'jobs.training',
  'jobs.hiringSubsidy',
  'jobs.startupLoan',
  'statistic.reclassification',
] as const;
export type LeverName = (typeof leverNames)[number];

/** Whom a measure reaches. `settled`: only after the move of the register, which is what makes settling worth it. */
export const audiences = ['anyone', 'rural', 'registered-here', 'settled'] as const;
export type Audience = (typeof audiences)[number];

/** Services whose entitlement may depend on register, permit, years in town and years insured. */
export const services = [
  'schooling',
  'exams',
  'medical',
  'pension',
  'dibao',
  'public-rental',
  'rent-subsidy',
  'housing-fund',
] as const;
export type Service = (typeof services)[number];

/** What people without a town register have of a service: the highest level among the rights they meet holds. */
export interface Right {
  readonly document: string;
  readonly clause: string;
  readonly service: Service;
  /** Share of what old townspeople have, 0..1. */
  readonly level: number;
  readonly tiers: readonly RegisterTierName[];
  readonly needsPermit: boolean;
  readonly yearsInTown: number;
  readonly insuredYears: number;
  /** What it asks besides. */
  readonly conditions: readonly Condition[];
  /** The tests of `Law.asked` it needs, as bits. */
  readonly asks: number;
}

/** What a household has of a service once it has settled; the clause that gives most holds. */
export interface SettledRight {
  readonly document: string;
  readonly clause: string;
  /** Share of what old townspeople have, 0..1. */
  readonly level: number;
}

/** Who rents may draw the housing fund for the rent, after this many full months of contributions. */
export interface FundRent {
  readonly document: string;
  readonly clause: string;
  readonly months: number;
}

/** How registered urbanization is counted: by kind of register, or by its place, in all towns or in the districts only. */
export interface Counting {
  readonly by: 'kind' | 'place';
  readonly within: 'towns' | 'districts';
}

/** People by where they are registered, seen from a place, and whether in a village: what a measure may be limited to. */
export const leverGroup = (tier: number, rural: boolean): number => 2 * tier + (rural ? 1 : 0);
export const LEVER_GROUPS = 8;

/** A right to move the register back to the village. */
export interface ReturnRight {
  readonly document: string;
  readonly clause: string;
  readonly conditions: readonly Condition[];
  readonly open: (applicant: Applicant) => boolean;
}

/** The law of one area over a stretch of days in which nothing changes. */
export interface Law {
  /** Routes in force, in the order of the documents (earlier documents first, then clause order). */
  readonly routes: readonly Route[];
  readonly returns: readonly ReturnRight[];
  readonly permit: PermitRule | null;
  /** Strength of each measure for those it reaches most. */
  readonly levers: Readonly<Record<LeverName, number>>;
  /** Strength of each measure by `leverGroup`. */
  readonly reach: Readonly<Record<LeverName, readonly number[]>>;
  /** Rights of people without a town register by service, the one that gives most first. */
  readonly rights: Readonly<Record<Service, readonly Right[]>>;
  /** What rights ask beyond register, permit, years in town and years insured; a right names its tests by bits. */
  readonly asked: readonly ((applicant: Applicant) => boolean)[];
  /** What settling brings of each service; null where no law says. */
  readonly settled: Readonly<Record<Service, SettledRight | null>>;
  /** The clause that asks for the fewest months; null where none lets tenants draw. */
  readonly fundRent: FundRent | null;
  readonly collectives: Collectives;
  readonly counting: Counting;
}

/** A year of one area: `laws[i]` holds from `days[i]` on; the first day is 1. */
export interface YearOfLaw {
  readonly days: readonly number[];
  readonly laws: readonly Law[];
}

/** The law of a run: every route that ever opens, and the law on any day. */
export interface LawBook {
  readonly routes: readonly Route[];
  /** Law of an area on a day: `day` is 1..366 of `year`. Constant time: a few stretches a year. */
  on(area: number, year: number, day: number): Law;
  ofYear(area: number, year: number): YearOfLaw;
  /** Day-weighted mean strength of a lever over the year (a measure in force for part of a year counts for that part). */
  lever(area: number, year: number, lever: LeverName): number;
  /** The same for one group of people (`leverGroup`). */
  leverFor(area: number, year: number, lever: LeverName, group: number): number;
}

/** First route of the law open to the applicant, in the document's order; null when none is. */
export function firstOpenRoute(law: Law, applicant: Applicant): Route | null {
  for (const route of law.routes) if (route.open(applicant)) return route;
  return null;
}

/** Whether a route lets a relative come along: `person` is asked only where the route asks more than the tie. */
export function admits(route: Route, is: RelativeName, livingTogether: boolean, person: () => Applicant): boolean {
  const terms = route.relatives[is];
  if (terms === undefined) return false;
  for (const term of terms)
    if ((livingTogether || !term.livingTogether) && (term.meets === null || term.meets(person()))) return true;
  return false;
}
