import { type RegisterTierName, registerTiers, schoolStages } from '../population/codes.ts';
import { AGE_GROUPS } from '../scenario/city-data.ts';

/** Groups indicators are broken down by, as they stand in the names of indicators. */

export type PyramidGroup = '0-4' | Exclude<(typeof AGE_GROUPS)[number], '0' | '1-4'>;

/** The 18 age groups of the pyramid: those of the census, infants with the others below five. */
export const PYRAMID_GROUPS: readonly PyramidGroup[] = [
  '0-4',
  ...AGE_GROUPS.filter((group): group is Exclude<PyramidGroup, '0-4'> => group !== '0' && group !== '1-4'),
];

/** Ways to count a register as urban, whatever the definition of the run. */
export const registerDefinitions = ['by_place', 'by_kind', 'by_district'] as const;
export type RegisterDefinition = (typeof registerDefinitions)[number];

const tierNames = {
  'same-county': 'same_county',
  'same-city': 'same_city',
  'same-province': 'province',
  'other-province': 'other_province',
} as const satisfies Record<RegisterTierName, string>;
/** Where settlers were registered, seen from the town they settle in. */
export const originTiers = registerTiers.map((tier) => tierNames[tier]);
export type OriginTier = (typeof originTiers)[number];

/** Kinds of places people move between: villages, towns of the counties, the central city, everything outside the city. */
export const placeKinds = ['village', 'town', 'centre', 'outside'] as const;
export type PlaceKind = (typeof placeKinds)[number];

/**
 * Status of a resident: `registered` in the town where they live, of them apart those `settled` during the run; off their
 * register with a `permit`, or without one (`other`); in a `village` and registered in its county.
 */
export const servedGroups = ['registered', 'settled', 'permit', 'other', 'village'] as const;
export type ServedGroup = (typeof servedGroups)[number];

/** What services count in each group: persons, but dwellings of public rental (by the status of the family's reference person). */
export const servedCounters = [
  'residents',
  'townspeople',
  ...schoolStages,
  'employee_insured',
  'resident_insured',
  'employee_pension',
  'resident_pension',
  'elderly',
  'informal',
  'public_rental',
] as const;
export type ServedCounter = (typeof servedCounters)[number];
