import { z } from 'zod';
import { type Condition, pointsFacts } from './condition.ts';
import { conditionKeys } from './condition-keys.ts';
import { relativeNames } from './relative.ts';

const count = z.number().min(0);
const yes = z.literal(true).optional();
const relatives = z.array(z.enum(relativeNames)).min(1);

/** The plain keys, each with the shape its table says. */
const leaves = Object.fromEntries(
  Object.entries(conditionKeys).map(([key, asked]) => {
    switch (asked.takes) {
      case 'yes':
        return [key, z.boolean().optional()];
      case 'number':
        return [key, count.optional()];
      case 'one':
        return [key, z.enum(asked.of).optional()];
      case 'some':
        return [key, z.array(z.enum(asked.of as readonly string[])).min(1).optional()];
    }
  }),
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
    const item = z.strictObject({
      points: z.number(),
      when: conditionSchema.optional(),
      per: z.enum(pointsFacts).optional(),
      most: count.optional(),
    });
    return z.strictObject({ atLeast: count, items: z.array(item).min(1) }).optional();
  },
});
