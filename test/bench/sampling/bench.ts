import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReplicateResult } from '../../../src/indicator/result.ts';
import { loadModel } from '../model/load-model.ts';
import { show } from '../report.ts';
import { indicatorsOf, type Measured } from './indicators.ts';
import { samplingTable } from './table.ts';

const RATES = [0.01, 0.05] as const;
/** Replicates at full scale: samples share their numbers, and so their parameters, in turn. */
const FULL = 4;
const file = fileURLToPath(new URL('../sampling.md', import.meta.url));

/** Indicators of one city: at full scale, one entry a replicate, and the errors of samples by rate, one a draw. */
export interface CityErrors {
  readonly city: string;
  readonly year: number;
  readonly full: readonly Measured[];
  /** Sample minus full scale, replicates of one number. */
  readonly errors: readonly { readonly rate: number; readonly byDraw: readonly Measured[] }[];
}

/**
 * What a sample changes: for each draw another sample of the city runs through a replicate, and is compared with the whole city in
 * the replicate of that number, which has the same parameters. Writes sampling.md.
 * @param which a city of scenarios/, several with commas, or `all`
 */
export async function benchSampling(which: string, years: number, draws: number): Promise<void> {
  if (draws < 2) throw new Error(`an error needs at least 2 draws, got ${draws}`);
  const cities = which === 'all' ? scenarioCities() : which.split(',');
  const measured: CityErrors[] = [];
  for (const city of cities) measured.push(await measureCity(city, years, draws));
  writeFileSync(file, samplingTable(measured, which, years, draws));
  show('written', path.relative('', file));
}

const scenarioCities = (): string[] =>
  readdirSync('scenarios')
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.replace('.yaml', ''))
    .sort();

async function measureCity(city: string, years: number, draws: number): Promise<CityErrors> {
  const model = await loadModel('.', city, years, 'prior');
  const whole = model.makeBase();
  const lastYear = (result: ReplicateResult): Measured => indicatorsOf(result, model.baseYear + years);
  let workspace = model.workspaceOf(whole);
  const full: Measured[] = [];
  for (let replicate = 0; replicate < FULL; replicate++) {
    show(`${city}, full scale`, `replicate ${replicate + 1} of ${FULL}`);
    full.push(lastYear(model.replicate({ base: whole, workspace, replicate })));
  }
  const errors = RATES.map((rate) => {
    show(city, `${100 * rate} %`);
    const byDraw = Array.from({ length: draws }, (_, draw) => {
      const truth = full[draw % FULL];
      const base = model.makeBase(rate, draw);
      workspace = model.workspaceOf(base);
      const sampled = lastYear(model.replicate({ base, workspace, replicate: draw % FULL, weight: 1 / rate }));
      return Object.fromEntries(Object.entries(sampled).map(([name, value]) => [name, value - truth[name]]));
    });
    return { rate, byDraw };
  });
  return { city, year: model.baseYear + years, full, errors };
}
