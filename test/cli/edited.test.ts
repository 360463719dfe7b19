import { copyFileSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { smallScenario } from '../support/small-scenario.ts';
import { luohu } from './luohu.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let out: string;
let folder: string;
const scenario = smallScenario();
const run = () =>
  luohu(['run', scenario, '--replicates', '2', '--sample', '0.05', '--to', '2022', '--out', out, '--lang', 'zh']);

beforeAll(() => {
  out = mkdtempSync(path.join(os.tmpdir(), 'luohu-edited-'));
  const { status, stderr } = run();
  expect(status, stderr).toBe(0);
  folder = path.join(out, readdirSync(out).find((name) => name.startsWith('small-'))!);
});

const files = (place: string): string[] =>
  readdirSync(path.join(folder, place)).filter(
    (name) => !name.startsWith('.') && /^(brief|fiscal|report|indic|tables|mine)/.test(name),
  );
/** A file somebody has worked in since: the same name, other bytes. */
const edit = (file: string, words: string): void => writeFileSync(path.join(folder, file), words);
const text = (file: string): string => readFileSync(path.join(folder, file), 'utf8');

describe.each([
  ['the briefing in Word', ['brief', '--charts', 'none'], 'brief', 'brief.docx'],
  ['the workbook', ['fiscal', '--from', '2021'], 'fiscal', 'fiscal.xlsx'],
  ['a table of the export', ['export'], 'readable', 'indicators-by-year.csv'],
  ['the tables in Excel', ['export'], 'readable', 'tables.xlsx'],
  ['the page of the report', ['report'], '.', 'report.html'],
] as const)('%s', (_, [command, ...options], place, name) => {
  const file = path.join(place, name);
  const { name: stem, ext } = path.parse(name);
  const kept = `${stem}.edited${ext}`;
  const write = (...more: string[]) => {
    const told = luohu([command, folder, ...options, '--lang', 'zh', ...more]);
    expect(told.status, told.stderr).toBe(0);
    return told.stderr;
  };

  test('that was edited is kept under another name, which is told; --force keeps no copy; other files stay', () => {
    expect(write()).not.toContain('.edited');
    const written = readFileSync(path.join(folder, file));
    copyFileSync(path.join(folder, file), path.join(folder, place, 'mine.bak'));
    const before = files(place);

    // unchanged: written over, nothing kept
    expect(write()).not.toContain('.edited');
    expect(files(place)).toEqual(before);

    const asWritten = (): boolean => {
      const now = readFileSync(path.join(folder, file));
      // a briefing says when it was made
      return name === 'brief.docx' ? now.subarray(0, 2).toString() === 'PK' : now.equals(written);
    };
    edit(file, 'what I wrote');
    expect(write()).toContain(`此前被改动过的文件留作 ${path.join(folder, place, kept)}\n`);
    expect(asWritten()).toBe(true);
    expect(text(path.join(place, kept))).toBe('what I wrote');
    expect(files(place)).toEqual([...before, kept].sort());

    edit(file, 'what I wrote next');
    expect(write('--force')).not.toContain('此前');
    expect(asWritten()).toBe(true);
    expect(text(path.join(place, kept))).toBe('what I wrote');
    expect(files(place)).toEqual([...before, kept].sort());
    expect(readFileSync(path.join(folder, place, 'mine.bak')).equals(written)).toBe(true);
  });
});

test('a run again keeps what others put into its folder and what was changed there', () => {
  edit('my notes.docx', 'notes');
  edit('readable/my table.xlsx', 'table');
  edit('readable/indicators.csv', 'worked in');
  edit('settlements.csv', 'corrected');
  edit('charts/rates.zh.svg', 'drawn over');
  const { status, stderr } = run();
  expect(status, stderr).toBe(0);
  const kept = [
    ['my notes.docx', 'notes'],
    ['readable/my table.xlsx', 'table'],
    ['readable/indicators.edited.csv', 'worked in'],
    ['settlements.edited.csv', 'corrected'],
    ['charts/rates.zh.edited.svg', 'drawn over'],
  ] as const;
  for (const [file, words] of kept) expect(text(file), file).toBe(words);
  for (const [name] of kept.slice(2)) expect(stderr).toContain(`此前被改动过的文件留作 ${path.join(folder, name)}\n`);
  expect(text('settlements.csv')).toMatch(/^scenario,year,/);
  expect(luohu(['verify', folder]).status).toBe(0);
});
