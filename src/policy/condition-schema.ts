import { z } from 'zod';
import { shaped } from '../scenario/shaped.ts';
import { type Condition, type PointsItem, pointsFacts } from './condition.ts';
import { conditionKeys, type LeafKey } from './condition-keys.ts';
import { relativeNames } from './relative.ts';

const count = z.number().min(0);
const yes = z.literal(true).optional();
const relatives = z.array(z.enum(relativeNames)).min(1);

type Asked = (typeof conditionKeys)[LeafKey];

/** The shape of what each kind of plain key is given. */
const shapes: { readonly [K in Asked['takes']]: (asked: Extract<Asked, { takes: K }>) => z.ZodType } = {
  yes: () => z.boolean(),
  number: () => count,
  one: ({ of }) => z.enum(of),
  some: ({ of }) => z.array(z.enum(of as readonly string[])).min(1),
  places: () => z.array(shaped('areaCode', /^\d{6}$/)).min(1),
};

/** The plain keys, each with the shape its table says. */
const leaves = Object.fromEntries(
  Object.entries(conditionKeys).map(([key, asked]) => [
    key,
    (shapes[asked.takes] as (of: Asked) => z.ZodType)(asked).optional(),
  ]),
);

/** The strict shape of a condition. */
export const conditionSchema: z.ZodType<Condition> = z.strictObject({
  ...leaves,
  get anyOf() {
    return z.array(conditionSchema).min(2).optional();
  },
  get allOf() {
    return z.array(conditionSchema).min(1).optional();
  },
  get not() {
    return conditionSchema.optional();
  },
  get joins() {
    return z.strictObject({ as: relatives, livingTogether: yes, sponsor: conditionSchema.optional() }).optional();
  },
  get relative() {
    return z
      .strictObject({ is: relatives, livingTogether: yes, registeredHere: yes, when: conditionSchema.optional() })
      .optional();
  },
  get points() {
    return z.strictObject({ atLeast: count, items: z.array(pointsItemSchema).default([]) }).optional();
  },
});

const pointsCount = z.strictObject({
  points: z.number(),
  when: conditionSchema.optional(),
  per: z.union([z.enum(pointsFacts), z.array(z.enum(pointsFacts)).min(2)]).optional(),
  most: count.optional(),
});

/** The strict shape of an item of points. */
export const pointsItemSchema: z.ZodType<PointsItem> = z.union([
  pointsCount,
  z.strictObject({ highestOf: z.array(pointsCount).min(2) }),
]);
