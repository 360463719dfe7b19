import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Language } from '../language/language.ts';
import { makeBase } from '../run/base.ts';
import { codeHash } from '../run/code.ts';
import { contextsOf } from '../run/contexts.ts';
import { canonicalJson } from '../run/hash.ts';
import { placeOf } from '../run/input-file.ts';
import { type Inputs, loadInputs } from '../run/load-inputs.ts';
import { runMessages } from '../run/messages.ts';
import { packageVersion } from '../run/package.ts';
import { changedFiles } from '../run/record/changes.ts';
import { inShape } from '../run/record/json.ts';
import { runReplicates, type Watch } from '../run/run-replicates.ts';
import type { Session } from '../run/session.ts';
import { InputError, said } from '../scenario/errors.ts';
import { compareFigures, type FigureChanges } from './compare-figures.ts';
import { type Manifest, manifestHead } from './manifest.ts';
import { manifestShape } from './manifest-shape.ts';
import { mergeIndicators } from './merge.ts';
import { resultHash } from './result-hash.ts';
import { assertSignature } from './signature.ts';

/** One reason why a result folder cannot be, or is not, made again. */
export interface Discrepancy {
  readonly kind: 'file' | 'input' | 'version' | 'code' | 'option' | 'node' | 'result';
  /** File, option, or what is compared. */
  readonly what: string;
  readonly recorded: string;
  readonly found: string;
}

/**
 * The manifest of a result folder. Throws InputError when there is none, with everything in it that is not as a run
 * writes it, or when its signature is wrong.
 */
export async function readManifest(
  folder: string,
  message: (folder: string, analysis?: string) => string,
): Promise<Manifest> {
  const file = path.join(folder, 'manifest.json');
  const manifest = await readFile(file, 'utf8')
    .then(JSON.parse)
    .catch(() => null);
  // results of an analysis have a manifest too, but no scenario hash of their own
  if (!isObject(manifest) || !('scenarioHash' in manifest)) {
    const { analysis } = (isObject(manifest) ? manifest : {}) as { readonly analysis?: unknown };
    const named = typeof analysis === 'string' && /^[a-z]+$/.test(analysis) ? analysis : undefined;
    throw new InputError([{ message: message(folder, named) }]);
  }
  const { wrong } = inShape(manifest, manifestShape);
  if (wrong !== null) {
    const told = wrong.slice(0, MOST_TOLD).map(({ path: at, text }) => ({ file, path: at, ...said(text) }));
    throw new InputError(told);
  }
  assertSignature(file, manifest as unknown as Manifest);
  return manifest as unknown as Manifest;
}

/** Mistakes of a manifest that are told: what somebody else wrote has hundreds. */
const MOST_TOLD = 20;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/**
 * Makes sure that the files of a result are those its run wrote.
 * @throws InputError naming every file that is gone or was changed
 */
export async function assertUnchanged(folder: string, { files }: Manifest): Promise<void> {
  const changed = await changedFiles(files, ({ path: name }) => path.join(folder, name));
  if (changed.length > 0)
    throw new InputError(
      changed.map(({ what }) => ({ file: path.join(folder, what), ...said(runMessages.changedResult()) })),
    );
}

/** A manifest of some of its files alone, for `assertUnchanged`. */
export const filesOf = (manifest: Manifest, isWanted: (file: string) => boolean): Manifest => ({
  ...manifest,
  files: manifest.files.filter(({ path: file }) => isWanted(file)),
});

/** Checks without running: the folder's files, the inputs and the package still are what the manifest recorded. */
export async function compareFiles(folder: string, manifest: Manifest): Promise<Discrepancy[]> {
  const { files, inputs, package: made } = manifest;
  const found: Discrepancy[] = [
    ...(await changedFiles(files, (file) => path.join(folder, file.path))).map((each) => ({
      kind: 'file' as const,
      ...each,
    })),
    ...(await changedFiles(inputs, (file) => placeOf(file.path))).map((each) => ({ kind: 'input' as const, ...each })),
  ];
  if (made.version !== packageVersion) {
    found.push({ kind: 'version', what: 'luohu', recorded: made.version, found: packageVersion });
  } else if (made.code !== undefined && made.code !== codeHash()) {
    found.push({ kind: 'code', what: 'luohu', recorded: made.code, found: codeHash() });
  }
  return found;
}

/** What the scenario resolves to now against what the manifest recorded of it, key by key. */
export function compareOptions({ scenario, options }: Manifest, inputs: Inputs): Discrepancy[] {
  const { replicates, seed } = inputs.scenario;
  const recorded: Record<string, unknown> = { ...scenario, replicates: options.replicates, seed: options.seed };
  const found: Record<string, unknown> = { ...manifestHead(inputs.scenario, inputs.city).scenario, replicates, seed };
  const told = (value: unknown) =>
    value === undefined ? '' : typeof value === 'string' ? value : canonicalJson(value);
  return [...new Set([...Object.keys(recorded), ...Object.keys(found)])]
    .map((what) => ({ kind: 'option' as const, what, recorded: told(recorded[what]), found: told(found[what]) }))
    .filter((each) => each.recorded !== each.found);
}

/** What came of making a result again. */
export interface Repeated {
  readonly resultHash: string;
  /** Null when the numbers are the same. */
  readonly figures: FigureChanges | null;
}

/** Runs the recorded command again with the inputs of today, without writing, and sets the numbers beside the recorded ones. */
export async function repeat(
  session: Session,
  folder: string,
  manifest: Manifest,
  inputs: Inputs,
  watch: Watch,
): Promise<Repeated> {
  // made anew: what is kept must not vouch for itself
  const contexts = contextsOf(session, inputs, {
    strict: manifest.options.strict,
    signal: watch.signal,
    make: makeBase,
  });
  const results = await runReplicates(session.pool, inputs.scenario, contexts, watch);
  const hash = resultHash(results);
  const same = hash === manifest.resultHash;
  return { resultHash: hash, figures: same ? null : await compareFigures(folder, mergeIndicators(results)) };
}

/**
 * Inputs of the recorded command, read again.
 * @throws InputError also where the scenario is none of the files the run noted: nobody else's file is opened for a manifest's sake
 */
export function recordedInputs({ command, inputs, region }: Manifest, lang: Language): Inputs {
  const { scenario } = command;
  if (region === undefined && !inputs.some(({ path: file }) => file === scenario))
    throw new InputError([{ path: 'command.scenario', ...said(runMessages.notAnInput(scenario)) }]);
  return loadInputs({ documents: [], ...command, scenario: placeOf(scenario) }, lang);
}
