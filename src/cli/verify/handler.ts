import type { Language } from '../../language/language.ts';
import type { Manifest } from '../../result/manifest.ts';
import { computeUnkept, repeatRegion } from '../../result/region/verify-region.ts';
import {
  compareFiles,
  compareOptions,
  type Discrepancy,
  type Repeated,
  readManifest,
  recordedInputs,
  repeat,
} from '../../result/verify.ts';
import { assertMemory } from '../../run/assert-memory.ts';
import { readShared } from '../../run/load-inputs.ts';
import { ExitStatus } from '../exit-status.ts';
import { messages } from '../messages.ts';
import { printJson } from '../print-json.ts';
import { tellUnsigned } from '../read-result.ts';
import { regionEngine } from '../run/region-engine.ts';
import { tell } from '../tell.ts';
import { withSession } from '../with-session.ts';
import { verifyMessages as told } from './messages.ts';
import type { VerifyOptions } from './options.ts';

/**
 * Makes a result again and says whether it is the same and, if not, what changed.
 *
 *   1. files of the folder that were edited, and inputs that are gone, end it: there is nothing to compare, or nothing to run
 *   2. what else changed since is noted: data, version, code, options
 *   3. the run is made again with what there is today, and its hash compared
 */
export async function verifyRun({ run: folder, workers, json }: VerifyOptions, lang: Language): Promise<ExitStatus> {
  // 1. files
  const manifest = await readManifest(folder, (place) => messages.noResult(place)[lang]);
  tellUnsigned(folder, manifest, lang, true);
  const changes = await compareFiles(folder, manifest);
  const fatal = changes.filter(({ kind, found }) => kind === 'file' || (kind === 'input' && found === 'missing'));
  if (fatal.length > 0) return report({ folder, manifest, changes: fatal, repeated: null }, json, lang);

  // 2. options, 3. numbers
  const { repeated, options } =
    manifest.region === undefined
      ? await placeAgain(folder, manifest, workers, lang)
      : await regionAgain(folder, manifest, workers, lang);
  changes.push(...options);
  if (repeated.figures !== null && manifest.run.node !== process.version) {
    changes.push({ kind: 'node', what: 'node', recorded: manifest.run.node, found: process.version });
  }
  return report({ folder, manifest, changes, repeated }, json, lang);
}

/** A result made again, and the options that are not what they were. */
interface Again {
  readonly repeated: Repeated;
  readonly options: readonly Discrepancy[];
}

async function placeAgain(folder: string, manifest: Manifest, workers: number, lang: Language): Promise<Again> {
  const inputs = recordedInputs(manifest, lang);
  const options = compareOptions(manifest, inputs);
  const threads = Math.min(workers, inputs.scenario.replicates);
  assertMemory(inputs, threads);
  const repeated = await withSession({ workers: threads, lang }, (session, signal, progress) => {
    progress.step(messages.makingBase(inputs.city.name)[lang]);
    return repeat(session, folder, manifest, inputs, { signal, onProgress: progress.advance });
  });
  return { repeated, options };
}

async function regionAgain(folder: string, manifest: Manifest, workers: number, lang: Language): Promise<Again> {
  const shared = readShared();
  const { repeated, changes } = await withSession({ workers, lang }, (session, signal, progress) =>
    repeatRegion(
      folder,
      manifest,
      shared,
      regionEngine({ atOnce: 1, compute: computeUnkept(session, manifest, signal) }, shared, progress, lang),
    ),
  );
  return { repeated, options: changes };
}

interface Verdict {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly changes: readonly Discrepancy[];
  /** Null when the run was not made again. */
  readonly repeated: Repeated | null;
}

function report({ folder, manifest, changes, repeated }: Verdict, json: boolean, lang: Language): ExitStatus {
  const same = repeated !== null && repeated.figures === null;
  if (json) {
    const { resultHash } = manifest;
    const now = repeated === null ? {} : { foundHash: repeated.resultHash, figures: repeated.figures };
    printJson({ folder, same, resultHash, ...now, discrepancies: changes });
    return same ? ExitStatus.done : ExitStatus.failed;
  }
  if (repeated === null) {
    for (const change of changes) tell(sentence(change, lang));
  } else if (same) {
    process.stdout.write(`${told.sameResult(manifest.resultHash)[lang]}\n`);
    for (const change of changes) tell(told.sameAlthough(sentence(change, lang))[lang]);
  } else {
    tell(messages.differs.result(manifest.resultHash, repeated.resultHash)[lang]);
    for (const line of explanation(changes, repeated, lang)) tell(line);
  }
  return same ? ExitStatus.done : ExitStatus.failed;
}

/** Which figures differ, and what changed that may have moved them. */
function explanation(changes: readonly Discrepancy[], { figures }: Repeated, lang: Language): string[] {
  const number = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 });
  const lines = [told.figures(figures!.changed, figures!.figures)[lang]];
  for (const { indicator, year, recorded, found } of figures!.greatest) {
    lines.push(told.figure(indicator, year, number.format(recorded), number.format(found))[lang]);
  }
  for (const change of changes) lines.push(told.because(sentence(change, lang))[lang]);
  if (changes.length === 0) lines.push(told.unexplained()[lang]);
  return lines;
}

function sentence({ kind, what, recorded, found }: Discrepancy, lang: Language): string {
  switch (kind) {
    case 'file':
    case 'input':
      return messages.differs[kind](what)[lang];
    case 'version':
    case 'result':
      return messages.differs[kind](recorded, found)[lang];
    case 'code':
      return messages.differs.code()[lang];
    case 'option':
      return told.changedOption(what, recorded, found)[lang];
    case 'node':
      return told.otherNode(recorded, found)[lang];
  }
}
