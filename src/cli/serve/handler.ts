import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '../../language/language.ts';
import { chartTargets } from '../../report/chart-targets.ts';
import { filesIn } from '../../run/files-in.ts';
import { placeOf } from '../../run/input-file.ts';
import { InputError } from '../../scenario/errors.ts';
import { createApp } from '../../web/server/app.ts';
import { type Bases, openBases } from '../../web/server/bases.ts';
import { exportSite } from '../../web/server/export-site.ts';
import { type Listening, listen } from '../../web/server/listen.ts';
import type { Offer } from '../../web/server/offer.ts';
import { assertOut } from '../assert-out.ts';
import { ExitStatus } from '../exit-status.ts';
import { interruptSignal } from '../interrupt.ts';
import { loadAll } from '../load-all.ts';
import { printJson } from '../print-json.ts';
import { reportError } from '../report-error.ts';
import { tell } from '../tell.ts';
import { openEngine } from './engine.ts';
import { serveMessages } from './messages.ts';
import type { ServeOptions } from './options.ts';
import { workbooks } from './workbooks.ts';

/** Folder of the built page. */
const page = placeOf('dist/web/page');

/** Serves the page until it is stopped, or writes it to a folder. */
export async function serveWhatIf(options: ServeOptions, lang: Language): Promise<ExitStatus> {
  if (!existsSync(path.join(page, 'index.html'))) throw new Error(serveMessages.pageMissing()[lang]);
  const offers = offersOf(options, lang);
  const bases = openBases();
  try {
    if (options.export !== undefined) return await exportPage(options.export, offers, bases, options, lang);
    return await serve(offers, bases, options, lang);
  } finally {
    await bases.close();
  }
}

/** The scenarios named, else every city of the working folder's scenarios/, else those of the package. */
function offersOf({ scenario = [] }: ServeOptions, lang: Language): Offer[] {
  const files = scenario.length > 0 ? scenario : (citiesIn('scenarios') ?? citiesIn(placeOf('scenarios')) ?? []);
  if (files.length === 0) throw new InputError([{ file: 'scenarios', message: serveMessages.noScenarios()[lang] }]);
  const commands = files.map((file) => ({ scenario: file, overrides: {}, sample: 1 }));
  const loaded = loadAll(commands, lang);
  const ids = loaded.map(({ scenario: { id } }) => id);
  const twice = ids.find((id, i) => ids.indexOf(id) < i);
  if (twice !== undefined) throw new InputError([{ message: serveMessages.twice(twice)[lang] }]);
  return loaded.map((inputs) => {
    const { scenario: loaded, documents } = inputs;
    return { inputs, targets: chartTargets(documents.filter(({ id }) => loaded.documents.includes(id))) };
  });
}

function citiesIn(folder: string): string[] | null {
  const files = filesIn(folder, (name) => /\.ya?ml$/.test(name));
  return files.length > 0 ? files.map((name) => path.join(folder, name)) : null;
}

async function exportPage(
  folder: string,
  offers: readonly Offer[],
  bases: Bases,
  { json }: ServeOptions,
  lang: Language,
): Promise<ExitStatus> {
  const onScenario = (id: string): void => tell(serveMessages.exporting(id)[lang]);
  const made = await exportSite(folder, { page, offers, bases, lang, onScenario });
  if (json) printJson({ exported: made });
  else process.stdout.write(`${serveMessages.exported(folder)[lang]}\n${serveMessages.exportHint()[lang]}\n`);
  return ExitStatus.done;
}

async function serve(
  offers: readonly Offer[],
  bases: Bases,
  { out, workers, port, json }: ServeOptions,
  lang: Language,
): Promise<ExitStatus> {
  await assertOut(out, lang);
  const engine = openEngine({ out, workers });
  const explain = (error: unknown): string => reportError(error, lang).lines.join('; ');
  const { signal, release } = interruptSignal();
  const token = randomBytes(24).toString('hex');
  const app = createApp({
    page,
    token,
    offers,
    bases,
    out,
    lang,
    explain,
    runOne: engine.runOne,
    workbooks: workbooks(lang),
  });
  let server: Listening | null = null;
  try {
    server = await listening(app, port, lang);
    const address = `${server.address}?token=${token}`;
    if (json) printJson({ address, token });
    else process.stdout.write(`${serveMessages.open(address)[lang]}\n${serveMessages.end()[lang]}\n`);
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  } finally {
    release();
    await server?.close();
    await engine.close();
  }
  return ExitStatus.done;
}

async function listening(app: ReturnType<typeof createApp>, port: number, lang: Language): Promise<Listening> {
  try {
    return await listen(app, port);
  } catch (error) {
    const told = { EADDRINUSE: serveMessages.portTaken(port), EACCES: serveMessages.portReserved(port) };
    const { code = '' } = error as NodeJS.ErrnoException;
    throw code in told ? new Error(told[code as keyof typeof told][lang]) : error;
  }
}
