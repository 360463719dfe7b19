import { type CountyParameterName, countyParameterNames } from './county-parameters.ts';
import type { Finding, Path, Source } from './finding.ts';
import type { FiscalValues } from './fiscal-values.ts';
import { type ParameterName, parameterNames } from './parameters.ts';
import type { AddedClause } from './scenario.ts';
import type { ScenarioFile, WrittenValue } from './schema.ts';
import type { TableFile } from './table-shape.ts';

/** A value and where it was written. */
export interface Given<T> {
  readonly value: T;
  readonly source: Source;
  readonly path: Path;
}

/** Keys of which a variation's value takes the place of its parent's. */
export const replacedKeys = [
  'title',
  'question',
  'city',
  'baseYear',
  'endYear',
  'seed',
  'replicates',
  'documents',
  'uncertainty',
  'definition',
  'structure',
  'observations',
  'calibration',
  'uncalibrated',
] as const;
export type ReplacedKey = (typeof replacedKeys)[number];

/** A file and all it extends, the later word taking the place of the earlier; keys nobody gave are absent. */
export type Merged = { [K in ReplacedKey]?: Given<NonNullable<ScenarioFile[K]>> } & {
  readonly without: Given<string>[];
  readonly add: Given<AddedClause>[];
  readonly readings: Map<string, Given<string>>;
  readonly fiscal: Map<string, Given<FiscalValues[string]>>;
  readonly tables: Map<string, Given<TableFile>>;
  readonly parameters: Map<ParameterName, Given<WrittenValue | readonly WrittenValue[]>>;
  /** Values of single counties, by `code parameter`. */
  readonly counties: Map<`${string} ${CountyParameterName}`, Given<WrittenValue | readonly WrittenValue[]>>;
  /** Parameters set by a file above the one that names the calibration: a variation's own values stand. */
  readonly setAbove: Set<ParameterName>;
};

/** One file with what was found wrong in it; wrong keys are left out of the merge. */
export interface Layer {
  readonly source: Source;
  readonly findings: readonly Finding[];
}

/**
 * Lays the files over each other, the first on top: values replace, parameters and those of single counties replace one by one, and the changes to
 * the law add up.
 */
export function merge(layers: readonly Layer[]): Merged {
  const merged: Merged = {
    without: [],
    add: [],
    readings: new Map(),
    fiscal: new Map(),
    tables: new Map(),
    parameters: new Map(),
    counties: new Map(),
    setAbove: new Set(),
  };
  for (const { source, findings } of [...layers].reverse()) {
    const sound = soundKeys(source, findings);
    const file = source.value as ScenarioFile;
    const give = <T>(value: T, ...path: Path): Given<T> => ({ value, source, path });
    for (const key of replacedKeys) {
      if (sound(key)) Object.assign(merged, { [key]: give(file[key], key) });
    }
    if (sound('policy')) {
      file.policy?.without?.forEach((entry, i) => {
        if (merged.without.every(({ value }) => value !== entry))
          merged.without.push(give(entry, 'policy', 'without', i));
      });
      file.policy?.add?.forEach((entry, i) => {
        merged.add.push(give(entry, 'policy', 'add', i));
      });
      for (const [clause, reading] of Object.entries(file.policy?.readings ?? {})) {
        merged.readings.set(clause, give(reading, 'policy', 'readings', clause));
      }
    }
    for (const [id, entry] of Object.entries(file.fiscal ?? {})) {
      if (sound('fiscal', id)) merged.fiscal.set(id, give(entry, 'fiscal', id));
    }
    for (const [name, table] of Object.entries(file.tables ?? {})) {
      if (sound('tables', name)) merged.tables.set(name, give(table, 'tables', name));
    }
    for (const name of parameterNames) {
      const setting = sound('parameters', name) ? file.parameters?.[name] : undefined;
      if (setting === undefined) continue;
      merged.parameters.set(name, give(setting, 'parameters', name));
      merged.setAbove.add(name);
    }
    for (const [code, own] of Object.entries(file.counties ?? {})) {
      for (const name of countyParameterNames) {
        const setting = sound('counties', code, name) ? own[name] : undefined;
        if (setting !== undefined) merged.counties.set(`${code} ${name}`, give(setting, 'counties', code, name));
      }
    }
    if (sound('calibration')) merged.setAbove.clear();
  }
  return merged;
}

/** Whether a key was given and nothing is wrong at it or under it. */
function soundKeys(source: Source, findings: readonly Finding[]): (...path: string[]) => boolean {
  return (...path) => {
    const [top] = path;
    if (top === undefined || !Object.hasOwn(source.value, top)) return false;
    return !findings.some((found) => found.path.every((step, depth) => depth >= path.length || step === path[depth]));
  };
}
