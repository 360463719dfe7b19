import type { Localized } from '../language/language.ts';
import type { RegisterTierName } from '../population/codes.ts';
import type { Mark } from '../scenario/mark.ts';
import type { Condition, PointsItem } from './condition.ts';
import type { Audience, LeverName, RouteName, Service } from './law.ts';
import type { PlaceGroup } from './place-groups.ts';
import type { Quota } from './quota.ts';
import type { RelativeName } from './relative.ts';

/** A policy document as data: clause by clause, what it says and what it sets. Plain values: they travel to worker threads. */
export interface PolicyDocument {
  readonly id: string;
  /** The document's own number (文号). */
  readonly number: string;
  readonly title: Localized;
  readonly level: 'nation' | 'region' | 'city';
  /** Six-digit code of the city or region (150200, 150000); null for the nation. */
  readonly area: string | null;
  readonly date: DocumentDate;
  /** How well the content is known: read in the document, in a report of it, from memory, or assumed. */
  readonly mark: Mark;
  readonly source: string;
  /** A draft for comment (征求意见稿): in force only where a scenario lists it or tries its clauses. */
  readonly draft: boolean;
  /** Documents whose settlement routes end here on the day this one comes into force. */
  readonly replaces: readonly string[];
  readonly notes: readonly Localized[];
  /** Groups of places that rules name in `where`. */
  readonly places: readonly PlaceGroup[];
  readonly clauses: readonly Clause[];
  /** Day on which somebody last held it, clause by clause, against its text; absent where nobody did. */
  readonly reviewed?: string | undefined;
  /** Day after which that should be looked at again, two years later unless said: a run that goes beyond it is warned of. */
  readonly expires?: string | undefined;
}

/** Dates signed, printed, published and in force are kept apart; `assumed` is the one the model uses. ISO dates. */
interface DocumentDate {
  readonly signed: string | null;
  readonly printed: string | null;
  readonly published: string | null;
  readonly inForce: {
    readonly earliest: string;
    readonly latest: string;
    readonly assumed: string;
    /** Why the assumed day, where the document has none; null where the day is in the document. */
    readonly why: Localized | null;
  };
  /** First day it is no longer in force; null while it is. */
  readonly until: string | null;
}

export const clauseKinds = [
  'eligibility',
  'entitlement',
  'asset',
  'supply',
  'information',
  'fiscal',
  'statistic',
  'target',
  'pattern',
  'governance',
] as const;
export type ClauseKind = (typeof clauseKinds)[number];

/** How binding the words are: 应当 and plain statements, 可以 鼓励 支持, 探索 研究制定 试点. */
export const forces = ['shall', 'may', 'explore'] as const;
export type Force = (typeof forces)[number];

export interface Clause {
  readonly id: string;
  /** Where it stands in the document, in its own numbering. */
  readonly at: string;
  /** The operative words. */
  readonly quote: string;
  readonly meaning: Localized;
  readonly kind: ClauseKind;
  readonly force: Force;
  readonly who: Audience;
  /** Day the clause comes into force where it is later than its document. */
  readonly from: string | null;
  /** First day it is no longer in force, where it ends before its document. */
  readonly until: string | null;
  /** Disputed readings, the default first; empty when the words leave no doubt. */
  readonly readings: readonly Reading[];
  /** Documents whose settlement routes end here on the day this clause comes into force. */
  readonly replaces: readonly string[];
  readonly sets: readonly Rule[];
  /** Why the clause does not reach the model; null when it does. */
  readonly notModelled: Localized | null;
}

interface Reading {
  readonly name: string;
  readonly meaning: Localized;
}

interface RuleBase {
  /** Holds only under this reading of the clause; null: under all. */
  readonly reading: string | null;
  /** Areas it holds in: division codes, those of regions and prefectures with all in them, `districts`, `counties` or a group of the document; null: everywhere. */
  readonly where: readonly string[] | null;
  /** What we had to assume to make the words into a rule. */
  readonly assumption: Localized | null;
}

/** A relative who may come along, whatever else or where the conditions hold for the relative (未成年子女). */
export type Follower = RelativeName | { readonly is: RelativeName; readonly when: Condition };

