import { expect, test } from 'vitest';
import { fiscal } from '../../../src/fiscal/index.ts';
import { writeWorkbook } from '../../../src/report/workbook/index.ts';
import { readEstimates } from '../../../src/result/read-estimates.ts';
import { readData } from '../../../src/scenario/read-data.ts';
import { coefficientsWith, smallCounts } from '../../fiscal/fixture.ts';

test('of a run in which nobody settled there is a workbook that says so, with nothing of ours beside a yearly estimate', async () => {
  const counts = smallCounts();
  const nobody = counts.means.map((row) => (/settled/.test(row.indicator) ? { ...row, mean: 0 } : row));
  const result = fiscal({ ...counts, means: nobody }, coefficientsWith(), readEstimates(readData));
  expect(result.perPerson).toEqual([]);
  expect(result.comparison.length).toBeGreaterThan(0);
  const yearly = result.comparison.filter(({ basis }) => basis === 'yearly');
  expect(yearly.length).toBeGreaterThan(0);
  expect(yearly.every(({ ours }) => ours === null)).toBe(true);
  expect((await writeWorkbook(result, 'en')).length).toBeGreaterThan(1000);
});
