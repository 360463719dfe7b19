import type { Applicant } from './applicant.ts';
import type { Collectives } from './law.ts';
import type { RelativeName } from './relative.ts';

/** Where the register can be put. */
const addresses = [
  'own-dwelling',
  'kin',
  'public-rental',
  'place-of-residence',
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
  const own = ownAddress(applicant, collectives);
  if (own !== null) return own;
  if (collectives.only) return collectives.community ? 'community-collective' : null;
  if (applicant.dwelling === 'employer' || applicant.publicEmployee) return 'employer-collective';
  if (collectives.employer && applicant.work === 'formal') return 'employer-collective';
  return collectives.community ? 'community-collective' : null;
}

/**
 * Where it goes by a route that itself says where (the dwelling, the workplace, the place of habitual residence): a tenant
 * registers at the rented dwelling, and a collective register is for those who cannot register where they live.
 */
export function addressByRoute(applicant: Applicant, collectives: Collectives): Address {
  if (applicant.dwelling === 'private-rent') return ownAddress(applicant, collectives) ?? 'place-of-residence';
  return addressOf(applicant, collectives) ?? 'place-of-residence';
}

/** Relatives on whose register somebody may be put. */
const kin: readonly RelativeName[] = ['spouse', 'children', 'own-parents', 'grandchildren', 'grandparents'];

function ownAddress(applicant: Applicant, { only }: Collectives): Address | null {
  const { dwelling } = applicant;
  if (dwelling === 'own') return 'own-dwelling';
  if (!only && applicant.someRelative(kin, ({ registeredHere }) => registeredHere)) return 'kin';
  if (dwelling === 'lent') return 'place-of-residence';
  return dwelling === 'public-rental' ? 'public-rental' : null;
}
