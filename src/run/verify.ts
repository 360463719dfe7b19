import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '../scenario/errors.ts';
import type { Language } from '../scenario/messages.ts';
import { baseOf, baseRequest } from './base.ts';
import { resultHash, sha256 } from './hash.ts';
import { placeOf } from './input-file.ts';
import { type Inputs, loadInputs } from './load-inputs.ts';
import type { Manifest } from './manifest.ts';
import { packageVersion } from './package.ts';
import { runReplicates, type Watch } from './run-replicates.ts';
import { contextOf } from './run-scenario.ts';
import type { Session } from './session.ts';

/** One reason why a result folder cannot be, or is not, made again. */
export interface Discrepancy {
  readonly kind: 'file' | 'input' | 'version' | 'scenario' | 'result';
  /** File, or what is compared. */
  readonly what: string;
  readonly recorded: string;
  readonly found: string;
}

/** The manifest of a result folder. Throws InputError when there is none. */
export async function readManifest(folder: string, message: (folder: string) => string): Promise<Manifest> {
  try {
    const manifest = JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8')) as Manifest;
    // results of an analysis have a manifest too, but no scenario hash of their own
    if (manifest.format === 1 && manifest.scenarioHash !== undefined) return manifest;
  } catch {
    // told below: whatever is there, it is not a result folder
  }
  throw new InputError([{ message: message(folder) }]);
}

/** Checks without running: the folder's files, the inputs and the package still are what the manifest recorded. */
export async function compareFiles(folder: string, manifest: Manifest): Promise<Discrepancy[]> {
  const found: Discrepancy[] = [];
  const compare = async (
    kind: 'file' | 'input',
    place: string,
    { path: what, sha256: recorded }: Manifest['files'][number],
  ) => {
    const now = await readFile(place).then(sha256, () => 'missing');
    if (now !== recorded) found.push({ kind, what, recorded, found: now });
  };
  for (const file of manifest.files) await compare('file', path.join(folder, file.path), file);
  for (const input of manifest.inputs) await compare('input', placeOf(input.path), input);
  if (manifest.package.version !== packageVersion) {
    found.push({ kind: 'version', what: 'luohu', recorded: manifest.package.version, found: packageVersion });
  }
  return found;
}

/** Runs the recorded command again, without writing, and compares the hashes. An empty answer means: the same. */
export async function repeat(
  session: Session,
  manifest: Manifest,
  inputs: Inputs,
  watch: Watch,
): Promise<Discrepancy[]> {
  if (inputs.hash !== manifest.scenarioHash) {
    return [{ kind: 'scenario', what: inputs.scenario.id, recorded: manifest.scenarioHash, found: inputs.hash }];
  }
  const base = await baseOf(session, baseRequest(inputs), watch.signal);
  const results = await runReplicates(session.pool, contextOf(inputs, base, manifest.options.strict), watch);
  const found = resultHash(results);
  if (found === manifest.resultHash) return [];
  return [{ kind: 'result', what: inputs.scenario.id, recorded: manifest.resultHash, found }];
}

/** Inputs of the recorded command, read again. */
export const recordedInputs = ({ command }: Manifest, lang: Language): Inputs =>
  loadInputs({ ...command, scenario: placeOf(command.scenario) }, lang);
