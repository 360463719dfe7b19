import { z } from 'zod';
import type { Language } from '../language/language.ts';
import { InputError, type Issue } from '../scenario/errors.ts';
import { type ReadYaml, readYaml } from '../scenario/read-yaml.ts';
import { shaped } from '../scenario/shaped.ts';
import { type FactName, facts } from './facts.ts';
import type { GivenAdult, GivenHousehold, Household } from './given-household.ts';
import { checkAdult, checkHousehold } from './household-checks.ts';
import { adultApplicant, membersOf } from './persons.ts';

const factShapes = (withDefaults: boolean): { [K in FactName]: z.ZodType } =>
  Object.fromEntries(
    Object.entries(facts).map(([key, fact]) => {
      const shape = shapeOf(fact);
      return [key, withDefaults && fact.leftOut !== 'derived' ? shape.default(fact.leftOut) : shape.optional()];
    }),
  ) as unknown as { [K in FactName]: z.ZodType };

function shapeOf(fact: (typeof facts)[FactName]): z.ZodType {
  if (fact.is === 'yes') return z.boolean();
  if (fact.is === 'place') return shaped('areaCode', /^\d{6}$/);
  if (fact.is === 'one') return z.enum(fact.of as readonly string[]);
  const count = z.number().min(0);
  return 'most' in fact && fact.most !== undefined ? count.max(fact.most) : count;
}

/** Shape of a file about one adult; everything left out has its value from the table of facts. */
export const householdSchema = z.strictObject({
  ...factShapes(true),
  /** A relative the adult may join holds a town register here; which one is not said. */
  kinRegisteredHere: z.boolean().default(false),
});

/** Facts of one adult as they are given, without what those left out stand for. */
export const factsSchema = z.strictObject({ ...factShapes(false), kinRegisteredHere: z.boolean() }).partial();

const name = z.string().min(1);
const person = z.strictObject({
  ...factShapes(false),
  name,
  age: z.number().min(0).max(120),
  spouse: name.optional(),
  parents: z.array(name).max(2).optional(),
  livesWith: name.optional(),
  owners: z.array(name).min(1).optional(),
});

/** Shape of a file about a household of members, and relatives outside it whom they might join. */
export const membersSchema = z.strictObject({
  members: z.array(person).min(1),
  sponsors: z.array(person).default([]),
}) as unknown as z.ZodType<GivenHousehold>;

/**
 * Reads a household file: members and sponsors, or one adult.
 * @throws InputError with every mistake, one line each
 */
export function parseHousehold(yaml: string, file: string, language?: Language): Household {
  if (!/^(members|sponsors)\s*:/m.test(yaml)) {
    const read = readYaml(yaml, file, householdSchema, language) as ReadYaml<GivenAdult>;
    refuse(checkAdult(read));
    return oneAdult(read.value, /^(tier|registerPlace)\s*:/m.test(yaml));
  }
  const read = readYaml(yaml, file, membersSchema, language);
  refuse(checkHousehold(read));
  const registerAssumed = read.value.members
    .filter(({ tier, registerPlace }) => tier === undefined && registerPlace === undefined)
    .map((member) => member.name);
  return { members: membersOf(read.value), oneAdult: false, registerAssumed };
}

const oneAdult = (given: GivenAdult, saysWhere: boolean): Household => ({
  members: [{ name: '', applicant: adultApplicant(given) }],
  oneAdult: true,
  registerAssumed: saysWhere ? [] : [''],
});

function refuse(issues: readonly Issue[]): void {
  if (issues.length > 0) throw new InputError(issues);
}
