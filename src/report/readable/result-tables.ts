import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Localized } from '../../language/language.ts';
import type { Manifest } from '../../result/manifest.ts';
import type { SettlementRow } from '../../result/merge.ts';
import { readManifest } from '../../result/verify.ts';
import { readSettlements } from '../read/read-settlements.ts';
import { numberOf, readResultTable } from '../read/read-table.ts';

/** A row of indicators.csv with its error. */
export interface Figure {
  readonly area: string;
  readonly year: number;
  readonly indicator: string;
  readonly unit: string;
  readonly mean: number;
  /** Standard error of the mean; NaN where the table has none. */
  readonly mcse: number;
  readonly p05: number;
  readonly p50: number;
  readonly p95: number;
  /** What the sample carries of it: `ok`, `few`, `scarce`, or `whole` where nothing was sampled. */
  readonly sample: string;
}

/** What dictionary.csv says of an indicator. */
interface Meaning {
  readonly name: Localized;
  readonly unit: string;
  readonly kind: string;
  readonly definition: Localized;
}

/** The tables of a result folder as they are told to readers. */
export interface ResultTables {
  readonly manifest: Manifest;
  readonly areas: readonly { readonly code: string; readonly name: Localized; readonly level: string }[];
  readonly figures: readonly Figure[];
  readonly meanings: ReadonlyMap<string, Meaning>;
  /** Persons who settled in a year by route and clause. */
  readonly settled: readonly SettlementRow[];
}

/**
 * Reads the tables of a result folder.
 * @param noResult text for the user where the folder holds no result
 * @throws InputError
 */
export async function readResultTables(
  folder: string,
  noResult: (place: string, analysis?: string) => string,
): Promise<ResultTables> {
  const manifest = await readManifest(folder, noResult);
  const texts = (row: Readonly<Record<string, string>>, name: string): Localized => ({
    zh: row[`${name}_zh`],
    en: row[`${name}_en`],
  });
  return {
    manifest,
    areas: readResultTable(folder, 'areas.csv', ['area', 'name_zh', 'name_en', 'level']).map((row) => ({
      code: row['area'],
      name: texts(row, 'name'),
      level: row['level'],
    })),
    figures: readResultTable(folder, 'indicators.csv', [...'area,year,indicator,unit,mean,p05,p50,p95'.split(',')]).map(
      (row) => ({
        area: row['area'],
        year: Number(row['year']),
        indicator: row['indicator'],
        unit: row['unit'],
        mean: numberOf(row, 'mean'),
        mcse: numberOf(row, 'mcse'),
        p05: numberOf(row, 'p05'),
        p50: numberOf(row, 'p50'),
        p95: numberOf(row, 'p95'),
        sample: row['sample'] ?? '',
      }),
    ),
    meanings: new Map(
      // results of earlier versions have no dictionary: their indicators are told by their codes
      existsSync(path.join(folder, 'dictionary.csv'))
        ? readResultTable(folder, 'dictionary.csv', ['indicator', 'name_zh', 'name_en', 'unit', 'kind']).map((row) => [
            row['indicator'],
            { name: texts(row, 'name'), unit: row['unit'], kind: row['kind'], definition: texts(row, 'definition') },
          ])
        : [],
    ),
    settled: readSettlements(folder),
  };
}
