import { z } from 'zod';
import { signatureShape } from '../run/cluster-key.ts';
import { commandShape } from '../run/record/command-shape.ts';
import {
  codeShape,
  fileShape,
  hashShape,
  idShape,
  localizedShape,
  shownShape,
  versionShape,
} from '../run/record/shapes.ts';
import { fiscalSchema } from '../scenario/fiscal-values.ts';
import { definitions } from '../scenario/scenario.ts';

const text = shownShape;
const code = z.string().regex(/^\d{6}$/);
const year = z.int().min(1900).max(2200);
const count = z.number().min(0);
const counts = <Name extends string>(...names: readonly Name[]) =>
  z.object(Object.fromEntries(names.map((n) => [n, count])));
const byYear = z.record(z.string().regex(/^\d{4}$/), z.number());

/** A path inside the result folder. */
const inside = z
  .string()
  .max(4096)
  .refine((file) => !/^([/\\]|\w:)/.test(file) && !file.split(/[/\\]/).includes('..'));

const region = z.object({
  code,
  members: z.array(z.object({ code, scenario: text, baseYear: year, hash: hashShape, residents: count })),
  closure: z
    .object({
      provinces: z.record(z.string(), byYear),
      nation: byYear,
      left: z.object({ province: z.number(), other_province: z.number() }),
      remarks: z.array(z.object({ province: z.string().nullable(), factor: z.number(), why: localizedShape })),
    })
    .nullable(),
});

/**
 * What a manifest must hold for a result to be read at all (`Manifest`). Further keys are let pass: other versions may write more, and
 * no number depends on them.
 */
export const manifestShape = z.object({
  format: z.literal(1),
  scenario: z.object({
    id: idShape,
    title: localizedShape,
    question: localizedShape,
    city: code,
    cityName: localizedShape,
    baseYear: year,
    endYear: year,
    uncertainty: text,
    definition: z.enum(definitions),
    structure: z.record(z.string(), text),
    calibration: text.optional(),
    documents: z.array(text),
    without: z.array(text),
    readings: z.record(z.string(), text),
    add: z.array(z.object({ clause: text, from: text })),
    fiscal: fiscalSchema.optional(),
  }),
  command: commandShape,
  region: region.optional(),
  options: z.object({
    replicates: z.int().min(1).max(100_000),
    seed: text,
    sample: z.number().gt(0).max(1),
    strict: z.boolean(),
    workers: z.int().min(1).nullable(),
  }),
  ended: z.object({ by: z.enum(['precision', 'seconds', 'interrupt']), asked: z.int().min(1) }).optional(),
  package: z.object({ name: text, version: versionShape, code: codeShape.optional() }),
  scenarioHash: hashShape,
  resultHash: hashShape,
  inputs: z.array(fileShape),
  files: z.array(fileShape.extend({ path: inside })),
  counts: counts(
    'basePersons',
    'baseHouseholds',
    'simulatedPersons',
    'simulatedHouseholds',
    'areas',
    'years',
    'indicators',
    'personYears',
  ),
  limits: z.array(localizedShape),
  fiscalBases: z.array(
    z.object({ document: text, clause: text, subject: text, counts: text, from: year, persons: count }),
  ),
  notes: z.array(text),
  notesInChinese: z.array(text).optional(),
  warnings: z.array(text),
  signature: signatureShape.optional(),
  run: z.object({
    node: text,
    platform: text,
    cores: count,
    finished: text,
    seconds: counts('base', 'simulation', 'total').nullable(),
    personYearsPerSecond: count.nullable(),
  }),
});