/** Opens a way to a town register. */
export interface RouteRule extends RuleBase {
  readonly rule: 'route';
  readonly name: RouteName;
  /** What readers call a route of the document's own name (`own-…`); null for the known ones. */
  readonly called: Localized | null;
  readonly when: readonly Condition[];
  /** Clauses of the same document whose requirement must be met too, or whose points count. */
  readonly under: readonly string[];
  readonly relatives: readonly Follower[];
  /** Only those who live with the applicant. */
  readonly coResident: boolean;
  readonly quota: Quota | null;
  /** The clause gives no place to put the register: own dwelling, kin, or a collective register must. */
  readonly needsAddress: boolean;
}

/** A condition that other clauses of the document stand under. */
interface RequirementRule extends RuleBase {
  readonly rule: 'requirement';
  readonly when: readonly Condition[];
}

/** Items of points (积分指标) that count in the tables of routes which stand under the clause. */
interface PointsRule extends RuleBase {
  readonly rule: 'points';
  readonly items: readonly PointsItem[];
}

/** Widens the relatives of the document's routes for those who meet the conditions. */
export interface RelativesRule extends RuleBase {
  readonly rule: 'relatives';
  readonly when: readonly Condition[];
  readonly relatives: readonly Follower[];
  readonly coResident: boolean;
}

/** Lets townspeople move the register back to the village. */
interface ReturnRule extends RuleBase {
  readonly rule: 'return';
  readonly when: readonly Condition[];
}

/** Opens collective registers to settlers without an address of their own. */
interface AddressRule extends RuleBase {
  readonly rule: 'address';
  readonly collective: 'employer' | 'community';
  /** Only the places named here and the own dwelling: no kin, no other collective register. */
  readonly only: boolean;
}

interface PermitClauseRule extends RuleBase {
  readonly rule: 'permit';
  readonly months: number;
  readonly tiers: readonly RegisterTierName[];
  /** Tiers that need dwelling, job or schooling. */
  readonly groundTiers: readonly RegisterTierName[];
  readonly when: readonly Condition[];
  /** Districts between which a move gives no permit. */
  readonly notBetween: readonly string[];
}

/** What people without a town register have of a service. */
interface RightRule extends RuleBase {
  readonly rule: 'right';
  readonly services: readonly Service[];
  readonly level: number;
  readonly tiers: readonly RegisterTierName[];
  readonly when: readonly Condition[];
  readonly needsPermit: boolean;
  readonly yearsInTown: number;
  readonly insuredYears: number;
  /** The clause's own force unless this part, or this reading, of it is weaker or stronger. */
  readonly force: Force | null;
}

/** What a household has of a service once it has settled: the other end of the gap. */
interface SettledRule extends RuleBase {
  readonly rule: 'settled';
  readonly services: readonly Service[];
  readonly level: number;
}

/** Tenants may draw their housing fund for the rent after full months of contributions without a break. */
interface FundRentRule extends RuleBase {
  readonly rule: 'fund-rent';
  readonly months: number;
}

interface LeverRule extends RuleBase {
  readonly rule: 'lever';
  readonly name: LeverName;
  /** Where people it reaches are registered. */
  readonly tiers: readonly RegisterTierName[];
  /** The clause's own force unless this part of it is weaker or stronger. */
  readonly force: Force | null;
  /** Strength where the force alone would say too much; null: from the force. */
  readonly strength: number | null;
}

interface CountingRule extends RuleBase {
  readonly rule: 'counting';
  readonly by: 'kind' | 'place';
  readonly within: 'towns' | 'districts';
}

/** A number the document promises, scored and never fitted. */
export interface TargetRule extends RuleBase {
  readonly rule: 'target';
  readonly indicator: string;
  readonly sense: 'at-least' | 'about' | 'at-most';
  readonly value: number;
  readonly unit: string;
  readonly from: number | null;
  readonly to: number;
}

/** Money or land that follows numbers, for the fiscal tables. */
export interface FiscalRule extends RuleBase {
  readonly rule: 'fiscal';
  readonly subject: 'award-fund' | 'transfers' | 'construction-land';
  readonly counts: readonly ('settled' | 'permits' | 'residents')[];
}

export type Rule =
  | RouteRule
  | RequirementRule
  | PointsRule
  | RelativesRule
  | ReturnRule
  | AddressRule
  | PermitClauseRule
  | RightRule
  | SettledRule
  | FundRentRule
  | LeverRule
  | CountingRule
  | TargetRule
  | FiscalRule;
