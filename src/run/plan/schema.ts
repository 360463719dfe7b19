import { z } from 'zod';
import { type OverrideName, type Overrides, overrideNames, overrideRows } from '../../scenario/command-line.ts';
import { formatName } from '../../scenario/shaped.ts';

/**
 * The language of plan files: many scenarios, each in several variations, with what they have in common said once. The keys
 * beside `scenarios` and `variations` mean what the options of the same names mean; an option of the command wins.
 */

const text = z.string().min(1).max(500);

function valuesOf(row: (typeof overrideRows)[OverrideName]): z.ZodType {
  switch (row.kind) {
    case 'text':
      return z.union([text, z.int()], formatName('scalar')).transform(String);
    case 'texts':
      return z.array(text);
    case 'choice':
      return z.enum(row.of);
    case 'whole':
      return z.int().min(row.least).max(row.most);
  }
}

/** What can be said against the scenarios, by its name. */
const overrides = Object.fromEntries(overrideNames.map((name) => [name, valuesOf(overrideRows[name]).optional()])) as {
  readonly [Name in OverrideName]: z.ZodOptional<z.ZodType<NonNullable<Overrides[Name]>>>;
};

export const planSchema = z.strictObject({
  /** What the plan is about, for its reader. */
  plan: text,
  /** Scenario files, seen from the folder of the plan; `*` in a file name stands for anything. */
  scenarios: z.array(text).min(1).max(10_000),
  /** Each scenario is run once for each of these; once as it is when there are none. */
  variations: z.array(z.strictObject(overrides)).min(1).max(1000).optional(),
  ...overrides,
  sample: z.number().gt(0).max(1).optional(),
});
