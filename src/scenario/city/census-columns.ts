import { AGE_GROUPS, INDUSTRIES } from '../city-data.ts';

const sexes = ['M', 'F'] as const;

/** Counts of the census that add up over counties, by the name used here. */
export const counts = {
  population: 'population',
  urban: 'urban',
  familyHouseholds: 'family_households',
  familyPersons: 'family_household_persons',
  onePersonHouseholds: 'hh_one_person',
  oneGeneration: 'hh_one_generation',
  twoGenerations: 'hh_two_generation',
  threeGenerations: 'hh_three_generation',
  fourGenerations: 'hh_four_plus_generation',
  householdsWith65Plus: 'hh_with_65plus',
  householdsWithOne65Plus: 'hh_with_one_65plus',
  fromSameCounty: 'migrants_from_same_county',
  fromOtherCounty: 'migrants_from_other_county_same_province',
  fromOtherProvince: 'migrants_from_other_province',
} as const;
export type Count = keyof typeof counts;
export const countNames = Object.keys(counts) as Count[];

/** Residents by age group and sex: index ageGroup * 2 + sex (0 male, 1 female). */
export const residentColumns: readonly string[] = AGE_GROUPS.flatMap((group) => sexes.map((sex) => `${sex}_${group}`));

const schooling = ['preschool', 'none', 'primary', 'junior', 'senior', 'college', 'bachelor'] as const;

/**
 * Tables that add up over counties, where an empty cell stands for none. Schooling counts residents of 6 and over; the others the
 * persons and households of the long form, a tenth.
 */
export const tables = {
  /** Index level * 2 + sex, pre-school first. */
  schooling: schooling.flatMap((level) => sexes.map((sex) => `edu_${level}_${sex}`)),
  /** Residents of 15 and over, index state * 2 + sex: never married, married, divorced, widowed. */
  marital: ['never', 'married', 'divorced', 'widowed'].flatMap((state) => sexes.map((sex) => `mar_${state}_${sex}`)),
  /** Persons of 15 and over, at work; not at work because at school, because retired (both 2010 only). */
  activity: ['persons_15plus_lf', 'lf_employed', 'idle_students', 'idle_retired'],
  /** Those at work by `INDUSTRIES`. */
  industry: INDUSTRIES.map((name) => `ind_${name}`),
  /** Family households by how they hold their dwelling; the first rent it. */
  tenure: ['rented', 'self_built', 'purchased', 'inherited', 'other'].map((kind) => `tenure_${kind}`),
} as const;
export type TableName = keyof typeof tables;
export const tableNames = Object.keys(tables) as TableName[];

/** Columns of persons and households that are whole numbers, never empty. */
export const filledColumns: readonly string[] = [...Object.values(counts), ...residentColumns];

/** Columns of whole numbers in which an empty cell stands for none. */
export const sparseColumns: readonly string[] = Object.values(tables).flat();
