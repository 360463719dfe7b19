import type { Applicant } from './applicant.ts';
import type { PermitRule } from './law.ts';

/** Legal stable dwelling, legal stable job, or continuous schooling (居住证暂行条例 art. 2). */
export function hasPermitGround(applicant: Applicant): boolean {
  const { dwelling, work } = applicant;
  return dwelling !== 'none' || work === 'formal' || work === 'self-employed' || work === 'student';
}

/** Whether this applicant may hold a residence permit under the rule. */
export function permitOpen(rule: PermitRule, applicant: Applicant): boolean {
  const { tier } = applicant;
  if (applicant.yearsInTown * 12 < rule.months || !rule.tiers.includes(tier)) return false;
  if (rule.excludesDistrictMoves && applicant.registeredInDistrict) return false;
  if (!rule.meets(applicant)) return false;
  return !rule.groundTiers.includes(tier) || hasPermitGround(applicant);
}
