import { expect, test } from 'vitest';
import type { PolicyDocument } from '../../src/policy/document.ts';
import { parseDocumentFile } from '../../src/policy/load-documents.ts';
import { documentWarnings, overdueDocuments } from '../../src/run/document-warnings.ts';
import { readDocuments } from '../../src/run/read-documents.ts';
import { readData } from '../../src/scenario/read-data.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

const file = 'documents/sanmenxia-2019.yaml';
const dated = (keys: string): PolicyDocument =>
  parseDocumentFile(`${readData(file).replace(/^reviewed: .*\n/m, '')}\n${keys}\n`, file);
const scenario = {
  file: 'x.yaml',
  documents: ['national-1958', 'sanmenxia-2019'],
  endYear: 2035,
} as unknown as Scenario;
const warnings = (keys: string, changed: Partial<Scenario> = {}): string[] =>
  documentWarnings({ ...scenario, ...changed }, [dated(keys)], 'en').map(({ path, message }) => `${path} ${message}`);

test('a run beyond the day until which a document was looked at is warned of, with both days', () => {
  const keys = 'reviewed: 2026-03-01\nexpires: 2028-12-31';
  expect(warnings(keys)).toEqual([
    'documents.1 sanmenxia-2019, last reviewed on 2026-03-01, is to be reviewed by 2028-12-31, and the run goes to 2035: later years carry it on as it is',
  ]);
  expect(warnings(keys, { endYear: 2027 })).toEqual([]);
  expect(warnings(keys, { documents: ['national-1958'] })).toEqual([]);
});

test('a document without such a day warns of nothing; a day that is none is refused', () => {
  expect(warnings('reviewed: 2026-03-01')).toEqual([]);
  expect(() => dated('expires: soon')).toThrow('expires must be a date like 2024-05-23');
  expect(readDocuments(readData).length).toBeGreaterThan(0);
});

test('what should have been looked at by today is told in one line, two years after it was unless it says when', () => {
  const documents = [dated('expires: 2027-05-31')];
  const told = (today: string, of = documents) => overdueDocuments([scenario], of, today)?.en ?? null;
  expect(told('2027-05-31')).toBeNull();
  expect(told('2027-06-01')).toMatch(/ still in force as written: sanmenxia-2019 \(2027-05-31\)$/);
  const shipped = readDocuments(readData);
  expect(told('2028-12-01', shipped)).toBeNull();
  expect(told('2028-12-02', shipped)).toContain('sanmenxia-2019 (2028-12-01)');
  expect(overdueDocuments([{ documents: ['national-1958'] }], shipped, '2099-01-01')).toBeNull();
});

test('documents held against their text say when; none that is from memory or from the press does', () => {
  const documents = readDocuments(readData).filter(({ reviewed }) => reviewed !== undefined);
  expect(documents.map(({ id }) => id).sort()).toEqual(
    ['baotou-2024', 'beijing-2016', 'chifeng-2016', 'chongqing-2016', 'qingyang-2022', 'sanmenxia-2019'].sort(),
  );
  for (const { id, mark } of documents) expect(mark, id).toBe('published');
});
