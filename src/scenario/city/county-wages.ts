import { type AreaCensus, INDUSTRIES } from '../city-data.ts';
import { numberAt, type ReadText, readTable, textAt } from '../tables.ts';

type Working = Pick<AreaCensus, 'population' | 'work'>;

/**
 * What somebody who comes for work may earn in each area over the mean of the place: no table has a county's wage, so the nation's monthly
 * incomes of migrant workers by industry are weighted by who works in those industries there. Derived; the mean over all who do is 1.
 */
export function countyWages(read: ReadText, areas: readonly Working[]): number[] {
  const table = readTable(read, 'industry-income.csv', ['industry', 'yuan_per_month']);
  const paid = table.rows.map((row) => ({
    industry: (INDUSTRIES as readonly string[]).indexOf(textAt(row, 'industry')),
    income: numberAt(table, row, 'yuan_per_month'),
  }));
  const workers = areas.map(({ population, work }) =>
    paid.map(({ industry }) => population * work.employed * work.industry[industry]),
  );
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  const earned = workers.map((persons) => sum(persons.map((count, n) => count * paid[n].income)));
  const all = workers.map(sum);
  const mean = sum(earned) / sum(all);
  return areas.map((_, a) => (all[a] > 0 && mean > 0 ? earned[a] / all[a] / mean : 1));
}
