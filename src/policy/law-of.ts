import { registerTiers } from '../population/codes.ts';
import { addressOf } from './address.ts';
import type { Applicant } from './applicant.ts';
import { audienceConditions } from './audience.ts';
import { compileConditions } from './compile-condition.ts';
import type { Condition, PointsItem } from './condition.ts';
import type { Follower, Force, PolicyDocument, RelativesRule, RouteRule, Rule } from './document.ts';
import {
  type Collectives,
  type Counting,
  type Followers,
  type Following,
  type FundRent,
  type Law,
  LEVER_GROUPS,
  type LeverName,
  leverGroup,
  leverNames,
  type PermitRule,
  type Right,
  type Route,
  type Service,
  type SettledRight,
  services,
} from './law.ts';
import { relativeNames } from './relative.ts';
import type { DatedRule } from './select-rules.ts';
import { routeName } from './words.ts';

/** What the making of one area's law needs besides the rules in force. */
interface LawContext {
  readonly code: string;
  readonly documents: readonly PolicyDocument[];
  /** Requirements that were taken out. */
  readonly without: ReadonlySet<string>;
  readonly exploreStrength: number;
  /** All routes of the book so far, by all that makes a form of a route what it is; a new form is appended. */
  readonly routes: Map<string, Route>;
}

/** Strength of a measure by how binding its words are. Assumption: an encouragement does half of what an order does. */
const forceStrength = { shall: 1, may: 0.5 } as const;

const strengthOf = (force: Force, exploreStrength: number): number =>
  force === 'explore' ? exploreStrength : forceStrength[force];

/** The law made of the rules that hold in an area on a day, in the order of the law. */
export function lawOf(active: readonly DatedRule[], context: LawContext): Law {
  const collectives = collectivesOf(active);
  const reach = reachOf(active, context.exploreStrength);
  return {
    routes: routesOf(active, collectives, context),
    returns: returnsOf(active),
    permit: permitOf(active, context.code),
    levers: byLever((name) => Math.max(...reach[name])),
    reach,
    ...rightsOf(active, context.exploreStrength),
    settled: settledOf(active, context.exploreStrength),
    fundRent: fundRentOf(active),
    collectives,
    counting: countingOf(active),
  };
}

type Of<K extends Rule['rule']> = DatedRule & { readonly rule: Extract<Rule, { rule: K }> };
const only = <K extends Rule['rule']>(active: readonly DatedRule[], kind: K): Of<K>[] =>
  active.filter((r): r is Of<K> => r.rule.rule === kind);

function collectivesOf(active: readonly DatedRule[]): Collectives {
  const rules = only(active, 'address').map((r) => r.rule);
  const opens = (collective: 'employer' | 'community'): boolean => rules.some((rule) => rule.collective === collective);
  return { employer: opens('employer'), community: opens('community'), only: rules.some((rule) => rule.only) };
}

/** The latest document's counting rule; by kind of register before any. */
function countingOf(active: readonly DatedRule[]): Counting {
  const last = only(active, 'counting').at(-1)?.rule;
  return last ? { by: last.by, within: last.within } : { by: 'kind', within: 'towns' };
}

/** Of the clauses in force that let tenants draw the housing fund, the one that asks for the fewest months. */
function fundRentOf(active: readonly DatedRule[]): FundRent | null {
  let best: FundRent | null = null;
  for (const { rule, document, clause } of only(active, 'fund-rent'))
    if (best === null || rule.months < best.months) best = { document, clause: clause.id, months: rule.months };
  return best;
}

/** The latest document's permit rule. */
function permitOf(active: readonly DatedRule[], code: string): PermitRule | null {
  const last = only(active, 'permit').at(-1);
  if (!last) return null;
  const { months, tiers, groundTiers, notBetween, when } = last.rule;
  const conditions = [...audienceConditions(last.clause.who), ...when];
  return {
    document: last.document,
    clause: last.clause.id,
    months,
    // the words of this program itself: those read from a file are other strings of the same letters, slow to compare
    tiers: registerTiers.filter((tier) => tiers.includes(tier)),
    needsGround: tiers.every((tier) => groundTiers.includes(tier)),
    groundTiers: registerTiers.filter((tier) => groundTiers.includes(tier)),
    conditions,
    meets: compileConditions(conditions),
    excludesDistrictMoves: notBetween.includes(code),
  };
}

