import type { Localized } from '../../language/language.ts';
import { numberAt, type ReadText, readTable, textAt } from '../tables.ts';

/** A row of data/areas.csv. */
export interface Region {
  readonly code: string;
  readonly name: Localized;
  /** Name in Latin letters for files: `sanmenxia`. */
  readonly pinyin: string;
  readonly level: string;
  readonly parent: string;
  /** Code that took the place of this one after 2010; empty when it is still in use. */
  readonly successor: string;
  readonly central: boolean;
  /** County seat to prefecture seat, km; undefined where not known. */
  readonly seatKm: number | undefined;
}

const columns = ['code', 'name_zh', 'name_en', 'pinyin', 'level', 'parent', 'successor', 'central', 'seat_km'];

/** All provinces, prefectures, counties and remainders by code. */
export function readRegions(read: ReadText): ReadonlyMap<string, Region> {
  const table = readTable(read, 'areas.csv', columns);
  return new Map(
    table.rows.map((row) => {
      const code = textAt(row, 'code');
      const region: Region = {
        code,
        name: { zh: textAt(row, 'name_zh'), en: textAt(row, 'name_en') },
        pinyin: textAt(row, 'pinyin'),
        level: textAt(row, 'level'),
        parent: textAt(row, 'parent'),
        successor: textAt(row, 'successor'),
        central: textAt(row, 'central') === '1',
        seatKm: textAt(row, 'seat_km') === '' ? undefined : numberAt(table, row, 'seat_km'),
      };
      return [code, region];
    }),
  );
}
