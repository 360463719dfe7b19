import type { FiscalResult } from '../../fiscal/result.ts';
import type { Localized } from '../../language/language.ts';
import { bookOf } from './book.ts';
import { writeWithHucre } from './hucre-writer.ts';

/**
 * Bytes of fiscal.xlsx: every amount a live formula over the yellow coefficients and the counts of the run, with its value beside
 * it. The same result and language give the same bytes. See README.md for what a fiscal officer may change.
 */
export const writeWorkbook = (result: FiscalResult, lang: keyof Localized): Promise<Uint8Array> =>
  writeWithHucre(bookOf(result, lang));
