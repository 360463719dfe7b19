import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { openEngine } from '../../src/cli/serve/engine.ts';
import { workbooks } from '../../src/cli/serve/workbooks.ts';
import { loadInputs } from '../../src/run/load-inputs.ts';
import { InputError } from '../../src/scenario/errors.ts';
import { createApp } from '../../src/web/server/app.ts';
import { type Bases, openBases } from '../../src/web/server/bases.ts';
import { type Listening, listen } from '../../src/web/server/listen.ts';
import { root } from '../cli/luohu.ts';

/** A folder of its own, gone when the tests end. */
export function temporary(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'luohu-web-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Builds the page from its sources into a folder. */
export async function buildPage(folder: string): Promise<void> {
  const configFile = path.join(root, 'src/web/vite.config.ts');
  await build({ configFile, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
}

export const offersOf = (...files: readonly string[]) =>
  files.map((scenario) => ({ inputs: loadInputs({ scenario, overrides: {}, sample: 1 }, 'en'), targets: [] }));

/** The token of every server of the tests. */
export const TOKEN = 'c0ffee'.repeat(8);

export interface WhatIfServer extends Listening {
  readonly bases: Bases;
}

/** The server of `luohu serve` on a free port. */
export async function startServer(
  page: string,
  out: string,
  files: readonly string[] = ['scenarios/sanmenxia.yaml'],
): Promise<WhatIfServer> {
  const bases = openBases();
  const engine = openEngine({ out, workers: 2 });
  const explain = (error: unknown): string =>
    error instanceof InputError || error instanceof Error ? error.message : String(error);
  const app = createApp({
    page,
    token: TOKEN,
    offers: offersOf(...files),
    bases,
    out,
    lang: 'en',
    explain,
    runOne: engine.runOne,
    workbooks: workbooks('en', ['--import', 'tsx']),
  });
  const server = await listen(app, 0);
  return {
    ...server,
    bases,
    close: async () => {
      await server.close();
      await engine.close();
      await bases.close();
    },
  };
}
