import { expect, it } from 'vitest';
import { fiscalBases } from '../../src/fiscal/fiscal-bases.ts';
import { documentOf } from '../policy/documents.ts';

const documents = ['qingyang-2022', 'sanmenxia-2019'].map(documentOf);

const row = (year: number, indicator: string, mean: number, area = 'city') => ({ area, year, indicator, mean });
const indicators = [
  row(2021, 'award_settlers', 10),
  row(2022, 'award_settlers', 20),
  row(2023, 'award_settlers', 30),
  row(2023, 'award_settlers', 1000, '621002'),
  row(2020, 'permits_issued', Number.NaN),
  row(2022, 'permits_issued', 5),
  row(2023, 'permits_issued', 7),
  row(2022, 'resident_population', 2_000_000),
  row(2023, 'resident_population', 1_990_000),
];

it('counts the settled and, where the local rule says so, the permits, from the year of the document', () => {
  const bases = fiscalBases(documents, ['sanmenxia-2019'], indicators);
  expect(bases).toEqual([
    {
      document: 'qingyang-2022',
      clause: '2.6.fiscal',
      subject: 'award-fund',
      counts: 'settled',
      from: 2022,
      persons: 50,
    },
    {
      document: 'qingyang-2022',
      clause: '2.6.fiscal',
      subject: 'award-fund',
      counts: 'permits',
      from: 2022,
      persons: 12,
    },
  ]);
});

it('takes residents at the end, and nothing of a clause taken out', () => {
  const bases = fiscalBases(documents, ['qingyang-2022:2.6.fiscal'], indicators);
  expect(bases.map(({ document }) => document)).not.toContain('qingyang-2022');
  expect(bases.find(({ counts }) => counts === 'residents')?.persons).toBe(1_990_000);
  expect(bases.find(({ subject }) => subject === 'construction-land')?.persons).toBe(60);
});
