import { z } from 'zod';
import { definitions, type Scenario } from '../../scenario/scenario.ts';
import { type ClusterKey, type Signature, signatureOf, signatureShape, type Worth, worthOf } from '../cluster-key.ts';
import { codeHash } from '../code.ts';
import type { RecordedCommand } from '../command.ts';
import type { InputFile } from '../input-file.ts';
import type { Inputs } from '../load-inputs.ts';
import { packageVersion } from '../package.ts';
import { commandShape } from './command-shape.ts';
import { jsonIn } from './json.ts';
import { codeShape, fileShape, hashShape, idShape, localizedShape, shownShape, versionShape } from './shapes.ts';

/** run.json: what the finished replicates beside it belong to, and all that is needed to go on with the run. */
export interface RunRecord {
  readonly format: 1;
  /** Scenario hash. */
  readonly hash: string;
  readonly version: string;
  /** Hash of the code. */
  readonly code: string;
  readonly command: RecordedCommand;
  readonly scenario: Scenario;
  readonly files: readonly InputFile[];
  readonly warnings: Inputs['warnings'];
  readonly origins: Inputs['origins'];
  /** Of the machine that noted it; absent where it had no key. */
  readonly signature?: Signature | undefined;
}

export const runRecord = ({ hash, command, scenario, files, warnings, origins }: Inputs): RunRecord => ({
  format: 1,
  hash,
  version: packageVersion,
  code: codeHash(),
  command,
  scenario,
  files,
  warnings,
  origins,
});

const yearShape = z.int().min(1900).max(2200);
const textShape = shownShape;

/** A value in force from a year on; a resolved parameter is a list of them. */
const valueShape = z.strictObject({
  from: z.int(),
  value: z.number(),
  range: z.tuple([z.number(), z.number()]).nullable(),
  mark: textShape,
  source: localizedShape,
  origin: textShape,
});

/**
 * A resolved scenario as a run is noted with. What its words may say was checked when it was read from its file, and its hash is
 * reckoned anew from all of it; here its parts are held to be what the program reckons with.
 */
const scenarioShape = z.looseObject({
  id: idShape,
  title: localizedShape,
  question: localizedShape,
  city: z.string().regex(/^\d{6}$/),
  baseYear: yearShape,
  endYear: yearShape,
  seed: textShape,
  replicates: z.int().min(1).max(100_000),
  documents: z.array(textShape),
  policy: z.strictObject({
    without: z.array(textShape),
    add: z.array(z.strictObject({ clause: textShape, from: textShape })),
    readings: z.record(textShape, textShape),
  }),
  uncertainty: z.enum(['prior', 'fixed']),
  definition: z.enum(definitions),
  structure: z.record(textShape, z.unknown()),
  parameters: z.record(textShape, z.array(valueShape).min(1)),
});

const issueShape = z.strictObject({
  file: textShape.optional(),
  line: z.number().optional(),
  column: z.number().optional(),
  path: textShape.optional(),
  message: textShape,
  zh: textShape.optional(),
});

const recordShape = z.strictObject({
  format: z.literal(1),
  hash: hashShape,
  version: versionShape,
  code: codeShape,
  command: commandShape,
  scenario: scenarioShape,
  files: z.array(fileShape).max(100_000),
  warnings: z.array(issueShape).max(100_000),
  origins: z.record(textShape, z.array(textShape)),
  signature: signatureShape.optional(),
});

/** Reads a run record; null when it is damaged, of another format, or not one that a run writes. */
export const readRunRecord = (bytes: Uint8Array): RunRecord | null =>
  jsonIn(bytes, recordShape) as unknown as RunRecord | null;

/** A run record as it is written down, signed where there is a key. */
export const signedRecord = (record: RunRecord, key: ClusterKey | null): RunRecord => {
  // as it will be read back: what is undefined is not written
  const content = JSON.parse(JSON.stringify(record)) as RunRecord;
  const signature = signatureOf(content, key);
  return signature === null ? content : { ...content, signature };
};

/** What the signature of a record that was read is worth. */
export const worthOfRecord = ({ signature, ...content }: RunRecord, key: ClusterKey | null): Worth =>
  worthOf(content, signature, key);
