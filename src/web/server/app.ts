import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import type { z } from 'zod';
import type { Language } from '../../language/language.ts';
import { InputError } from '../../scenario/errors.ts';
import { type ParameterName, parameterSpecs } from '../../scenario/parameters.ts';
import { type RunEvent, type RunRequest, runRequestSchema, type SaveRequest, saveRequestSchema } from '../scene/api.ts';
import { type Change, noChange } from '../scene/change.ts';
import { samples } from '../scene/scene.ts';
import { toTypedJson } from '../scene/typed-json.ts';
import type { Bases } from './bases.ts';
import { type FullScaleOptions, type FullScaleRun, resultFile, resultsOf, startFullScale } from './full-scale.ts';
import { guard } from './guard.ts';
import { serverMessages } from './messages.ts';
import { type Offer, siteOf } from './offer.ts';
import { type PageFile, pageFiles } from './page-files.ts';
import { resultRoutes } from './results/routes.ts';
import { baseFile, sceneOf } from './scene-of.ts';
import { sessionToken } from './session-token.ts';
import { saveVariation } from './variation-file.ts';

/** Bytes a request may bring: a change of every parameter and clause takes a tenth. */
export const MOST_BYTES = 128 * 1024;

/** Makes the workbooks of a finished run with the command line's own command; answers with their places. */
export type MakeWorkbooks = (folder: string) => Promise<readonly string[]>;

interface AppOptions extends FullScaleOptions {
  /** Folder of the built page. */
  readonly page: string;
  /** What whoever asks must bring. */
  readonly token: string;
  readonly offers: readonly Offer[];
  readonly bases: Bases;
  readonly workbooks: MakeWorkbooks;
}

/** The server of the what-if page: its files, the data it simulates from, and the few things only the command line can do. */
export function createApp(options: AppOptions): Hono {
  const app = new Hono();
  app.use(guard);
  app.use(sessionToken(options.token, options.lang));
  app.use(
    bodyLimit({
      maxSize: MOST_BYTES,
      onError: (c) => c.json({ message: serverMessages.tooLarge()[options.lang] }, 413),
    }),
  );
  app.onError((error, c) => {
    if (error instanceof InputError) return c.json({ message: options.explain(error) }, 422);
    return c.json({ message: options.explain(error) }, 500);
  });
  dataRoutes(app, options);
  runRoutes(app, options);
  resultRoutes(app, options);
  pageRoutes(app, pageFiles(options.page));
  return app;
}

/** Addresses of pages that are not their files' names. */
const pages: Readonly<Record<string, string>> = { '/': 'index.html', '/runs': 'runs.html' };

/** The pages themselves. */
function pageRoutes(app: Hono, files: ReadonlyMap<string, PageFile>): void {
  app.get('*', (c) => {
    const file = files.get(pages[c.req.path] ?? c.req.path.slice(1));
    return file ? c.body(file.bytes, 200, { 'Content-Type': file.type }) : c.text('404', 404);
  });
}

/** What the page simulates from; each made when it is first asked for. */
function dataRoutes(app: Hono, { offers, bases }: AppOptions): void {
  const made = new Map<string, string>();
  const json = (c: Context, address: string, make: () => unknown): Response => {
    const text = made.get(address) ?? toTypedJson(make());
    made.set(address, text);
    return c.body(text, 200, { 'Content-Type': 'application/json; charset=utf-8' });
  };
  app.get('/data/:file', (c) => {
    const name = c.req.param('file');
    if (name === 'site.json') return json(c, 'site', () => siteOf(offers, true));
    const offer = offers.find(({ inputs }) => `${inputs.scenario.id}.json` === name);
    return offer ? json(c, name, () => sceneOf(offer.inputs, offer.targets, samples)) : c.text('404', 404);
  });
  app.get('/bases/:file', async (c) => {
    const address = `bases/${c.req.param('file')}`;
    const wanted = offers
      .flatMap(({ inputs }) => samples.map((sample) => ({ inputs, sample })))
      .find(({ inputs, sample }) => baseFile(inputs.scenario.id, sample) === address);
    if (wanted === undefined) return c.text('404', 404);
    const bytes = await bases.file(wanted.inputs, wanted.sample);
    return c.body(bytes, 200, { 'Content-Type': 'application/octet-stream' });
  });
}

