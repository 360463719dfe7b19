import { z } from 'zod';
import { type Language, text } from '../language/language.ts';
import { educations, registerTiers, tenures, works } from '../population/codes.ts';
import { InputError, type Issue } from '../scenario/errors.ts';
import type { Applicant } from './law.ts';
import { readYaml } from './read-yaml.ts';

/** A household described by hand: the adult who applies, and whether a permit is held. */
export interface Household {
  readonly applicant: Applicant;
  readonly hasPermit: boolean;
}

const count = z.number().min(0);
const no = z.boolean().default(false);

/** Shape of household.yaml; everything left out has the value given here. */
export const householdSchema = z.strictObject({
  /** Where the register lies, seen from the town where they apply. */
  tier: z.enum(registerTiers).default('same-city'),
  registeredRural: z.boolean().default(true),
  registeredInDistrict: no,
  livesInTown: z.boolean().default(true),
  age: count.max(120).default(35),
  yearsInTown: count.default(0),
  hasPermit: no,
  permitYears: count.default(0),
  dwelling: z.enum(tenures).default('none'),
  leaseMonths: count.default(0),
  work: z.enum(works).default('none'),
  insuredYears: count.default(0),
  licensed: no,
  publicEmployee: no,
  education: z.enum(educations).default('junior'),
  vocational: no,
  /** Left out: unknown or never graduated. */
  yearsSinceGraduation: count.optional(),
  certificate: no,
  veteran: no,
  wholeFamilyInTown: no,
  kinRegisteredHere: no,
});

/**
 * Reads a household file.
 * @throws InputError with every mistake, one line each
 */
export function parseHousehold(yaml: string, file: string, language: Language = 'en'): Household {
  const { value, issueAt } = readYaml(yaml, file, householdSchema, language);
  const { hasPermit, yearsSinceGraduation = Number.POSITIVE_INFINITY, ...facts } = value;
  const issues: Issue[] = [];
  const refuse = (key: string, zh: string, en: string): void => {
    issues.push(issueAt([key], text(zh, en)[language]));
  };
  const rents = facts.dwelling === 'private-rent' || facts.dwelling === 'public-rental';
  if (facts.leaseMonths > 0 && !rents)
    refuse(
      'leaseMonths',
      `应随租赁的住所给出，实际 dwelling 为 ${facts.dwelling}`,
      `must go with a rented dwelling, got ${facts.dwelling}`,
    );
  if (facts.permitYears > 0 && !hasPermit)
    refuse('permitYears', '应随 hasPermit: true 给出，实际没有居住证', 'must go with hasPermit: true, got no permit');
  if (facts.yearsInTown > facts.age)
    refuse(
      'yearsInTown',
      `应不大于年龄 ${facts.age}，实际为 ${facts.yearsInTown}`,
      `must be at most the age ${facts.age}, got ${facts.yearsInTown}`,
    );
  if (facts.permitYears > facts.yearsInTown)
    refuse(
      'permitYears',
      `应不大于 yearsInTown ${facts.yearsInTown}，实际为 ${facts.permitYears}`,
      `must be at most yearsInTown ${facts.yearsInTown}, got ${facts.permitYears}`,
    );
  if (facts.vocational && facts.education !== 'senior')
    refuse(
      'vocational',
      `应随 education: senior 给出，实际为 ${facts.education}`,
      `must go with education: senior, got ${facts.education}`,
    );
  if (issues.length > 0) throw new InputError(issues);
  return { applicant: { ...facts, yearsSinceGraduation }, hasPermit };
}
