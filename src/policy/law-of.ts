import { registerTiers } from '../population/codes.ts';
import { addressOf } from './address.ts';
import type { Applicant } from './applicant.ts';
import { type Condition, compileConditions } from './condition.ts';
import type { Force, PolicyDocument, RelativeName, RelativesRule, RouteRule, Rule } from './document.ts';
import {
  type Collectives,
  type Counting,
  type FundRent,
  type Law,
  type LeverName,
  leverNames,
  type PermitRule,
  type Relatives,
  type Right,
  type Route,
  type Service,
  type SettledRight,
  services,
} from './law.ts';
import type { DatedRule } from './select-rules.ts';

/** What the making of one area's law needs besides the rules in force. */
interface LawContext {
  readonly code: string;
  readonly documents: readonly PolicyDocument[];
  /** Requirements that were taken out. */
  readonly without: ReadonlySet<string>;
  readonly exploreStrength: number;
  /** All routes of the book so far; a new form of a route is appended. */
  readonly routes: Route[];
}

/** Strength of a measure by how binding its words are. Assumption: an encouragement does half of what an order does. */
const forceStrength = { shall: 1, may: 0.5 } as const;

const strengthOf = (force: Force, exploreStrength: number): number =>
  force === 'explore' ? exploreStrength : forceStrength[force];

/** The law made of the rules that hold in an area on a day, in the order of the law. */
export function lawOf(active: readonly DatedRule[], context: LawContext): Law {
  const collectives = collectivesOf(active);
  return {
    routes: routesOf(active, collectives, context),
    permit: permitOf(active, context.code),
    levers: leversOf(active, context.exploreStrength),
    rights: rightsOf(active, context.exploreStrength),
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
  const open = only(active, 'address').map((r) => r.rule.collective);
  return { employer: open.includes('employer'), community: open.includes('community') };
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
  const { months, tiers, groundTiers, notBetween } = last.rule;
  return {
    document: last.document,
    clause: last.clause.id,
    months,
    // the words of this program itself: those read from a file are other strings of the same letters, slow to compare
    tiers: registerTiers.filter((tier) => tiers.includes(tier)),
    needsGround: tiers.every((tier) => groundTiers.includes(tier)),
    groundTiers: registerTiers.filter((tier) => groundTiers.includes(tier)),
    excludesDistrictMoves: notBetween.includes(code),
  };
}

const byService = <T>(of: (service: Service) => T): Record<Service, T> =>
  Object.fromEntries(services.map((service) => [service, of(service)])) as Record<Service, T>;

/** A right that is only explored is worth as much of its level as explorations are; encouragements state theirs. */
const levelOf = (level: number, force: Force, exploreStrength: number): number =>
  force === 'explore' ? level * exploreStrength : level;

function rightsOf(active: readonly DatedRule[], exploreStrength: number): Law['rights'] {
  const rights = only(active, 'right').flatMap(({ rule, document, clause }) => {
    const { services, tiers, needsPermit, yearsInTown, insuredYears } = rule;
    const level = levelOf(rule.level, clause.force, exploreStrength);
    const terms = { document, clause: clause.id, level, tiers, needsPermit, yearsInTown, insuredYears };
    return level > 0 ? services.map((service): Right => ({ service, ...terms })) : [];
  });
  rights.sort((a, b) => b.level - a.level);
  return byService((service) => rights.filter((right) => right.service === service));
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

/** Each lever at the strength of the strongest clause that sets it. */
function leversOf(active: readonly DatedRule[], exploreStrength: number): Law['levers'] {
  const levers = Object.fromEntries(leverNames.map((name) => [name, 0])) as Record<LeverName, number>;
  for (const { rule, clause } of only(active, 'lever')) {
    const strength = rule.strength ?? strengthOf(rule.force ?? clause.force, exploreStrength);
    levers[rule.name] = Math.max(levers[rule.name], strength);
  }
  return levers;
}

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
    ...rule.when,
    ...required.flatMap((id) => requirementOf(context.documents, document, id)),
    ...(wider?.rule.when ?? []),
  ];
  const made: Omit<Route, 'index' | 'open'> = {
    name: rule.name,
    document,
    clause: clause.id,
    relatives: relativesOf(rule, wider?.rule ?? null),
    shapedBy: [
      ...required.map((id) => `${document}:${id}`),
      ...(wider ? [`${wider.document}:${wider.clause.id}`] : []),
    ],
    conditions,
    collectives: rule.needsAddress ? collectives : null,
  };
  const key = JSON.stringify(made);
  const known = context.routes.find((r) => formKey(r) === key);
  if (known) return known;
  const route: Route = { index: context.routes.length, open: openOf(made), ...made };
  context.routes.push(route);
  return route;
}

const formKeys = new WeakMap<Route, string>();

function formKey(route: Route): string {
  const { index: _, open: __, ...made } = route;
  const key = formKeys.get(route) ?? JSON.stringify(made);
  formKeys.set(route, key);
  return key;
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

function relativesOf(rule: RouteRule, wider: RelativesRule | null): Relatives {
  const may = (name: RelativeName): boolean =>
    rule.relatives.includes(name) || (wider?.relatives.includes(name) ?? false);
  return {
    spouse: may('spouse'),
    children: may('children'),
    grandchildren: may('grandchildren'),
    ownParents: may('own-parents'),
    spouseParents: may('spouse-parents'),
    coResident: wider ? wider.coResident : rule.coResident,
  };
}
