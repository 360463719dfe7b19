import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadModel } from '../model/load-model.ts';
import { keep, show } from '../report.ts';
import { spread } from '../spread.ts';

/** What one size took. */
export interface Size {
  readonly persons: number;
  readonly personYears: number;
  readonly seconds: readonly number[];
  /** Most memory the process held. */
  readonly peakBytes: number;
}

const YEARS = 15;
/** Sample of the city that one copy is made of: about a million person-years of Sanmenxia. */
const SAMPLE = 0.03;
const script = fileURLToPath(new URL('measure.ts', import.meta.url));

/**
 * Cost of a person-year from one copy of a small population up to so many million person-years, each size three times the last
 * and in a process of its own. All sizes hold the same people, so that only size differs.
 */
export async function benchLinear(city: string, million: number): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'luohu-linear-'));
  try {
    const model = await loadModel('.', city, YEARS);
    const base = model.makeBase(SAMPLE);
    for (const [name, buffer] of Object.entries(model.share(base))) {
      writeFileSync(path.join(folder, name), new Uint8Array(buffer as SharedArrayBuffer));
    }
    const most = Math.max(1, Math.round((million * 1e6) / (base.persons.rows * YEARS)));
    show('one copy', `${base.persons.rows} persons, ${YEARS} years`);
    const sizes: Size[] = [];
    for (const copies of copyCounts(most)) {
      const size = measure(folder, city, copies);
      sizes.push(size);
      const nanoseconds = (spread(size.seconds).median / size.personYears) * 1e9;
      show(
        `${(size.personYears / 1e6).toFixed(1)} million person-years`,
        `${nanoseconds.toFixed(0)} ns each, ${(size.persons / 1e6).toFixed(2)} million persons, peak ${(size.peakBytes / 1e6).toFixed(0)} MB`,
      );
    }
    const [least, largest] = [sizes[0], sizes.at(-1)!].map((size) => spread(size.seconds).median / size.personYears);
    show('largest / smallest, per person-year', (largest / least).toFixed(2));
    keep('linear', { city, years: YEARS, sizes });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** 1, 3, 9, ... up to the most, which is always last. */
function copyCounts(most: number): number[] {
  const counts: number[] = [];
  for (let copies = 1; copies < most / 1.5; copies *= 3) counts.push(copies);
  return [...counts, most];
}

/** Small sizes three times, large ones once. */
function measure(folder: string, city: string, copies: number): Size {
  const rounds = copies < 10 ? 3 : 1;
  const args = [folder, city, YEARS, copies, rounds].map(String);
  return JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', script, ...args], { encoding: 'utf8' })) as Size;
}
