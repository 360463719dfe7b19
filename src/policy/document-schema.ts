import { z } from 'zod';
import { educations, registerTiers, tenures, works } from '../population/codes.ts';
import { formatName, shaped } from '../scenario/shaped.ts';
import { isDate } from './calendar.ts';
import type { Condition } from './condition.ts';
import { clauseKinds, forces, type PolicyDocument, relativeNames } from './document.ts';
import { audiences, leverNames, routeNames, services } from './law.ts';

const isoDate = z.string(formatName('date')).refine(isDate, formatName('date'));
const local = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const count = z.number().min(0);
const yes = z.literal(true).optional();
const absent = <T extends z.ZodType>(schema: T) => schema.nullable().default(null);

const condition: z.ZodType<Condition> = z.strictObject({
  livesInTown: yes,
  registeredRural: yes,
  tier: z.array(z.enum(registerTiers)).min(1).optional(),
  yearsInTownAtLeast: count.optional(),
  permitYearsAtLeast: count.optional(),
  dwelling: z.array(z.enum(tenures)).min(1).optional(),
  leaseMonthsAtLeast: count.optional(),
  work: z.array(z.enum(works)).min(1).optional(),
  insuredYearsAtLeast: count.optional(),
  licensed: yes,
  publicEmployee: yes,
  educationAtLeast: z.enum(educations).optional(),
  vocational: yes,
  yearsSinceGraduationBelow: count.optional(),
  certificate: yes,
  veteran: yes,
  wholeFamilyInTown: yes,
  kinRegisteredHere: yes,
  get anyOf() {
    return z.array(condition).min(2).optional();
  },
});

const when = z.array(condition).default([]);
const tiers = z.array(z.enum(registerTiers)).default([...registerTiers]);
const relatives = z.array(z.enum(relativeNames)).default([]);
const base = {
  reading: absent(z.string()),
  where: absent(z.array(shaped('areas', /^(\d{6}|districts|counties)$/)).min(1)),
  assumption: absent(local),
};

const rule = z.discriminatedUnion('rule', [
  z.strictObject({
    ...base,
    rule: z.literal('route'),
    name: z.enum(routeNames),
    when,
    under: z.array(z.string()).default([]),
    relatives,
    coResident: z.boolean().default(false),
    needsAddress: z.boolean().default(false),
  }),
  z.strictObject({ ...base, rule: z.literal('requirement'), when }),
  z.strictObject({ ...base, rule: z.literal('relatives'), when, relatives, coResident: z.boolean().default(false) }),
  z.strictObject({ ...base, rule: z.literal('address'), collective: z.enum(['employer', 'community']) }),
  z.strictObject({
    ...base,
    rule: z.literal('permit'),
    months: count,
    tiers: z.array(z.enum(registerTiers)).min(1),
    groundTiers: z.array(z.enum(registerTiers)).default([]),
    notBetween: z.array(shaped('areaCode', /^\d{6}$/)).default([]),
  }),
  z.strictObject({
    ...base,
    rule: z.literal('right'),
    services: z.array(z.enum(services)).min(1),
    level: z.number().min(0).max(1),
    tiers,
    needsPermit: z.boolean().default(false),
    yearsInTown: count.default(0),
    insuredYears: count.default(0),
  }),
  z.strictObject({
    ...base,
    rule: z.literal('settled'),
    services: z.array(z.enum(services)).min(1),
    level: z.number().min(0).max(1),
  }),
  z.strictObject({ ...base, rule: z.literal('fund-rent'), months: count }),
  z.strictObject({
    ...base,
    rule: z.literal('lever'),
    name: z.enum(leverNames),
    force: absent(z.enum(forces)),
    strength: absent(z.number().min(0).max(1)),
  }),
  z.strictObject({
    ...base,
    rule: z.literal('counting'),
    by: z.enum(['kind', 'place']),
    within: z.enum(['towns', 'districts']).default('towns'),
  }),
  z.strictObject({
    ...base,
    rule: z.literal('target'),
    indicator: z.string(),
    sense: z.enum(['at-least', 'about', 'at-most']),
    value: z.number(),
    unit: z.string(),
    from: absent(z.number().int()),
    to: z.number().int(),
  }),
  z.strictObject({
    ...base,
    rule: z.literal('fiscal'),
    subject: z.enum(['award-fund', 'transfers', 'construction-land']),
    counts: z.array(z.enum(['settled', 'permits', 'residents'])).min(1),
  }),
]);

const clause = z.strictObject({
  id: z.string().min(1),
  at: z.string().min(1),
  quote: z.string().min(1),
  meaning: local,
  kind: z.enum(clauseKinds),
  force: z.enum(forces).default('shall'),
  who: z.enum(audiences).default('anyone'),
  from: absent(isoDate),
  readings: z.array(z.strictObject({ name: z.string().min(1), meaning: local })).default([]),
  replaces: z.array(z.string()).default([]),
  sets: z.array(rule).default([]),
  notModelled: absent(local),
});

const oneDay = isoDate.transform((day) => ({ earliest: day, latest: day, assumed: day, why: null }));
const someDay = z.strictObject({ earliest: isoDate, latest: isoDate, assumed: isoDate, why: local });

/** The strict shape of a document file; what it leaves out gets its default, what it does not know is an error. */
export const documentSchema = z.strictObject({
  id: shaped('documentName', /^[a-z]+(-[a-z]+)*-\d{4}$/),
  number: z.string().min(1),
  title: local,
  level: z.enum(['nation', 'region', 'city']),
  area: absent(shaped('areaCode', /^\d{6}$/)),
  date: z.strictObject({
    signed: absent(isoDate),
    printed: absent(isoDate),
    published: absent(isoDate),
    inForce: z.union([oneDay, someDay]),
    until: absent(isoDate),
  }),
  mark: z.enum(['published', 'derived', 'recalled', 'assumption']),
  source: z.string().min(1),
  replaces: z.array(z.string()).default([]),
  notes: z.array(local).default([]),
  clauses: z.array(clause).min(1),
  reviewed: isoDate.optional(),
  expires: isoDate.optional(),
}) satisfies z.ZodType<PolicyDocument>;
