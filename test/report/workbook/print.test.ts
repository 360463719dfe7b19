import * as XLSX from '@e965/xlsx';
import { expect, test } from 'vitest';
import { bookOf } from '../../../src/report/workbook/book.ts';
import { writeWorkbook } from '../../../src/report/workbook/index.ts';
import { inventedResult } from './fixture.ts';

/** Years enough for every table of years to go over two sheets of paper. */
const result = inventedResult({ areas: 2, years: 15, replicates: 2 });

test('what stays in sight on the screen is repeated on every page of paper', async () => {
  const book = bookOf(result, 'zh');
  const read = XLSX.read(await writeWorkbook(result, 'zh'), { bookVBA: false });
  const titles = new Map(
    read
      .Workbook!.Names!.filter(({ Name }) => Name === '_xlnm.Print_Titles')
      .map(({ Sheet, Ref }) => [read.SheetNames[Sheet!], Ref]),
  );
  const frozen = book.sheets.filter((sheet) => sheet.frozen.columns > 0);
  expect(frozen.length).toBeGreaterThan(10);
  for (const { name, frozen: kept, page } of frozen) {
    const [, last] = /\$A:\$([A-Z])/.exec(titles.get(name) ?? '') ?? [];
    expect(XLSX.utils.decode_col(last ?? 'A') + 1, name).toBe(Math.max(kept.columns, page.titleColumns));
    expect(titles.get(name), name).toContain('$A:$');
    if (page.titleRow !== null) expect(titles.get(name), name).toContain(`$1:$${page.titleRow + 1}`);
  }
});
