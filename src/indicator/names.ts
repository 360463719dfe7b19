import { registerChannels, residentChannels } from '../population/balance.ts';
import { schoolStages, sexes } from '../population/codes.ts';
import { settlerGroups } from '../population/settler-traits.ts';
import { AGE_GROUPS } from '../scenario/city-data.ts';

/** The 18 age groups of the pyramid: those of the census, infants with the others below five. */
export const PYRAMID_GROUPS: readonly string[] = ['0-4', ...AGE_GROUPS.slice(2)];

/** Stocks at the year end, by area. */
export const stockNames = [
  'resident_population',
  'urban_resident_population',
  'resident_urbanization_rate',
  'registered_population',
  'urban_registered_population',
  'urban_registered_population.by_place',
  'urban_registered_population.by_kind',
  'urban_registered_population.by_district',
  'registered_urbanization_rate',
  'registered_urbanization_rate.by_place',
  'registered_urbanization_rate.by_kind',
  'registered_urbanization_rate.by_district',
  'rate_gap',
  'absent_registered_persons',
  'households',
  'mean_household_size',
  'age_0_14_share',
  'age_60_plus_share',
  'age_60_plus_persons',
  'pupils.preschool',
  'pupils.preschool.accompanying',
  'pupils.primary',
  'pupils.primary.accompanying',
  'pupils.junior',
  'pupils.junior.accompanying',
  'pupils.senior',
  'pupils.senior.accompanying',
  'left_behind_children',
  'permit_holders',
  'employee_insured',
  'resident_pension_recipients',
  'public_health_persons',
  'public_rental_occupied',
  'residents_registered_elsewhere.province',
  'residents_registered_elsewhere.other_province',
] as const;

/**
 * Change of the two rates (by place) since last year, split by channel in percentage points: the parts of a rate add up to its
 * change exactly. Empty in the base year.
 */
export const channelNames: readonly string[] = [
  ...residentChannels.map((channel) => `resident_rate_change.${channel}`),
  ...registerChannels.map((channel) => `registered_rate_change.${channel}`),
];

/** Flows of the year and shares found while it ran, by area; empty in the base year. */
export const flowNames = [
  'births',
  'deaths',
  'natural_increase',
  'registered_births',
  'registered_deaths',
  'arrivals',
  'departures',
  'out_migrants',
  'return_migrants',
  'net_migration',
  'town_moves',
  'village_returns',
  'unions',
  'register_in',
  'register_out',
  'register_out.students',
  'permits_issued',
  'settled_persons',
  'settled_persons.same_county',
  'settled_persons.same_city',
  'settled_persons.province',
  'settled_persons.other_province',
  'settled_persons.rural_origin',
  'settled_persons.urban_origin',
  'settled_households',
  'job_seekers',
  'public_rental_stock',
  'public_rental_demand',
  'public_rental_waiting',
  'rent_subsidy_households',
  'fund_rent_households',
  'school_places_short.preschool',
  'school_places_short.primary',
  'school_places_short.junior',
  'school_places_short.senior',
  'settlement_pool',
  'eligible_share',
  'aware_share',
  'willing_share',
  'firm_share',
  'reclassified_persons',
  'reclassified_registers',
  'rent_subsidy_households.registered',
  'rent_subsidy_households.settled',
  'award_settlers',
  'award_settlers.agricultural',
  'award_settlers.left_for_other_county',
  'award_settlers.same_county',
  'award_settlers.same_city',
  'award_settlers.province',
  'award_settlers.other_province',
  'award_settlers.same_county.students',
  'award_settlers.same_city.students',
  'award_settlers.province.students',
  'award_settlers.other_province.students',
  'award_settlers.same_county.veterans',
  'award_settlers.same_city.veterans',
  'award_settlers.province.veterans',
  'award_settlers.other_province.veterans',
] as const;

/** Persons who settled by what they were at that moment, by area; empty in the base year. */
export const settlerNames: readonly string[] = settlerGroups.map((group) => `settled_persons.${group}`);

/** Town school places and who asks for them, by stage and area; empty in the base year. */
export const schoolNames: readonly string[] = ['school_places', 'school_places_asked'].flatMap((stem) =>
  schoolStages.map((stage) => `${stem}.${stage}`),
);

/** Kinds of places people move between: villages, towns of the counties, the central city, everything outside the city. */
export const placeKinds = ['village', 'town', 'centre', 'outside'] as const;

/**
 * Persons who moved in the year from one kind of place to another, made for the city as a whole; empty in the base year. Who
 * comes from outside to outside is nobody here.
 */
export const moveNames: readonly string[] = placeKinds
  .flatMap((from) => placeKinds.map((to) => `moves.${from}.${to}`))
  .slice(0, -1);

/**
 * Status of a resident: `registered` in the town where they live, of them apart those `settled` during the run; off their
 * register with a `permit`, or without one (`other`); in a `village` and registered in its county.
 */
export const servedGroups = ['registered', 'settled', 'permit', 'other', 'village'] as const;

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

/** Who is served, by status at the year end; and pupils living in towns, with the children the award counts among them. */
export const servedNames: readonly string[] = [
  ...servedCounters.flatMap((counter) => servedGroups.map((group) => `by_status.${counter}.${group}`)),
  ...schoolStages.map((stage) => `town_pupils.${stage}`),
  'award_children',
];

/** Residents by sex and age group, made for the city as a whole. */
export const pyramidNames = sexes.flatMap((sex) => PYRAMID_GROUPS.map((group) => `residents_by_age.${sex}.${group}`));

/** Every indicator of a run, in the order of the value vector. */
export const indicatorNames: readonly string[] = [
  ...stockNames,
  ...flowNames,
  ...settlerNames,
  ...schoolNames,
  ...channelNames,
  ...moveNames,
  ...pyramidNames,
  ...servedNames,
];
