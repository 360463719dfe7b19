import { z } from 'zod';
import { definitions } from '../../scenario/scenario.ts';

const yearShape = z.int().min(1900).max(2200);
const factorsShape = z.record(z.string().regex(/^\d{4}$/), z.number().min(0).max(1e6));

/** What a command asked for, as records and manifests hold it (`RecordedCommand`). */
export const commandShape = z.strictObject({
  scenario: z.string().max(4096),
  overrides: z.strictObject({
    seed: z.string().max(10_000).optional(),
    replicates: z.int().min(1).max(100_000).optional(),
    from: yearShape.optional(),
    to: yearShape.optional(),
    without: z.array(z.string().max(300)).optional(),
    definition: z.enum(definitions).optional(),
  }),
  sample: z.number().gt(0).max(1),
  documents: z.array(z.string().max(4096)).max(1000).optional(),
  bases: z.int().min(1).max(1000).optional(),
  microdata: z.strictObject({ years: z.array(yearShape), only: z.array(z.int().min(0).max(100_000)) }).optional(),
  tables: z.array(z.string().max(100)).optional(),
  arrivals: z.strictObject({ province: factorsShape, nation: factorsShape }).optional(),
  wholeOnly: z.boolean().optional(),
  unfitted: z.boolean().optional(),
});
