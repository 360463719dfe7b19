import type { Applicant, Collectives } from './law.ts';

/** Where the register can be put. */
export const addresses = [
  'own-dwelling',
  'kin',
  'public-rental',
  'employer-collective',
  'community-collective',
] as const;
export type Address = (typeof addresses)[number];

/**
 * Where this settler's register goes: the own dwelling, kin, the public rental dwelling, the employer's collective register,
 * the community's; null when there is none of them. A room rented privately is no address by itself (Baotou 2.2.1.3 sends
 * its tenants to the community collective register); public bodies and employers that house staff always keep one.
 */
export function addressOf(applicant: Applicant, collectives: Collectives): Address | null {
  const { dwelling, work } = applicant;
  if (dwelling === 'own') return 'own-dwelling';
  if (applicant.kinRegisteredHere) return 'kin';
  if (dwelling === 'public-rental') return 'public-rental';
  if (dwelling === 'employer' || applicant.publicEmployee) return 'employer-collective';
  if (collectives.employer && work === 'formal') return 'employer-collective';
  return collectives.community ? 'community-collective' : null;
}
