import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Workbook } from '../../web/server/app.ts';
import type { Language } from '../messages.ts';
import { serveMessages } from './messages.ts';

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const beside = (file: string): string => fileURLToPath(new URL(`../${file}.${extension}`, import.meta.url));

/** Workbooks by `luohu fiscal`, called as a user would, where this version has the command. */
export const workbook = (lang: Language): Workbook => ({
  available: async () => existsSync(beside('fiscal/command')),
  make: async (folder) => {
    await call(['fiscal', folder, '--lang', lang], lang);
    return madeIn(folder);
  },
});

/** The workbooks in a result folder; the tables behind them where there is none. */
function madeIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const books = files.filter((name) => name.endsWith('.xlsx'));
  const tables = files.filter((name) => /^fiscal[\\/][^\\/]+\.csv$/.test(name));
  return (books.length > 0 ? books : tables).sort().map((name) => path.join(folder, name));
}

/** Calls this command line; throws with the last line it says when it fails. */
function call(args: readonly string[], lang: Language): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...process.execArgv, beside('main'), ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-10_000);
    });
    child.on('error', reject);
    child.on('close', (status) => {
      if (status === 0) resolve();
      else reject(new Error(serveMessages.fiscalFailed(said.trim().split('\n').at(-1) ?? String(status))[lang]));
    });
  });
}
