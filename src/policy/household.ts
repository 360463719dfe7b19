import { z } from 'zod';
import type { Language, Localized } from '../language/language.ts';
import { educations, registerTiers, tenures, works } from '../population/codes.ts';
import { InputError, type Issue } from '../scenario/errors.ts';
import { readYaml } from '../scenario/read-yaml.ts';
import type { Applicant } from './applicant.ts';
import { householdMessages as say } from './messages.ts';

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
export function parseHousehold(yaml: string, file: string, language?: Language): Household {
  const { value, issueAt } = readYaml(yaml, file, householdSchema, language);
  const { hasPermit, yearsSinceGraduation = Number.POSITIVE_INFINITY, ...facts } = value;
  const issues: Issue[] = [];
  const refuse = (key: keyof typeof value, message: Localized): void => void issues.push(issueAt([key], message));
  const rents = facts.dwelling === 'private-rent' || facts.dwelling === 'public-rental';
  if (facts.leaseMonths > 0 && !rents) refuse('leaseMonths', say.rentedDwelling(facts.dwelling));
  if (facts.permitYears > 0 && !hasPermit) refuse('permitYears', say.withPermit());
  if (facts.yearsInTown > facts.age) refuse('yearsInTown', say.atMostAge(facts.age, facts.yearsInTown));
  if (facts.permitYears > facts.yearsInTown)
    refuse('permitYears', say.atMostYearsInTown(facts.yearsInTown, facts.permitYears));
  if (facts.vocational && facts.education !== 'senior') refuse('vocational', say.seniorSchooling(facts.education));
  if (issues.length > 0) throw new InputError(issues);
  return { applicant: { ...facts, yearsSinceGraduation }, hasPermit };
}