const byService = <T>(of: (service: Service) => T): Record<Service, T> =>
  Object.fromEntries(services.map((service) => [service, of(service)])) as Record<Service, T>;

/** A right that is only explored is worth as much of its level as explorations are; encouragements state theirs. */
const levelOf = (level: number, force: Force, exploreStrength: number): number =>
  force === 'explore' ? level * exploreStrength : level;

/**
 * Rights, the one that gives most first, and what they ask beyond register, permit and years. The same conditions are one test:
 * a right names its own by a bit.
 */
function rightsOf(active: readonly DatedRule[], exploreStrength: number): Pick<Law, 'rights' | 'asked'> {
  const keys: string[] = [];
  const asked: ((applicant: Applicant) => boolean)[] = [];
  const bitOf = (condition: Condition): number => {
    const key = JSON.stringify(condition);
    if (!keys.includes(key)) {
      keys.push(key);
      asked.push(compileConditions([condition]));
    }
    return 1 << keys.indexOf(key);
  };
  const rights = only(active, 'right').flatMap(({ rule, document, clause }) => {
    const { services, tiers, needsPermit, yearsInTown, insuredYears } = rule;
    const level = levelOf(rule.level, rule.force ?? clause.force, exploreStrength);
    const conditions = [...audienceConditions(clause.who), ...rule.when];
    const asks = conditions.reduce((bits, condition) => bits | bitOf(condition), 0);
    const terms = {
      document,
      clause: clause.id,
      level,
      tiers,
      needsPermit,
      yearsInTown,
      insuredYears,
      conditions,
      asks,
    };
    return level > 0 ? services.map((service): Right => ({ service, ...terms })) : [];
  });
  rights.sort((a, b) => b.level - a.level);
  return { rights: byService((service) => rights.filter((right) => right.service === service)), asked };
}

/** The clause that gives settlers most of each service; among equals the earlier. */
function settledOf(active: readonly DatedRule[], exploreStrength: number): Law['settled'] {
  const best = byService<SettledRight | null>(() => null);
  for (const { rule, document, clause } of only(active, 'settled')) {
    const level = levelOf(rule.level, clause.force, exploreStrength);
    for (const service of rule.services)
      if (level > (best[service]?.level ?? 0)) best[service] = { document, clause: clause.id, level };
  }
  return best;
}

const byLever = <T>(of: (name: LeverName) => T): Record<LeverName, T> =>
  Object.fromEntries(leverNames.map((name) => [name, of(name)])) as Record<LeverName, T>;

/** Each lever at the strength of the strongest clause that sets it for a group of people, by `leverGroup`. */
function reachOf(active: readonly DatedRule[], exploreStrength: number): Record<LeverName, number[]> {
  const reach = byLever(() => new Array<number>(LEVER_GROUPS).fill(0));
  for (const { rule, clause } of only(active, 'lever')) {
    const strength = rule.strength ?? strengthOf(rule.force ?? clause.force, exploreStrength);
    registerTiers.forEach((tier, t) => {
      for (const rural of [false, true]) {
        if (!rule.tiers.includes(tier) || (clause.who === 'rural' && !rural)) continue;
        if (clause.who === 'registered-here' && tier !== 'same-county' && tier !== 'same-city') continue;
        const group = leverGroup(t, rural);
        reach[rule.name][group] = Math.max(reach[rule.name][group], strength);
      }
    });
  }
  return reach;
}

/** Rights to move the register back to the village. */
const returnsOf = (active: readonly DatedRule[]): Law['returns'] =>
  only(active, 'return').map(({ rule, document, clause }) => {
    const conditions = [...audienceConditions(clause.who), ...rule.when];
    return { document, clause: clause.id, conditions, open: compileConditions(conditions) };
  });

/** Routes in force; where a clause widens the relatives of some applicants, their form of a route stands before the plain one. */
function routesOf(active: readonly DatedRule[], collectives: Collectives, context: LawContext): Route[] {
  const wider = only(active, 'relatives');
  return only(active, 'route').flatMap((route) => {
    if (route.clause.force === 'explore') return [];
    const widened = wider.filter((w) => w.document === route.document || w.added);
    return [
      ...widened.map((w) => routeForm(route, w, collectives, context)),
      routeForm(route, null, collectives, context),
    ];
  });
}

