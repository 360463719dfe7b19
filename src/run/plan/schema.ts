import { z } from 'zod';
import { definitions } from '../../scenario/scenario.ts';
import { formatName } from '../../scenario/shaped.ts';

/**
 * The language of plan files: many scenarios, each in several variations, with what they have in common said once. The keys
 * beside `scenarios` and `variations` mean what the options of the same names mean; an option of the command wins.
 */

const year = z.int().min(1900).max(2100);
const text = z.string().min(1).max(500);
const common = {
  seed: z.union([text, z.int()], formatName('scalar')).optional(),
  from: year.optional(),
  to: year.optional(),
  without: z.array(text).optional(),
  definition: z.enum(definitions).optional(),
  replicates: z.int().min(1).max(100_000).optional(),
};

export const planSchema = z.strictObject({
  /** What the plan is about, for its reader. */
  plan: text,
  /** Scenario files, seen from the folder of the plan; `*` in a file name stands for anything. */
  scenarios: z.array(text).min(1).max(10_000),
  /** Each scenario is run once for each of these; once as it is when there are none. */
  variations: z.array(z.strictObject(common)).min(1).max(1000).optional(),
  ...common,
  sample: z.number().gt(0).max(1).optional(),
});

export type Plan = z.infer<typeof planSchema>;
