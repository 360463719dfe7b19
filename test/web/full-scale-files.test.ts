import path from 'node:path';
import { expect, it } from 'vitest';
import type { FinishedRun } from '../../src/result/run-scenario.ts';
import { type FullScaleRun, resultFile } from '../../src/web/server/full-scale.ts';

const side = (folder: string, files: readonly string[]): FinishedRun =>
  ({ folder, manifest: { files: files.map((file) => ({ path: file, sha256: '' })) } }) as unknown as FinishedRun;

const run: FullScaleRun = {
  id: '1',
  last: { kind: 'stopped' },
  watchers: new Set(),
  stop: () => {},
  sides: {
    base: side('out/a', ['indicators.csv', 'tables/settlers.csv', 'tables/settlers.json', 'microdata/persons.parquet']),
    alternative: side('out/b', ['indicators.csv']),
  },
};

it("offers the files of every run, and the tables of one's own a run has", () => {
  expect(resultFile(run, 'base', 'indicators.csv')).toBe(path.join('out/a', 'indicators.csv'));
  expect(resultFile(run, 'base', 'table.settlers.csv')).toBe(path.join('out/a', 'tables', 'settlers.csv'));
  expect(resultFile(run, 'alternative', 'table.settlers.csv')).toBeNull();
});

it('offers nothing else, and nothing before the run is done', () => {
  for (const name of [
    'table.settlers.json',
    'table.../indicators.csv',
    'tables/settlers.csv',
    'persons.parquet',
    '../a',
  ])
    expect(resultFile(run, 'base', name)).toBeNull();
  expect(resultFile(run, 'neither', 'indicators.csv')).toBeNull();
  expect(resultFile({ ...run, sides: null }, 'base', 'indicators.csv')).toBeNull();
});