/** Full-scale runs, saving, and the workbook. */
function runRoutes(app: Hono, options: AppOptions): void {
  const { offers, lang } = options;
  let run: FullScaleRun | null = null;
  let starting = false;
  const underWay = (): boolean => run?.last.kind === 'progress';
  const say = (c: Context, status: 404 | 409, text: { zh: string; en: string }): Response =>
    c.json({ message: text[lang] }, status);
  const inputsOf = (id: string) => {
    const offer = offers.find(({ inputs }) => inputs.scenario.id === id);
    if (offer === undefined) throw new InputError([{ message: serverMessages.unknownScenario(id)[lang] }]);
    return offer.inputs;
  };

  app.post('/api/scenarios', async (c) => {
    const request = await requestOf<SaveRequest>(c, saveRequestSchema, lang);
    return c.json({ path: await saveVariation(inputsOf(request.scenario), request, lang) }, 201);
  });
  app.post('/api/runs', async (c) => {
    const request = await requestOf<RunRequest>(c, runRequestSchema, lang);
    if (starting || underWay()) return say(c, 409, serverMessages.busy());
    // from here to its first news the place is taken: others that came meanwhile wait at the same line
    starting = true;
    try {
      run = await startFullScale(inputsOf(request.scenario), request, options);
      return c.json({ id: run.id }, 201);
    } finally {
      starting = false;
    }
  });
  app.use('/api/runs/:id/*', async (c, next) =>
    c.req.param('id') === run?.id ? next() : say(c, 404, serverMessages.unknownRun()),
  );
  app.delete('/api/runs/:id', (c) => {
    if (c.req.param('id') !== run?.id) return say(c, 404, serverMessages.unknownRun());
    run.stop();
    return c.body(null, 204);
  });
  app.get('/api/runs/:id/events', (c) => events(c, run!));
  app.get('/api/runs/:id/results', (c) => {
    const results = resultsOf(run!);
    if (results === null) return say(c, 409, serverMessages.notDone());
    return c.body(toTypedJson(results), 200, { 'Content-Type': 'application/json; charset=utf-8' });
  });
  app.get('/api/runs/:id/files/:side/:name', async (c) => {
    const file = resultFile(run!, c.req.param('side'), c.req.param('name'));
    return file === null ? say(c, 404, serverMessages.unknownRun()) : download(c, file);
  });
  workbookRoutes(app, () => run!, options);
}

function workbookRoutes(app: Hono, current: () => FullScaleRun, { lang, workbooks }: AppOptions): void {
  const books = new Map<string, string>();
  app.post('/api/runs/:id/workbook', async (c) => {
    const { sides, id } = current();
    if (sides === null) return c.json({ message: serverMessages.notDone()[lang] }, 409);
    books.clear();
    const files = [];
    for (const place of await workbooks(sides.alternative.folder)) {
      books.set(path.basename(place), place);
      files.push({
        name: path.basename(place),
        address: `api/runs/${id}/workbook/${encodeURIComponent(path.basename(place))}`,
      });
    }
    return c.json({ files });
  });
  app.get('/api/runs/:id/workbook/:name', (c) => {
    const place = books.get(c.req.param('name'));
    return place === undefined ? c.json({ message: serverMessages.unknownRun()[lang] }, 404) : download(c, place);
  });
}

/** What a run tells, as server-sent events: where it is now, then everything until it ends. */
function events(c: Context, run: FullScaleRun): Response {
  return streamSSE(c, async (stream) => {
    await new Promise<void>((resolve) => {
      const tell = (event: RunEvent): void => {
        const written = stream.writeSSE({ data: JSON.stringify(event) });
        // the stream is closed once its last event is on its way
        if (event.kind !== 'progress') void written.finally(end);
      };
      const end = (): void => {
        run.watchers.delete(tell);
        resolve();
      };
      stream.onAbort(end);
      run.watchers.add(tell);
      tell(run.last);
    });
  });
}

/** The body of a request in its shape; throws InputError naming what is wrong. */
async function requestOf<T>(c: Context, schema: z.ZodType, lang: Language): Promise<T> {
  const wrong = (what: string): InputError => new InputError([{ message: serverMessages.wrongRequest(what)[lang] }]);
  if (!/^application\/json\b/.test(c.req.header('content-type') ?? '')) throw wrong('content-type');
  const text = await c.req.text();
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw wrong('JSON');
  }
  const { success, data, error } = schema.safeParse(body);
  if (success) return assertInside(data as T, lang);
  throw wrong(error.issues.map(({ path: at, message }) => `${at.join('.')} ${message}`.trim()).join('; '));
}

/** Values a parameter cannot have are refused: nothing else is saved or run than what was shown. @throws InputError */
function assertInside<T>(request: T, lang: Language): T {
  const { parameters } = (request as { change?: Change }).change ?? noChange;
  const issues = Object.entries(parameters).flatMap(([name, value]) => {
    const [least, most] = parameterSpecs[name as ParameterName].limits;
    return value >= least && value <= most ? [] : [{ message: serverMessages.outside(name, least, most, value)[lang] }];
  });
  if (issues.length > 0) throw new InputError(issues);
  return request;
}

async function download(c: Context, place: string): Promise<Response> {
  const bytes = new Uint8Array(await readFile(place));
  return c.body(bytes, 200, {
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(path.basename(place))}`,
  });
}
