import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Language } from '../../language/language.ts';
import type { MakeWorkbooks } from '../../web/server/app.ts';
import { serveMessages } from './messages.ts';

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const main = fileURLToPath(new URL(`../main.${extension}`, import.meta.url));

/**
 * Workbooks by `luohu fiscal`, called as a user would.
 * @param node options of Node for the call
 */
export const workbooks =
  (lang: Language, node: readonly string[] = process.execArgv): MakeWorkbooks =>
  async (folder) => {
    await call([...node, main, 'fiscal', folder, '--lang', lang], lang);
    const files = readdirSync(path.join(folder, 'fiscal')).filter((name) => name.endsWith('.xlsx'));
    return files.sort().map((name) => path.join(folder, 'fiscal', name));
  };

/** Calls Node; throws with the last line it says when it fails. */
function call(args: readonly string[], lang: Language): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
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
