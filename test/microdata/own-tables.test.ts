import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { compileTable } from '../../src/people/table/compile-table.ts';
import { tableCard } from '../../src/people/table/describe-table.ts';
import { cardWords, cellName, cellsOf } from '../../src/people/table/table-card.ts';
import { ownTable, packTable } from '../../src/report/page/own-table.ts';
import { reportPage } from '../../src/report/page/page.ts';
import { pairedDifferences } from '../../src/report/paired-differences.ts';
import { readOwnTables } from '../../src/report/read/read-own-tables.ts';
import { filesOfTable, rowsByCell } from '../../src/result/own-tables.ts';
import { summarize } from '../../src/result/summary.ts';
import { InputError } from '../../src/scenario/errors.ts';
import type { TableFile } from '../../src/scenario/table-shape.ts';
import { hostile, runTold, sourceOf } from '../report/page/run-told.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'luohu-own-'));
afterAll(() => rmSync(folder, { recursive: true }));

const areas = ['150202', '150203'].map((code) => ({ code, name: { zh: code, en: code }, central: false }));
const REPLICATES = [100, 120, 140, 160];

/** A table of a made-up run in a folder: in each area and year `value` of the cell, plus 20 a replicate. */
function written(name: string, file: TableFile, value: (area: string, year: number, cell: number) => number): string {
  const { table } = compileTable('t', file, { areas, routes: [] });
  const place = path.join(folder, name);
  mkdirSync(path.join(place, 'tables'), { recursive: true });
  const rows = table!.cells.flatMap(({ name: indicator }, n) =>
    ['city', ...areas.map(({ code }) => code)].flatMap((area) =>
      [2030, 2035].map((year) => ({
        ...{ area, year, indicator, unit: table!.unit },
        ...summarize(REPLICATES.map((more) => value(area, year, n) + more)),
      })),
    ),
  );
  for (const [to, text] of Object.entries(filesOfTable('s', table!, rowsByCell([table!], rows))))
    writeFileSync(path.join(place, to), text);
  return place;
}

const bySex: TableFile = {
  title: { zh: '按性别', en: 'By sex' },
  population: 'events',
  filter: 'event == settlement',
  rows: ['sex'],
};

it('a table is read again as it was written, with its words, its areas and its years', () => {
  const [table] = readOwnTables(written('read', bySex, (_, year, cell) => (year - 2030) * 1000 + cell));
  expect(table.years).toEqual([2030, 2035]);
  expect(table.areas).toEqual(['city', '150202', '150203']);
  expect(table.at('150203', 2035, 1)).toMatchObject({ mean: 5131, withheld: false });
  expect(cardWords(table.card)).toEqual({
    zh: '事件，计数，条件 event == settlement；地区为计入地',
    en: 'Count of events for whom event == settlement; areas are told by area counted in',
  });
});

it('says of a share and of a quantile what is measured', () => {
  const said = (file: TableFile) => cardWords(tableCard(compileTable('t', file, { areas, routes: [] }).table!)).en;
  expect(said({ measure: { share: 'age >= 60' } })).toMatch(/^Per cent with age >= 60, of persons;/);
  expect(said({ population: 'households', measure: { quantile: 'land_mu', at: 0.5 } })).toMatch(
    /^Quantile of land_mu, 0\.5, of households;/,
  );
});

it('what was changed of a table is told with its place', () => {
  const told = (place: string): string[] => {
    try {
      readOwnTables(place);
    } catch (error) {
      if (error instanceof InputError)
        return error.issues.map(({ file, message }) => `${path.relative(folder, file!)} ${message}`);
    }
    return [];
  };
  const card = written('card', bySex, () => 0);
  writeFileSync(path.join(card, 'tables/t.json'), '{"name": "t"}');
  expect(told(card)).toEqual(['card/tables/t.json must be what luohu wrote of a table, got a broken or changed file']);
  const gone = written('gone', bySex, () => 0);
  rmSync(path.join(gone, 'tables/t.csv'));
  expect(told(gone)).toEqual(['gone/tables/t.csv must be a file of the result folder, got nothing']);
  const other = written('other', bySex, () => 0);
  const csv = path.join(other, 'tables/t.csv');
  writeFileSync(csv, readFileSync(csv, 'utf8').replace(',male,', ',neither,'));
  expect(told(other)).toEqual([
    'other/tables/t.csv must have categories that what is said of the table (.json) lists, got others',
  ]);
  expect(readOwnTables(path.join(folder, 'nowhere'))).toEqual([]);
});

it('the page shows the area and year chosen, and withholds what the guard does', () => {
  const [table] = readOwnTables(
    written('guard', { ...bySex, guard: 200 }, (area, _, cell) => (area === '150202' && cell === 0 ? 0 : 900)),
  );
  const packed = packTable(table);
  const shown = (code: string, year: number | null) =>
    ownTable(packed, { code, name: { zh: code, en: code } }, year).text.replace(/<[^>]*>/g, ' ');
  expect(shown('150202', null)).toMatch(/150202, 2035, events[\s\S]*male +…[\s\S]*female +1,030/);
  expect(shown('150203', 2033)).toMatch(/150203, 2030, events[\s\S]*male +…[\s\S]*female +1,030/);
  expect(shown('150204', null)).toMatch(/Nothing was counted for this area/);
});

it('stands in the page of a run, and in that of two runs as differences by replicate', () => {
  const of = (name: string, shift: number) => {
    const tables = readOwnTables(written(name, bySex, (_, year, cell) => year + cell + shift));
    const cells = cellsOf(tables[0].card.groups).map((labels, n) => {
      const years = (more: number) => new Map([2030, 2035].map((year) => [year, year + n + shift + more] as const));
      const values = new Map(REPLICATES.map((more, r) => [r, years(more)]));
      return [cellName(tables[0].card, [labels[0].name]), values] as const;
    });
    const run = runTold();
    return { ...run, ownTables: tables, replicates: new Map([...run.replicates, ...cells]) };
  };
  const [base, more] = [of('base', 0), of('more', 7)];
  /** Words of a section of the page. */
  const section = (page: string, id: string) => {
    const from = page.indexOf(`<section id="${id}"`);
    const words = page.slice(from, page.indexOf('</section>', from)).replace(/<[^>]*>/g, ' ');
    return from < 0 ? '' : words.replace(/\s+/g, ' ');
  };
  const one = section(reportPage([sourceOf(base)], 'en', ''), 'tables');
  expect(one).toMatch(/Whole city, 2035, events: mean ± standard error/);
  expect(one).toMatch(/male 2,170 2,170 ± 13 13/);
  const two = section(reportPage([sourceOf(base), sourceOf(more, 'out/other')], 'en', ''), 'compare');
  expect(two).toMatch(/By sex.*2035: .* less the first run, replicate by replicate.* male \+7\.00 ± 0\.00/);
  const found = pairedDifferences(base, more)!.find((row) => row.indicator.startsWith('table.') && row.year === 2035);
  expect(found).toMatchObject({ mean: 7, mcse: 0 });
  expect(section(reportPage([sourceOf(runTold())], 'en', ''), 'tables')).toBe('');
});

it('words that would do harm are text', () => {
  const title = { zh: hostile.join(' '), en: hostile.join(' ') };
  const tables = readOwnTables(written('hostile', { ...bySex, title }, () => 1));
  const page = reportPage([sourceOf({ ...runTold(), ownTables: tables })], 'zh', '');
  expect(page.match(/<script/g)).toHaveLength(2);
  expect(page).not.toMatch(/<img|<iframe/);
  expect(existsSync(path.join(folder, 'hostile/tables/t.json'))).toBe(true);
});