/** One form of a route: looked up among those already made, so that its index is the same on every day and in every area. */
function routeForm(
  { rule, document, clause }: Of<'route'>,
  wider: Of<'relatives'> | null,
  collectives: Collectives,
  context: LawContext,
): Route {
  const required = rule.under.filter((id) => !context.without.has(`${document}:${id}`));
  const conditions = [
    ...audienceConditions(clause.who),
    ...withPoints(
      rule.when,
      required.flatMap((id) => pointsOfClause(context.documents, document, id)),
    ),
    ...required.flatMap((id) => requirementOf(context.documents, document, id)),
    ...(wider ? [...audienceConditions(wider.clause.who), ...wider.rule.when] : []),
  ];
  const made: Omit<Route, 'index' | 'open'> = {
    name: rule.name,
    called: routeName(rule),
    document,
    clause: clause.id,
    part: clause.sets.indexOf(rule),
    relatives: followersOf(rule, wider?.rule ?? null),
    quota: rule.quota,
    shapedBy: [
      ...required.map((id) => `${document}:${id}`),
      ...(wider ? [`${wider.document}:${wider.clause.id}`] : []),
    ],
    conditions,
    collectives: rule.needsAddress ? collectives : null,
  };
  const key = JSON.stringify(made);
  const known = context.routes.get(key);
  if (known) return known;
  const route: Route = { index: context.routes.size, open: openOf(made), ...made };
  context.routes.set(key, route);
  return route;
}

function openOf({ conditions, collectives }: Pick<Route, 'conditions' | 'collectives'>): Route['open'] {
  const meets = compileConditions(conditions);
  if (collectives === null || collectives.community) return meets;
  return (applicant: Applicant) => meets(applicant) && addressOf(applicant, collectives) !== null;
}

/** What a requirement clause asks; it goes with the routes that stand under it, also when they are tried elsewhere. */
function requirementOf(documents: readonly PolicyDocument[], document: string, id: string): readonly Condition[] {
  const clause = documents.find((d) => d.id === document)?.clauses.find((c) => c.id === id);
  return clause?.sets.flatMap((rule) => (rule.rule === 'requirement' ? rule.when : [])) ?? [];
}

/** The items of points a clause gives. */
function pointsOfClause(documents: readonly PolicyDocument[], document: string, id: string): readonly PointsItem[] {
  const clause = documents.find((d) => d.id === document)?.clauses.find((c) => c.id === id);
  return clause?.sets.flatMap((rule) => (rule.rule === 'points' ? rule.items : [])) ?? [];
}

/** Conditions whose tables of points count the items of other clauses too. */
const withPoints = (when: readonly Condition[], more: readonly PointsItem[]): readonly Condition[] =>
  more.length === 0
    ? when
    : when.map((condition) =>
        condition.points === undefined
          ? condition
          : { ...condition, points: { ...condition.points, items: [...condition.points.items, ...more] } },
      );

/** Who may come along by a route, and by the clause that widens it. */
function followersOf(rule: RouteRule, wider: RelativesRule | null): Followers {
  const terms = (from: RouteRule | RelativesRule): [string, Following][] =>
    from.relatives.map((follower) => [nameOf(follower), followingOf(follower, from.coResident)]);
  const all = [...terms(rule), ...(wider ? terms(wider) : [])];
  return Object.fromEntries(
    relativeNames
      .map((name) => [name, withoutNarrower(all.flatMap(([of, term]) => (of === name ? [term] : [])))] as const)
      .filter(([, list]) => list.length > 0),
  );
}

/** Terms without those that another makes idle: what is free for all is not asked for a second time. */
function withoutNarrower(terms: readonly Following[]): Following[] {
  const free = terms.find(({ when, livingTogether }) => when.length === 0 && !livingTogether);
  if (free) return [free];
  const atHome = terms.find(({ when }) => when.length === 0);
  return atHome
    ? [atHome, ...terms.filter(({ when, livingTogether }) => when.length > 0 && !livingTogether)]
    : [...terms];
}

const nameOf = (follower: Follower): string => (typeof follower === 'string' ? follower : follower.is);

function followingOf(follower: Follower, livingTogether: boolean): Following {
  const when = typeof follower === 'string' ? [] : [follower.when];
  return { livingTogether, when, meets: when.length === 0 ? null : compileConditions(when) };
}
