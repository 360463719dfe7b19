import { z } from 'zod';
import type { Language } from '../../language/language.ts';
import { readYaml } from '../../scenario/read-yaml.ts';
import { formatName } from '../../scenario/shaped.ts';
import { isDate } from '../calendar.ts';
import type { GivenHousehold } from '../given-household.ts';
import { factsSchema, membersSchema } from '../household.ts';
import { services } from '../law.ts';

/** Household cases with the answers a jurist expects: persons, a place, a day, and what the law must say. */

const day = z.string(formatName('date')).refine(isDate, formatName('date'));
const level = z.partialRecord(z.enum(services), z.number().min(0).max(1));
const texts = z.record(z.string(), z.string());

const caseShape = z.strictObject({
  case: z.string().min(1),
  on: day,
  in: z.string().min(1),
  /** One adult, by facts as in a household file. */
  who: factsSchema.optional(),
  /** A household instead, as in a household file, and the member who is asked about: the first where not said. */
  household: membersSchema.optional(),
  ask: z.string().optional(),
  /** The same case once for each value of a fact. */
  each: z.record(z.string(), z.array(z.unknown())).optional(),
  /** The same case once under each of some readings of a clause. */
  under: z.record(z.string(), z.array(z.string()).min(1)).optional(),
  without: z.array(z.string()).optional(),
  add: z.array(z.strictObject({ clause: z.string(), from: day })).optional(),
  readings: texts.optional(),
  /** Strength of clauses that only explore. */
  explore: z.number().min(0).max(1).optional(),
  /** Names of all routes open, in the order of the law. */
  open: z.array(z.string()).optional(),
  /** Clause of an open route. */
  clause: texts.optional(),
  /** Who may follow by an open route: `alone`, or `[co-resident] spouse children? ...`, with ? where more is asked of the relative. */
  follow: texts.optional(),
  /** Whom the member may follow, by which clauses. */
  follows: z.record(z.string(), z.array(z.string())).optional(),
  /** Points by an open route, and the number it is given out to each year. */
  points: z.record(z.string(), z.number()).optional(),
  quota: z.record(z.string(), z.number()).optional(),
  shapedBy: z.record(z.string(), z.array(z.string())).optional(),
  /** Part of what a closed route lacks. */
  missing: texts.optional(),
  /** Where the first open route puts the register. */
  address: z.string().optional(),
  /** Clause under which a permit may be held; null when none may. */
  permit: z.string().nullable().optional(),
  /** Clause by which the register may go back to the village; null when it may not. */
  returns: z.string().nullable().optional(),
  /** Level of services before settling, and once settled. */
  has: level.optional(),
  gets: level.optional(),
});

const caseFileSchema = z.strictObject({
  city: z.string().regex(/^\d{6}$/),
  documents: z.array(z.string()).default([]),
  /** What the one adult of every case is, unless the case says otherwise. */
  who: factsSchema.optional(),
  cases: z.array(caseShape).min(1),
});

export type Case = z.output<typeof caseShape>;
export interface CaseFile {
  readonly name: string;
  readonly city: string;
  readonly documents: readonly string[];
  readonly cases: readonly Case[];
}

/**
 * Reads a file of cases; one with `each` becomes one for each value.
 * @throws InputError with every mistake, one line each
 */
export function parseCases(text: string, file: string, language?: Language): CaseFile {
  const { value } = readYaml(text, file, caseFileSchema, language);
  const { who, ...rest } = value;
  const cases = value.cases.map((c) => (c.household ? c : { ...c, who: { ...who, ...c.who } }));
  return { ...rest, name: file, cases: cases.flatMap(spread) };
}

function spread(c: Case): Case[] {
  const [disputed, ...rest] = Object.entries(c.under ?? {});
  if (disputed) {
    const [clause, names] = disputed;
    return names.flatMap((name) =>
      spread({
        ...c,
        case: `${c.case} (${clause} ${name})`,
        readings: { ...c.readings, [clause]: name },
        under: Object.fromEntries(rest),
      }),
    );
  }
  const [fact, ...others] = Object.entries(c.each ?? {});
  if (!fact) return [c];
  const [key, values] = fact;
  return values.flatMap((value) =>
    spread({
      ...c,
      case: `${c.case} (${key} ${value})`,
      who: { ...c.who, [key]: value } as Case['who'],
      each: Object.fromEntries(others),
    }),
  );
}

/** The household of a case; one adult is a member alone, whose unnamed kin is a spouse. */
export function householdOf({ who = {}, household }: Case): GivenHousehold {
  if (household) return household;
  const { kinRegisteredHere = false, ...facts } = who as Record<string, unknown>;
  const { dwelling = 'none', livesInTown = true } = facts;
  // an adult alone is no whole family unless said so
  const adult = {
    wholeFamilyInTown: false,
    ...facts,
    ...familyOf(facts),
    name: ADULT,
  } as GivenHousehold['members'][number];
  if (!kinRegisteredHere) return { members: [adult], sponsors: [] };
  const joining = { ...adult, spouse: KIN, married: true };
  const taken = dwelling === 'none' && livesInTown === true;
  const together = taken ? { dwelling: undefined, livesWith: KIN } : {};
  const home = taken || livesInTown !== true ? {} : { livesWith: ADULT };
  return {
    members: [{ ...joining, ...together }],
    sponsors: [{ name: KIN, ...(taken ? { dwelling: 'lent' as const } : home) }],
  };
}
/** A whole family of unknown size is one of two or more. */
const familyOf = ({ wholeFamilyInTown, familySize }: Record<string, unknown>) => ({
  familySize: familySize ?? (wholeFamilyInTown === true ? 2 : 1),
});

const ADULT = 'adult';
const KIN = 'kin';
