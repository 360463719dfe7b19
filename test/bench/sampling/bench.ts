import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReplicateResult } from '../../../src/indicator/result.ts';
import { loadModel } from '../model/load-model.ts';
import { show } from '../report.ts';
import { indicatorsOf, type Measured } from './indicators.ts';
import { samplingTable } from './table.ts';

const RATES = [0.01, 0.05, 0.1, 0.25] as const;
const file = fileURLToPath(new URL('../sampling.md', import.meta.url));

/** Indicators of one city: at full scale, and the errors of samples by rate; one entry a draw. */
export interface CityErrors {
  readonly city: string;
  readonly year: number;
  readonly full: readonly Measured[];
  /** Sample minus full scale, same replicate. */
  readonly errors: readonly { readonly rate: number; readonly byDraw: readonly Measured[] }[];
}

/**
 * What a sample changes: for each draw another sample of the same base population is run through the replicate of that number,
 * and compared with the whole population in the same replicate, where everybody has the same luck. Writes sampling.md.
 * @param which a city of scenarios/, or `all`
 */
export async function benchSampling(which: string, years: number, draws: number): Promise<void> {
  if (draws < 2) throw new Error(`an error needs at least 2 draws, got ${draws}`);
  const cities = which === 'all' ? scenarioCities() : [which];
  const measured: CityErrors[] = [];
  for (const city of cities) measured.push(await measureCity(city, years, draws));
  writeFileSync(file, samplingTable(measured, years, draws));
  show('written', path.relative('', file));
}

const scenarioCities = (): string[] =>
  readdirSync('scenarios')
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.replace('.yaml', ''))
    .sort();

async function measureCity(city: string, years: number, draws: number): Promise<CityErrors> {
  const model = await loadModel('.', city, years);
  const whole = model.makeBase();
  const lastYear = (result: ReplicateResult): Measured => indicatorsOf(result, model.baseYear + years);
  let workspace = model.workspaceOf(whole);
  const full: Measured[] = [];
  for (let draw = 1; draw <= draws; draw++) {
    show(`${city}, full scale`, `replicate ${draw} of ${draws}`);
    full.push(lastYear(model.replicate({ base: whole, workspace, replicate: draw })));
  }
  const errors = RATES.map((rate) => {
    show(city, `${100 * rate} %`);
    const byDraw = full.map((truth, d) => {
      const base = model.sample(whole, rate, `sample ${d + 1}`);
      workspace = model.workspaceOf(base);
      const sampled = lastYear(model.replicate({ base, workspace, replicate: d + 1, weight: 1 / rate }));
      return Object.fromEntries(Object.entries(sampled).map(([name, value]) => [name, value - truth[name]]));
    });
    return { rate, byDraw };
  });
  return { city, year: model.baseYear + years, full, errors };
}
