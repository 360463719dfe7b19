import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from '../../../run/hash.ts';
import { InputError, type Issue, said } from '../../../scenario/errors.ts';
import { numberAt, readTable, textAt } from '../../../scenario/tables.ts';
import { type SealedRow, type SealManifest, sealedColumns } from './sealed-forecast.ts';

export interface SealedForecast {
  readonly manifest: SealManifest;
  readonly rows: readonly SealedRow[];
}

/**
 * The sealed forecasts of a folder, in order of their names; none where the folder does not exist.
 * @throws InputError with a line for every table that is missing or no longer has the hash of its manifest, and for every
 *   manifest that is none
 */
export function readSealed(folder: string): SealedForecast[] {
  const issues: Issue[] = [];
  const sealed = manifestsIn(folder).flatMap((file): SealedForecast[] => {
    const manifest = manifestOf(file);
    if (manifest === null) {
      issues.push({ file, ...said(notAManifest) });
      return [];
    }
    const place = path.join(folder, `${manifest.id}.csv`);
    const text = textOf(place);
    const hash = text === null ? null : sha256(text);
    if (hash !== manifest.sha256) {
      issues.push({ file: place, ...said(brokenSeal(manifest, hash)) });
      return [];
    }
    return [{ manifest, rows: rowsOf(manifest.id, text!) }];
  });
  if (issues.length > 0) throw new InputError(issues);
  return sealed;
}

function manifestsIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => path.join(folder, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function manifestOf(file: string): SealManifest | null {
  try {
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Partial<SealManifest> | null;
    return manifest?.id && manifest.sha256 && manifest.scenario && manifest.date ? (manifest as SealManifest) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const notAManifest = {
  zh: '应为 luohu backtest --seal 写下的说明，实际不是',
  en: 'must be a manifest written by luohu backtest --seal, got something else',
};

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function brokenSeal({ sha256, date }: SealManifest, found: string | null) {
  const short = sha256.slice(0, 12);
  if (found === null) {
    return {
      zh: `应为 ${date} 封存的预测（sha256 ${short}），实际不存在`,
      en: `must be the forecast sealed on ${date} (sha256 ${short}), got nothing there`,
    };
  }
  return {
    zh: `应与 ${date} 封存时相同（sha256 ${short}），实际为 ${found.slice(0, 12)}：封存后被改动`,
    en: `must be as sealed on ${date} (sha256 ${short}), got ${found.slice(0, 12)}: it was changed since`,
  };
}

function rowsOf(id: string, text: string): SealedRow[] {
  const table = readTable(() => text, `forecasts/${id}.csv`, sealedColumns);
  return table.rows.map((row) => {
    const number = (column: string): number => numberAt(table, row, column);
    return {
      indicator: textAt(row, 'indicator'),
      area: textAt(row, 'area'),
      year: number('year'),
      mean: number('mean'),
      p05: number('p05'),
      p25: number('p25'),
      p50: number('p50'),
      p75: number('p75'),
      p95: number('p95'),
    };
  });
}
