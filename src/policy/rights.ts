import type { RegisterTierName } from '../population/codes.ts';
import type { Applicant } from './applicant.ts';
import type { Law, Right, Service } from './law.ts';

/** What decides how much of a service a person without a town register has. */
export interface RightsFacts {
  readonly tier: RegisterTierName;
  readonly hasPermit: boolean;
  readonly yearsInTown: number;
  readonly insuredYears: number;
  /** The tests of `Law.asked` this person passes, as bits. */
  readonly meets: number;
}

/** What decides how much this person has, under a law. */
export function rightsFacts(law: Law, applicant: Applicant): RightsFacts {
  const { tier, hasPermit, yearsInTown, insuredYears } = applicant;
  return { tier, hasPermit, yearsInTown, insuredYears, meets: testsMet(law, applicant) };
}

/** The tests of `Law.asked` a person passes, as bits; of those in the mask. */
export function testsMet({ asked }: Law, applicant: Applicant, mask = -1): number {
  let bits = 0;
  for (let n = 0; n < asked.length; n++) if ((mask & (1 << n)) !== 0 && asked[n](applicant)) bits |= 1 << n;
  return bits;
}

/** The tests that decide on some services, as bits. */
export const testsOf = ({ rights }: Law, services: readonly Service[]): number =>
  services.reduce((bits, service) => rights[service].reduce((all, right) => all | right.asks, bits), 0);

/**
 * The three ladders and the services each is made of. Assumption: the ladders weigh the same, and so do the services of
 * one ladder; no source says what a household would pay for one against another.
 */
export const ladders: Readonly<Record<'schooling' | 'insurance-and-welfare' | 'housing', readonly Service[]>> = {
  schooling: ['schooling', 'exams'],
  'insurance-and-welfare': ['medical', 'pension', 'dibao'],
  housing: ['public-rental', 'rent-subsidy', 'housing-fund'],
};
const ladderList = Object.values(ladders);

const meets = (right: Right, facts: RightsFacts): boolean =>
  (facts.hasPermit || !right.needsPermit) &&
  facts.yearsInTown >= right.yearsInTown &&
  facts.insuredYears >= right.insuredYears &&
  (facts.meets & right.asks) === right.asks &&
  right.tiers.includes(facts.tier);

/** The right that gives most of a service to this person today; null when none gives anything. */
export function bestRight(law: Law, service: Service, facts: RightsFacts): Right | null {
  for (const right of law.rights[service]) if (meets(right, facts)) return right;
  return null;
}

/** Share of a service this person has after settling: what the law gives settlers, and never less than today. */
export function levelOnceSettled(law: Law, service: Service, now: number): number {
  return Math.max(now, law.settled[service]?.level ?? 0);
}

/** Share of an old townsperson's entitlements that this person would gain by settling today, 0..1. */
export function serviceGap(law: Law, facts: RightsFacts): number {
  let gap = 0;
  for (const ladder of ladderList) {
    let gained = 0;
    for (const service of ladder) {
      const now = bestRight(law, service, facts)?.level ?? 0;
      gained += levelOnceSettled(law, service, now) - now;
    }
    gap += gained / ladder.length;
  }
  return gap / ladderList.length;
}
