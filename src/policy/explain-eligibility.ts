import type { Localized } from '../language/language.ts';
import { type Address, addressByRoute, addressOf } from './address.ts';
import type { Applicant } from './applicant.ts';
import { pointsItemsOf, pointsOf } from './compile-condition.ts';
import { describeConditions, missingConditions } from './describe-condition.ts';
import { quotaText } from './describe-rule.ts';
import {
  type Collectives,
  type Following,
  type Law,
  type PermitRule,
  type ReturnRight,
  type Route,
  type RouteName,
  type Service,
  services,
} from './law.ts';
import { ADULT_AGE, FIRST_WORK_AGE } from './life-course.ts';
import { hasPermitGround, permitOpen } from './permit.ts';
import type { Quota } from './quota.ts';
import { type RelativeName, relativeNames, relativeWords } from './relative.ts';
import { bestRight, levelOnceSettled, rightsFacts, serviceGap } from './rights.ts';
import { addressWords, joined } from './words.ts';

/** May this person settle, by which routes and clauses, what is missing, who may come, what it would bring. */
export interface Eligibility {
  /** Routes in force in the order of the law, open and closed. */
  readonly routes: readonly RouteAnswer[];
  readonly permit: PermitAnswer;
  readonly receives: readonly ServiceAnswer[];
  /** Share of the entitlements that settling would add, 0..1. */
  readonly gap: number;
  /** Rights to move the register back to the village; left out where no law gives any. */
  readonly returns?: readonly ReturnAnswer[];
}

export interface RouteAnswer {
  readonly open: boolean;
  readonly route: RouteName;
  readonly document: string;
  readonly clause: string;
  readonly shapedBy: readonly string[];
  /** What a closed route lacks; empty where it is open. */
  readonly missing: readonly Localized[];
  /** Relatives who may follow, living together where `coResident`. */
  readonly relatives: readonly RelativeName[];
  /** Those of them of whom more is asked, such as being a minor. */
  readonly conditional: readonly RelativeName[];
  readonly coResident: boolean;
  /** Where the register is put; null where the route is closed. */
  readonly address: Address | null;
  /** Points by the table of the route; left out where it has none. */
  readonly points?: number;
  /** Share of the year by which the route is given out; left out where it has none. */
  readonly quota?: Quota;
  /** The answer in one sentence. */
  readonly text: Localized;
}

interface ReturnAnswer {
  readonly open: boolean;
  readonly document: string;
  readonly clause: string;
  readonly missing: readonly Localized[];
}

interface PermitAnswer {
  readonly open: boolean;
  readonly document: string | null;
  readonly clause: string | null;
  readonly missing: readonly Localized[];
}

interface ServiceAnswer {
  readonly service: Service;
  /** Share of it this person has today, and the clause that gives it. */
  readonly now: number;
  readonly clause: string | null;
  /** Share of it after settling, and the clause that gives settlers theirs. */
  readonly settled: number;
  readonly settledClause: string | null;
  /** `false` where this person is too young to hold it at all (`FROM_AGE`). */
  readonly ofAge?: false;
}

/**
 * Ages from which a person holds a service in their own name: residents' pension (国发〔2014〕8号第三条) and work, and with it the
 * housing fund (劳动法第十五条), at 16; tenants of public housing and who applies for a rent subsidy at 18 (民法典第十七条; assumption that no
 * place lets younger ones apply).
 */
const FROM_AGE: Partial<Record<Service, number>> = {
  pension: FIRST_WORK_AGE,
  'housing-fund': FIRST_WORK_AGE,
  'public-rental': ADULT_AGE,
  'rent-subsidy': ADULT_AGE,
};

/** Answers for an applicant under the law of a place and day. */
export function explainEligibility(law: Law, applicant: Applicant): Eligibility {
  const facts = rightsFacts(law, applicant);
  return {
    routes: clauseForms(law.routes, applicant).map((route) => explainRoute(route, applicant, law.collectives)),
    permit: explainPermit(law.permit, applicant),
    receives: services.map((service) => {
      const right = bestRight(law, service, facts);
      const now = right?.level ?? 0;
      const settled = levelOnceSettled(law, service, now);
      const gain = law.settled[service];
      return {
        service,
        now,
        clause: right ? `${right.document}:${right.clause}` : null,
        settled,
        settledClause: settled > now && gain ? `${gain.document}:${gain.clause}` : null,
        ...(applicant.age < (FROM_AGE[service] ?? 0) ? { ofAge: false as const } : {}),
      };
    }),
    gap: serviceGap(law, facts),
    ...(law.returns.length > 0 ? { returns: law.returns.map((right) => explainReturn(right, applicant)) } : {}),
  };
}

function explainReturn({ document, clause, conditions, open }: ReturnRight, applicant: Applicant): ReturnAnswer {
  return { open: open(applicant), document, clause, missing: missingConditions(conditions, applicant) };
}

/**
 * Whether somebody is of age to apply in their own name: at 18, at 16 by living on their own work (民法典第十七、十八条). Children are
 * entered by a guardian where they join a relative or are admitted to a school.
 */
export function mayApply({ age, work }: Applicant, route: RouteName): boolean {
  const works = work !== 'none' && work !== 'student' && work !== 'seeking';
  if (age >= ADULT_AGE || (age >= FIRST_WORK_AGE && works)) return true;
  return route === 'kin' || route === 'student' || route === 'student-at-origin';
}

