import { existsSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Language } from '../../language/language.ts';
import { writeFolder } from '../../result/write-results.ts';
import { InputError } from '../../scenario/errors.ts';
import { toTypedJson } from '../scene/typed-json.ts';
import type { Bases } from './bases.ts';
import { serverMessages } from './messages.ts';
import { type Offer, siteOf } from './offer.ts';
import { pageFiles } from './page-files.ts';
import { baseFile, sceneOf } from './scene-of.ts';

/** Samples whose base populations go into a folder: the larger ones are synthesised in the page when they are asked for. */
const exportedSamples = [0.005, 0.01, 0.02] as const;

/** The page of results asks the command line, which an exported folder has not. */
const RESULTS_PAGE = 'runs.html';

interface ExportOptions {
  readonly page: string;
  readonly offers: readonly Offer[];
  readonly bases: Bases;
  readonly lang: Language;
  /** Called before a scenario's base populations are made. */
  readonly onScenario: (id: string) => void;
}

/**
 * Writes the page and its data as a folder that any web server can serve; whole or not at all.
 * @throws InputError where the folder holds anything but an earlier export
 */
export async function exportSite(
  folder: string,
  { page, offers, bases, lang, onScenario }: ExportOptions,
): Promise<string> {
  const target = path.resolve(folder);
  if (!isFree(target)) throw new InputError([{ file: folder, message: serverMessages.notFree()[lang] }]);
  const written = await writeFolder(path.dirname(target), path.basename(target), async (made) => {
    for (const [address, { bytes }] of pageFiles(page)) if (address !== RESULTS_PAGE) await put(made, address, bytes);
    await put(made, 'data/site.json', toTypedJson(siteOf(offers, false)));
    for (const { inputs, targets } of offers) {
      const { id } = inputs.scenario;
      onScenario(id);
      await put(made, `data/${id}.json`, toTypedJson(sceneOf(inputs, targets, exportedSamples)));
      for (const sample of exportedSamples) await put(made, baseFile(id, sample), await bases.file(inputs, sample));
    }
  });
  return written.folder;
}

/** Nothing there, an empty folder, or an earlier export. */
function isFree(folder: string): boolean {
  if (!existsSync(folder)) return true;
  try {
    return readdirSync(folder).length === 0 || existsSync(path.join(folder, 'data', 'site.json'));
  } catch {
    return false;
  }
}

async function put(folder: string, address: string, content: string | Uint8Array): Promise<void> {
  const place = path.join(folder, ...address.split('/'));
  await mkdir(path.dirname(place), { recursive: true });
  await writeFile(place, content);
}
