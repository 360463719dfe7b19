import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Language, languages } from '../../language/language.ts';
import type { Manifest } from '../../result/manifest.ts';
import type { ChartSpec } from '../head.ts';

/** Parts of the page that are filled from what other commands made of a run. */
export type ExtraPart = 'fiscal' | 'effects' | 'scores';

/** A chart another command drew: its specification in both languages. */
export interface Extra {
  readonly part: ExtraPart;
  readonly name: string;
  /** Folder beside the run's own that it was found in, by its last name; absent where it lies in the run's. */
  readonly source?: string;
  readonly spec: Readonly<Record<Language, ChartSpec>>;
}

/**
 * Charts of a run that other commands left beside it: `fiscal/` inside its folder; analyses of the same scenario, by the same
 * version, in folders next to it (`attribute-<scenario>-..`, `backtest-..`). Nothing where there is nothing.
 */
export function readExtras(folder: string, manifest: Manifest): Extra[] {
  const parent = path.dirname(path.resolve(folder));
  const { id } = manifest.scenario;
  const beside = (prefix: string): string[] =>
    entries(parent)
      .filter((name) => name.startsWith(prefix))
      .map((name) => path.join(parent, name))
      .filter((place) => isOf(place, manifest));
  return [
    ...chartsIn(path.join(folder, 'fiscal'), 'fiscal', false),
    ...beside(`attribute-${id}-`).flatMap((place) => chartsIn(place, 'effects')),
    ...beside('backtest-').flatMap((place) => chartsIn(place, 'scores')),
  ];
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** Whether an analysis names the run's scenario among what it was asked, and was made by the same version of the package. */
function isOf(place: string, { package: { version }, scenario }: Manifest): boolean {
  try {
    const {
      package: made,
      options,
      question,
    } = JSON.parse(readFileSync(path.join(place, 'manifest.json'), 'utf8')) as {
      package?: { version?: string };
      options?: { scenarios?: { id?: string }[] };
      question?: { scenario?: string };
    };
    const named = [question?.scenario, ...(options?.scenarios ?? []).map(({ id }) => id)];
    return made?.version === version && named.includes(scenario.id);
  } catch {
    return false;
  }
}

const FILE = /^([a-z0-9-]+)\.zh\.vl\.json$/;

function chartsIn(folder: string, part: ExtraPart, beside = true): Extra[] {
  const source = beside ? { source: path.basename(folder) } : {};
  return readCharts(folder).map(({ name, spec }) => ({ part, name: `${part}-${name}`, ...source, spec }));
}

/** The charts of a folder that are there in both languages and hold their data, in the order of their names. */
export function readCharts(folder: string): Pick<Extra, 'name' | 'spec'>[] {
  return entries(path.join(folder, 'charts')).flatMap((file) => {
    const name = FILE.exec(file)?.[1];
    if (name === undefined) return [];
    const specs = languages.map((lang) => readSpec(path.join(folder, 'charts', `${name}.${lang}.vl.json`)));
    return specs.includes(null) ? [] : [{ name, spec: { zh: specs[0]!, en: specs[1]! } }];
  });
}

function readSpec(file: string): ChartSpec | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ChartSpec;
  } catch {
    return null;
  }
}
