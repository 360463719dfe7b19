import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Inputs, loadInputs } from '../../src/run/load-inputs.ts';

/** A folder of its own with a copy of the scenario of Chifeng, which is simulated in a sample of a few thousand. */
export function smallCity(): { readonly folder: string; readonly file: string } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'luohu-small-'));
  const file = path.join(folder, 'chifeng.yaml');
  writeFileSync(file, readFileSync('scenarios/chifeng.yaml', 'utf8'));
  return { folder, file };
}

/** A variation of it in a folder beside: what it says besides `extends`. */
export function variation(folder: string, name: string, text: string): string {
  const file = path.join(folder, `${name}.yaml`);
  writeFileSync(
    file,
    `extends: chifeng.yaml\ntitle: {zh: ${name}, en: ${name}}\nquestion: {zh: ${name}？, en: ${name}?}\n${text}\n`,
  );
  return file;
}

/** Share of the households: a few thousand persons. */
export const SAMPLE = 0.006;

export const inputsOf = (scenario: string, replicates: number, to: number, sample = SAMPLE): Inputs =>
  loadInputs({ scenario, overrides: { replicates, to }, sample }, 'en');
