import { z } from 'zod';
import { parameterNames } from '../../scenario/parameters.ts';
import { definitions } from '../../scenario/scenario.ts';
import type { Change } from './change.ts';

/** What the page may ask of the command line behind it. Shapes are strict and every text is bounded. */

const reference = z.string().max(100);

const changeSchema = z.strictObject({
  without: z.array(reference).max(200),
  add: z.array(z.strictObject({ clause: reference, from: z.string().max(10) })).max(50),
  readings: z.record(reference, z.string().max(100)),
  parameters: z.partialRecord(z.enum(parameterNames), z.number()),
});

/** A change of a scenario by its id, and how it is counted on both sides. */
const variation = {
  scenario: z.string().max(200),
  change: changeSchema,
};

type Changing<T> = Readonly<Omit<T, 'change'>> & { readonly change: Change };

/** POST api/runs: run both sides at full scale. */
export const runRequestSchema = z.strictObject({
  ...variation,
  replicates: z.int().min(1).max(1000),
  /** Share of the households: 1 is full scale. */
  sample: z.number().gt(0).max(1),
  seed: z.string().min(1).max(200).nullable(),
  definition: z.enum(definitions).nullable(),
});
export type RunRequest = Changing<z.infer<typeof runRequestSchema>>;

/** POST api/scenarios: save a variation under a name. */
export const saveRequestSchema = z.strictObject({
  ...variation,
  name: z.string().min(1).max(80),
  title: z.string().max(200),
});
export type SaveRequest = Changing<z.infer<typeof saveRequestSchema>>;

/** Name of a scenario file: one word, so that it can be no path. */
export const namePattern = /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u;

export type RunSide = 'base' | 'alternative';

/** What a full-scale run tells while it goes on; the last one is `done`, `failed` or `stopped`. */
export type RunEvent =
  | {
      readonly kind: 'progress';
      readonly side: RunSide;
      readonly phase: 'base' | 'simulate' | 'write' | 'charts';
      readonly years: number;
      readonly total: number;
    }
  | {
      readonly kind: 'done';
      readonly folders: Readonly<Record<RunSide, string>>;
      readonly files: Readonly<Record<RunSide, readonly string[]>>;
    }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'stopped' };
