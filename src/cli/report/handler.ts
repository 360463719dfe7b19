import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Language } from '../../language/language.ts';
import { type PageSource, reportPage } from '../../report/page/page.ts';
import { readExtras } from '../../report/read/read-extras.ts';
import { readRun } from '../../report/read/read-run.ts';
import { areasCalled, type Shown, yearsOf } from '../../report/readable/choice.ts';
import { noteAdded, setAside } from '../../result/written.ts';
import { sha256 } from '../../run/hash.ts';
import { packageRoot } from '../../run/package.ts';
import { InputError } from '../../scenario/errors.ts';
import { ExitStatus } from '../exit-status.ts';
import { messages as common } from '../messages.ts';
import { tellEdited } from '../tell-edited.ts';
import { reportMessages as messages } from './messages.ts';
import type { ReportOptions } from './options.ts';
import { assertOneKind, tellChanged } from './same-kind.ts';

/** The page's program as the build leaves it. */
const PROGRAM = path.join(packageRoot, 'dist/report/page/browser.js');

/** Reads the results, makes the page and writes it whole. */
export async function writeReport(
  { run: folders, out, map, png, json, years, area, force }: ReportOptions,
  lang: Language,
): Promise<ExitStatus> {
  const sources: PageSource[] = [];
  for (const folder of folders) sources.push(await readSource(folder, lang, map));
  assertOneKind(
    sources.map(({ run }) => run),
    map,
    lang,
  );

  const shown = shownOf(sources, { years, area });
  const file = out ?? pageFile(sources);
  const page = reportPage(sources, lang, await readProgram(lang), openedOf(shown));
  const isInside = out === undefined && sources.length === 1;
  await writeWhole(file, page, lang, () =>
    isInside ? keepEdited(file, force, lang) : keepOther(file, page, force, lang),
  );
  if (isInside) await noteAdded(path.dirname(file), path.basename(file));
  const pictures = png ? await (await import('./pictures.ts')).writePictures(sources, lang, shown) : [];

  const bytes = Buffer.byteLength(page);
  if (json) print(JSON.stringify({ page: file, bytes, runs: folders, pictures }, null, 2));
  else {
    print(messages.written(file, (bytes / 1e6).toFixed(1))[lang]);
    for (const folder of new Set(pictures.map((file) => path.dirname(file)))) {
      const count = pictures.filter((file) => path.dirname(file) === folder).length;
      print(messages.pictures(folder, count)[lang]);
    }
  }
  return ExitStatus.done;
}

async function readSource(folder: string, lang: Language, map: string | undefined): Promise<PageSource> {
  const run = await readRun(folder, lang, (...place) => common.noResult(...place)[lang], map);
  tellChanged(run, folder, lang);
  return { run, extras: readExtras(folder, run.manifest), folder };
}

/** Years and areas that were asked for. @throws InputError for those the results do not have */
function shownOf(sources: readonly PageSource[], { years, area }: Pick<ReportOptions, 'years' | 'area'>): Shown {
  const { baseYear, endYear } = sources[0].run.manifest.scenario;
  const all = Array.from({ length: endYear - baseYear + 1 }, (_, i) => baseYear + i);
  return {
    years: years === undefined ? undefined : yearsOf(years, all),
    areas: area === undefined ? undefined : areasCalled(area, sources[0].run.input.areas),
  };
}

/** The page opens with one area and the last of the years; the others are a click away. */
const openedOf = ({ years, areas }: Shown) => ({
  ...(years === undefined ? {} : { year: years.at(-1)! }),
  ...(areas === undefined ? {} : { area: areas[0] }),
});

/** Where the page goes: into the folder of its run, or beside the first of several under a name made of their hashes. */
function pageFile(sources: readonly PageSource[]): string {
  const [first] = sources as [PageSource];
  if (sources.length === 1) return path.join(first.folder, 'report.html');
  const hash = sha256(sources.map(({ run }) => `${run.manifest.scenarioHash} ${run.manifest.resultHash}`).join('\n'));
  return path.join(path.dirname(path.normalize(first.folder)), `comparison-${hash.slice(0, 10)}.html`);
}

/** The same where nothing is noted of what was written: a page that is there stays only where it is the very same. */
async function keepOther(file: string, page: string, force: boolean, lang: Language): Promise<void> {
  const there = await readFile(file, 'utf8').catch(() => null);
  if (there !== null && there !== page) await keepEdited(file, force, lang);
}

/** Gives what is there another name where it is not as it was written: somebody changed it, or put it there. */
async function keepEdited(file: string, force: boolean, lang: Language): Promise<void> {
  const folder = path.dirname(file);
  const kept = await setAside(folder, path.basename(file)).catch(() => null);
  if (kept !== null) await tellEdited([kept], folder, lang, force);
}

const readProgram = (lang: Language): Promise<string> =>
  readFile(PROGRAM, 'utf8').catch(() => {
    throw new Error(common.notBuilt()[lang]);
  });

/** @param before what is done with the file that is there, once the new one is whole and goes nowhere but to its place */
async function writeWhole(file: string, text: string, lang: Language, before: () => Promise<void>): Promise<void> {
  const temporary = `${file}.${process.pid}.part`;
  try {
    if (!file.endsWith('.html')) throw new Error('not a page');
    await writeFile(temporary, text, { flush: true });
    await before();
    await rename(temporary, file);
  } catch {
    await rm(temporary, { force: true }).catch(() => {});
    throw new InputError([{ message: messages.outFolder(file)[lang] }]);
  }
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);