/** One form of each route: the first that is open, else the plain one. */
function clauseForms(routes: readonly Route[], applicant: Applicant): Route[] {
  const forms = new Map<string, Route>();
  for (const route of routes) {
    const key = `${route.document}:${route.clause}:${route.part}`;
    const known = forms.get(key);
    if (!known?.open(applicant)) forms.set(key, route);
  }
  return [...forms.values()];
}

function explainRoute(route: Route, applicant: Applicant, collectives: Collectives): RouteAnswer {
  const ofAge = mayApply(applicant, route.name);
  const open = ofAge && route.open(applicant);
  const address = route.collectives ? addressOf(applicant, route.collectives) : addressByRoute(applicant, collectives);
  const missing = missingConditions(route.conditions, applicant);
  if (address === null)
    missing.push({ zh: '有可以登记户口的地址', en: 'has an address where the register can be put' });
  if (!ofAge) missing.push({ zh: '成年，可由监护人带着随迁', en: 'is of age; may follow a parent or guardian' });
  const relatives = relativeNames.filter((name) => route.relatives[name] !== undefined);
  const termsOf = (name: RelativeName): readonly Following[] => route.relatives[name] ?? [];
  const conditional = relatives.filter((name) => termsOf(name).every(({ when }) => when.length > 0));
  const plain = relatives.flatMap((name) => termsOf(name).filter(({ when }) => when.length === 0));
  const answer = {
    open,
    route: route.name,
    document: route.document,
    clause: route.clause,
    shapedBy: route.shapedBy,
    missing: open ? [] : missing,
    relatives,
    conditional,
    coResident: plain.length > 0 && plain.every(({ livingTogether }) => livingTogether),
    address: open ? address : null,
    ...standing(route, applicant),
  };
  return { ...answer, text: routeText(answer, route) };
}

/** Where an applicant stands on a route that is given out by points or a quota. */
function standing({ conditions, quota }: Route, applicant: Applicant): Pick<RouteAnswer, 'points' | 'quota'> {
  const items = pointsItemsOf(conditions);
  return {
    ...(items.length > 0 ? { points: pointsOf(items)(applicant) } : {}),
    ...(quota === null ? {} : { quota }),
  };
}

function routeText(answer: Omit<RouteAnswer, 'text'>, { called, relatives: terms }: Route): Localized {
  const { document, clause, shapedBy, open, missing, relatives, coResident, address, points, quota } = answer;
  const clauses = [`${document}:${clause}`, ...shapedBy].join(' ');
  if (!open) {
    return {
      zh: `${called.zh}（${clauses}）不可：缺 ${missing.map((m) => m.zh).join('；')}`,
      en: `${called.en} (${clauses}) closed: missing ${missing.map((m) => m.en).join('; ')}`,
    };
  }
  const who = joined(relatives.map((name) => followerWords(name, terms[name] ?? [], coResident)));
  const follow =
    relatives.length === 0
      ? { zh: '只限本人', en: 'alone' }
      : { zh: `可随迁${coResident ? '同住的' : ''}${who.zh}`, en: `with ${coResident ? 'co-resident ' : ''}${who.en}` };
  const place = address ? addressWords[address] : null;
  const has = points === undefined ? null : { zh: `积分${points}`, en: `${points} points` };
  const share = quota === undefined ? null : quotaText(quota);
  const tail = [has, share].filter((part) => part !== null);
  return {
    zh: `${called.zh}（${clauses}）可以：${follow.zh}${place ? `，落在${place.zh}` : ''}${tail.map(({ zh }) => `；${zh}`).join('')}`,
    en: `${called.en} (${clauses}) open: ${follow.en}${place ? `, register at ${place.en}` : ''}${tail.map(({ en }) => `; ${en}`).join('')}`,
  };
}

/** A relative and what is asked of him or her beyond what is asked of all. */
function followerWords(name: RelativeName, terms: readonly Following[], allTogether: boolean): Localized {
  const { zh, en } = relativeWords[name];
  const first = terms[0];
  const must =
    first !== undefined && first.when.length > 0 && terms.length === 1 ? describeConditions(first.when) : null;
  const apart = terms.every(({ livingTogether }) => !livingTogether);
  const together = !allTogether && !apart && terms.every(({ livingTogether }) => livingTogether);
  return {
    zh: `${together ? '同住的' : ''}${zh}${must ? `（${must.zh}）` : ''}`,
    en: `${together ? 'co-resident ' : ''}${en}${must ? ` (who ${must.en})` : ''}`,
  };
}

function explainPermit(rule: PermitRule | null, applicant: Applicant): PermitAnswer {
  if (!rule)
    return {
      open: false,
      document: null,
      clause: null,
      missing: [{ zh: '当时没有居住证规定', en: 'no permit rule is in force' }],
    };
  const { document, clause, months } = rule;
  const missing: Localized[] = [];
  if (applicant.yearsInTown * 12 < months)
    missing.push({ zh: `居住满${months}个月`, en: `has lived there for ${months} months or more` });
  if (!rule.tiers.includes(applicant.tier))
    missing.push({ zh: '户籍地在办证范围内', en: 'is registered where the permit rule reaches' });
  if (rule.excludesDistrictMoves && applicant.registeredInDistrict)
    missing.push({ zh: '不是本市市辖区之间的流动', en: 'has not moved between districts of the city' });
  if (rule.groundTiers.includes(applicant.tier) && !hasPermitGround(applicant))
    missing.push({ zh: '有合法稳定住所、就业或连续就读', en: 'has a stable dwelling, a stable job or schooling' });
  missing.push(...missingConditions(rule.conditions, applicant));
  return { open: permitOpen(rule, applicant), document, clause, missing };
}
