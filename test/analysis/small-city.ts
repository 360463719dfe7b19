import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Inputs, loadInputs } from '../../src/run/load-inputs.ts';

/** A folder of its own with `alxa.yaml`: the smallest prefecture under the document of Chifeng. */
export function smallCity(): { readonly folder: string; readonly file: string } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'luohu-small-'));
  const file = path.join(folder, 'alxa.yaml');
  const text = readFileSync('scenarios/chifeng.yaml', 'utf8')
    .replace('id: chifeng', 'id: alxa')
    .replace('"150400"', '"152900"');
  writeFileSync(file, text);
  return { folder, file };
}

/** A variation of it in a folder beside: what it says besides `extends`. */
export function variation(folder: string, name: string, text: string): string {
  const file = path.join(folder, `${name}.yaml`);
  writeFileSync(
    file,
    `extends: alxa.yaml\ntitle: {zh: ${name}, en: ${name}}\nquestion: {zh: ${name}？, en: ${name}?}\n${text}\n`,
  );
  return file;
}

export const inputsOf = (scenario: string, replicates: number, to: number, sample = 0.1): Inputs =>
  loadInputs({ scenario, overrides: { replicates, to }, sample }, 'en');
