import type { Province } from '../../fiscal/province.ts';
import type { FiscalResult } from '../../fiscal/result.ts';
import type { Localized } from '../../language/language.ts';
import { bookOf, type Prepared, preparedBy } from './book.ts';
import { writeWithHucre } from './hucre-writer.ts';
import { type DrawnMap, provinceBookOf } from './province-book.ts';
import { type TwoSides, twoSidesBookOf } from './two-sides-book.ts';

export type { DrawnMap };

/**
 * Bytes of fiscal.xlsx: every amount a live formula over the yellow coefficients and the counts of the run, with its value beside
 * it. The same result and language give the same bytes. See README.md for what a fiscal officer may change.
 */
export const writeWorkbook = (
  result: FiscalResult,
  lang: keyof Localized,
  prepared: Prepared = {},
): Promise<Uint8Array> => writeWithHucre(bookOf(result, lang, prepared));

/** Bytes of province.xlsx: one envelope over the prefectures of a province, live. */
export const writeProvince = (
  found: Province,
  results: readonly FiscalResult[],
  lang: keyof Localized,
  prepared: Prepared = {},
  maps: readonly DrawnMap[] = [],
): Promise<Uint8Array> => writeWithHucre(provinceBookOf(found, results, lang, preparedBy(prepared)[lang], maps));

/** Bytes of compared.xlsx: two runs of one place, their money side by side and paired. */
export const writeTwoSides = (sides: TwoSides, lang: keyof Localized, prepared: Prepared = {}): Promise<Uint8Array> =>
  writeWithHucre(twoSidesBookOf(sides, lang, preparedBy(prepared)[lang]));
