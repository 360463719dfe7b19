import { z } from 'zod';
import { registerTiers } from '../population/codes.ts';
import { formatName, inBoth, shaped, writtenText } from '../scenario/shaped.ts';
import { isDate } from './calendar.ts';
import { conditionSchema, pointsItemSchema } from './condition-schema.ts';
import { clauseKinds, forces, type PolicyDocument } from './document.ts';
import { audiences, leverNames, type OwnRouteName, routeNames, services } from './law.ts';
import { censusYears } from './place-groups.ts';
import { quotaOrders } from './quota.ts';
import { relativeNames } from './relative.ts';

const isoDate = z.string(formatName('date')).refine(isDate, formatName('date'));
const local = writtenText(2000).transform(inBoth);
const count = z.number().min(0);
const absent = <T extends z.ZodType>(schema: T) => schema.nullable().default(null);

const when = z.array(conditionSchema).default([]);
const tiers = z.array(z.enum(registerTiers)).default([...registerTiers]);
const relatives = z
  .array(z.union([z.enum(relativeNames), z.strictObject({ is: z.enum(relativeNames), when: conditionSchema })]))
  .default([]);
/** A name of the document's own, which it tells readers by `called`. */
const ownRoute = z.templateLiteral([
  z.literal('own-'),
  z.string().regex(/^[a-z]+(-[a-z]+)*$/),
]) as z.ZodType<OwnRouteName>;
const base = {
  reading: absent(z.string()),
  where: absent(z.array(shaped('areas', /^(\d{6}|[a-z]+(-[a-z0-9]+)*)$/)).min(1)),
  assumption: absent(local),
};

const rule = z.discriminatedUnion('rule', [
  z.strictObject({
    ...base,
    rule: z.literal('route'),
    name: z.union([z.enum(routeNames), ownRoute]),
    called: absent(local),
    when,
    under: z.array(z.string()).default([]),
    relatives,
    coResident: z.boolean().default(false),
    quota: absent(z.strictObject({ perYear: z.number().int().min(0), order: z.enum(quotaOrders).default('lottery') })),
    needsAddress: z.boolean().default(false),
  }),
  z.strictObject({ ...base, rule: z.literal('requirement'), when }),
  z.strictObject({ ...base, rule: z.literal('points'), items: z.array(pointsItemSchema).min(1) }),
  z.strictObject({ ...base, rule: z.literal('relatives'), when, relatives, coResident: z.boolean().default(false) }),
  z.strictObject({ ...base, rule: z.literal('return'), when }),
  z.strictObject({
    ...base,
    rule: z.literal('address'),
    collective: z.enum(['employer', 'community']),
    only: z.boolean().default(false),
  }),
  z.strictObject({
    ...base,
    rule: z.literal('permit'),
    months: count,
    tiers: z.array(z.enum(registerTiers)).min(1),
    groundTiers: z.array(z.enum(registerTiers)).default([]),
    when,
    notBetween: z.array(shaped('areaCode', /^\d{6}$/)).default([]),
  }),
  z.strictObject({
    ...base,
    rule: z.literal('right'),
    services: z.array(z.enum(services)).min(1),
    level: z.number().min(0).max(1),
    tiers,
    when,
    needsPermit: z.boolean().default(false),
    yearsInTown: count.default(0),
    insuredYears: count.default(0),
    force: absent(z.enum(forces)),
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
    tiers,
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
  until: absent(isoDate),
  readings: z.array(z.strictObject({ name: z.string().min(1), meaning: local })).default([]),
  replaces: z.array(z.string()).default([]),
  sets: z.array(rule).default([]),
  notModelled: absent(local),
});

const prefectures = z.array(shaped('areaCode', /^\d{4}00$/)).default([]);
const placeGroup = z.strictObject({
  name: shaped('name', /^[a-z]+(-[a-z0-9]+)*$/),
  called: local,
  citySize: absent(
    z.strictObject({ census: z.literal(censusYears), atLeast: count.default(0), below: absent(z.number().positive()) }),
  ),
  districtsOf: prefectures,
  except: prefectures,
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
  draft: z.boolean().default(false),
  replaces: z.array(z.string()).default([]),
  notes: z.array(local).default([]),
  places: z.array(placeGroup).default([]),
  clauses: z.array(clause).min(1),
  reviewed: isoDate.optional(),
  expires: isoDate.optional(),
}) satisfies z.ZodType<PolicyDocument>;
