import { expect, test } from 'vitest';
import { awardForms } from '../../src/fiscal/index.ts';
import { languages } from '../../src/language/language.ts';
import { fiscalCharts } from '../../src/report/fiscal/charts.ts';
import { budgetLines, formNames } from '../../src/report/fiscal/labels.ts';
import { inventedResult } from './workbook/fixture.ts';

const result = inventedResult({ areas: 2, years: 6, replicates: 3 });

interface Point {
  readonly year: number;
  readonly name: string;
  readonly yuan: number;
}

test.each(languages)('the award stands beside the net cost of settling in every year of the run (%s)', (lang) => {
  const { data } = fiscalCharts['award-against-cost'](result, lang) as unknown as {
    readonly data: { readonly values: readonly Point[] };
  };
  const line = (name: string) => data.values.filter((point) => point.name === name);
  for (const form of awardForms) {
    const shown = line(formNames[form][lang]);
    expect(shown.map(({ year }) => year)).toEqual(result.years);
    for (const { year, yuan } of shown) {
      const amounts = result.award.amounts.filter(
        (row) => row.form === form && row.area === 'city' && row.year === year && row.part !== 'children',
      );
      const ofChildren = result.award.amounts.find(
        (row) => row.form === form && row.area === 'city' && row.year === year && row.part === 'children',
      )!;
      // the province's own is given on both parts alike: a tenth of each
      expect(yuan).toBeCloseTo(amounts.reduce((sum, row) => sum + row.yuan, 0) - 0.1 * ofChildren.yuan, 2);
    }
  }
  const net = line(budgetLines.net[lang]);
  expect(net.map(({ year }) => year)).toEqual(result.years);
  const first = result.ledger.find(
    ({ area, level, year }) => area === 'city' && level === 'local' && year === result.years[0],
  )!;
  expect(net[0].yuan).toBeGreaterThanOrEqual(first.netYuan);
});
