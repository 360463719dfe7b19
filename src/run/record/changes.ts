import type { Localized } from '../../language/language.ts';
import { codeHash } from '../code.ts';
import { sha256OfFile } from '../hash.ts';
import { type InputFile, placeOf } from '../input-file.ts';
import { runMessages } from '../messages.ts';
import { packageVersion } from '../package.ts';
import { isPlaceScenario } from '../place-name.ts';

/** What decides the numbers of a run, as a record of it holds it. */
interface Provenance {
  readonly version: string;
  /** Hash of the code; absent in records of versions that did not keep it. */
  readonly code?: string | undefined;
  readonly files: readonly InputFile[];
}

/** Something that is no longer as it was recorded. */
interface Change {
  readonly kind: 'version' | 'code' | 'input';
  /** Package, or file. */
  readonly what: string;
  readonly recorded: string;
  /** `missing` for a file that is gone. */
  readonly found: string;
}

/** Everything on this machine that differs from what a record says: the package, its code, the files read. */
export async function changesSince({ version, code, files }: Provenance): Promise<Change[]> {
  const changes: Change[] = [];
  if (version !== packageVersion) {
    changes.push({ kind: 'version', what: 'luohu', recorded: version, found: packageVersion });
  }
  if (code !== undefined && code !== codeHash()) {
    changes.push({ kind: 'code', what: 'luohu', recorded: code, found: codeHash() });
  }
  for (const changed of await changedFiles(files, ({ path }) => placeOf(path))) {
    changes.push({ kind: 'input', ...changed });
  }
  return changes;
}

/** Files that no longer hold what was recorded; `missing` for those that are gone. */
export async function changedFiles(
  files: readonly InputFile[],
  placeOfFile: (file: InputFile) => string,
): Promise<Omit<Change, 'kind'>[]> {
  const changed: Omit<Change, 'kind'>[] = [];
  for (const file of files) {
    if (isPlaceScenario(file.path)) continue; // made from data and code, which are compared themselves
    const found = await sha256OfFile(placeOfFile(file)).catch(() => 'missing');
    if (found !== file.sha256) changed.push({ what: file.path, recorded: file.sha256, found });
  }
  return changed;
}

/** The change as a reader is told it. */
export function changeText({ kind, what, recorded, found }: Change): Localized {
  switch (kind) {
    case 'version':
      return runMessages.changedVersion(recorded, found);
    case 'code':
      return runMessages.changedCode();
    case 'input':
      return found === 'missing' ? runMessages.missingInput(what) : runMessages.changedInput(what);
  }
}
