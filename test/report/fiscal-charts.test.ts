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

test.each(languages)('the award stands beside what settling adds in every year of the run, as means (%s)', (lang) => {
  const { layer } = fiscalCharts['award-against-cost'](result, lang) as unknown as {
    readonly layer: readonly { readonly data: { readonly values: readonly Point[] } }[];
  };
  const points = layer[1].data.values;
  const line = (name: string) => points.filter((point) => point.name === name);
  for (const form of awardForms) {
    const shown = line(formNames[form][lang]);
    expect(shown.map(({ year }) => year)).toEqual(result.years);
    for (const { year, yuan } of shown) {
      const amounts = result.award.amounts.filter(
        (row) => row.form === form && row.area === 'city' && row.year === year,
      );
      expect(yuan).toBeCloseTo(
        amounts.reduce((sum, row) => sum + row.yuan, 0),
        2,
      );
    }
  }
  const added = line(budgetLines.added[lang]);
  expect(added.map(({ year }) => year)).toEqual(result.years);
  const first = result.ledger.find(({ area, year }) => area === 'city' && year === result.years[0])!;
  expect(added[0].yuan).toBeGreaterThanOrEqual(first.arrivalYuan);
});
