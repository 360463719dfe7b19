import type { Localized } from '../language/language.ts';
import { type Eligibility, explainEligibility, mayApply } from './explain-eligibility.ts';
import type { Household, Member } from './given-household.ts';
import { admits, type Law, type Route, type RouteName } from './law.ts';
import { relativeNames } from './relative.ts';

/** What the law answers one member of a household. */
export interface MemberAnswer extends Eligibility {
  readonly name: string;
  /** Holds a town register in the place already. */
  readonly registeredHere: boolean;
  /** Whom the member may follow, by which clause. */
  readonly follows: readonly FollowAnswer[];
}

interface FollowAnswer {
  readonly whom: string;
  readonly route: RouteName;
  readonly document: string;
  readonly clause: string;
  readonly text: Localized;
}

/** Answers for every member: what is open to each, and whom each may follow. */
export function explainHousehold(law: Law, { members }: Household): MemberAnswer[] {
  return members.map((member) => {
    const { name, applicant } = member;
    const registeredHere = applicant.tier === 'same-county' && !applicant.registeredRural;
    return {
      name,
      registeredHere,
      ...explainEligibility(law, applicant),
      follows: registeredHere
        ? []
        : members.flatMap((other) => (other === member ? [] : following(law, other, member))),
    };
  });
}

/** The clauses by which a member may follow another who applies; one form of each route. */
function following(law: Law, leader: Member, follower: Member): FollowAnswer[] {
  const found = new Map<string, FollowAnswer>();
  for (const route of law.routes) {
    if (!mayApply(leader.applicant, route.name) || !route.open(leader.applicant)) continue;
    const { document, clause, name } = route;
    const key = `${document}:${clause}:${name}`;
    if (found.has(key) || !mayCome(route, leader, follower)) continue;
    found.set(key, { whom: leader.name, route: name, document, clause, text: followText(route, leader.name) });
  }
  return [...found.values()];
}

/** Whether one of the ties between two members lets the one come along with the other. */
const mayCome = (route: Route, leader: Member, follower: Member): boolean =>
  relativeNames.some((is) =>
    leader.applicant.someRelative(
      [is],
      ({ person, livingTogether }) => person === follower.applicant && admits(route, is, livingTogether, () => person),
    ),
  );

const followText = ({ called, document, clause }: Route, whom: string): Localized => ({
  zh: `随${whom}：${called.zh}（${document}:${clause}）`,
  en: `with ${whom}: ${called.en} (${document}:${clause})`,
});
