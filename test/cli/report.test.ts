import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Called, luohu, root } from './luohu.ts';

const out = mkdtempSync(path.join(os.tmpdir(), 'luohu-report-'));
afterAll(() => rmSync(out, { recursive: true }));

/** The program of the page stands where the build puts it. */
const built = existsSync(path.join(root, 'dist/report/page/browser.js'));

describe.skipIf(!built)('luohu report', { timeout: 240_000 }, () => {
  let folder: string;
  let told: Called;
  beforeAll(() => {
    const run = [
      'run',
      'scenarios/sanmenxia.yaml',
      '--sample',
      '0.02',
      '--replicates',
      '2',
      '--to',
      '2022',
      '--workers',
      '1',
    ];
    luohu([...run, '--out', out]);
    folder = path.join(out, readdirSync(out)[0]);
    told = luohu(['report', folder, '--json']);
  }, 240_000);

  it('writes one page into the folder of the run', () => {
    expect(told).toMatchObject({ status: 0, stderr: '' });
    const { page, bytes } = JSON.parse(told.stdout) as { page: string; bytes: number };
    expect(page).toBe(path.join(folder, 'report.html'));
    const text = readFileSync(page, 'utf8');
    expect(Buffer.byteLength(text)).toBe(bytes);
    expect(bytes).toBeLessThan(5e6);
    expect(text.match(/<figure id="chart-/g)!.length).toBeGreaterThan(8);
    expect(text.includes('settlement.actHazard')).toBe(true);
    expect(text.includes(`npx luohu verify ${folder}`)).toBe(true);
    expect(text).not.toMatch(/(src|href)="https?:/);
  });

  it('leaves the result as it was: verify finds no file changed', () => {
    const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as {
      files: { path: string }[];
    };
    expect(manifest.files.map((file) => file.path)).not.toContain('report.html');
  });

  it('writes the same bytes again', () => {
    const again = path.join(out, 'again.html');
    luohu(['report', folder, '--out', again]);
    const same = readFileSync(again).equals(readFileSync(path.join(folder, 'report.html')));
    expect(same).toBe(true);
  });

  it('keeps a page that was there under another name, which it tells; --force writes over it', () => {
    const mine = path.join(out, 'mine.html');
    writeFileSync(mine, 'mine');
    expect(luohu(['report', folder, '--out', mine]).stderr).toContain('mine.edited.html');
    expect(readFileSync(path.join(out, 'mine.edited.html'), 'utf8')).toBe('mine');
    writeFileSync(mine, 'again');
    expect(luohu(['report', folder, '--out', mine, '--force']).status).toBe(0);
    expect(readdirSync(out).filter((name) => name.startsWith('mine'))).toEqual(['mine.edited.html', 'mine.html']);
    expect(readFileSync(mine, 'utf8')).toContain('<html');
  });

  it('refuses what is not a result, the same result twice, and a page that is none', () => {
    const refused = (...args: string[]) => {
      const { status, stderr } = luohu(['report', ...args]);
      return { status, stderr: stderr.trim() };
    };
    const nowhere = path.join(out, 'nowhere');
    expect(refused(nowhere)).toEqual({
      status: 2,
      stderr: `must be a result folder with a manifest.json, got ${nowhere}`,
    });
    const comparison = path.join(out, 'compare-a-b');
    mkdirSync(comparison);
    writeFileSync(path.join(comparison, 'manifest.json'), JSON.stringify({ analysis: 'compare' }));
    expect(refused(comparison)).toEqual({
      status: 2,
      stderr: `must be the result folder of a luohu run, got ${comparison} of luohu compare; run its scenarios with luohu run and give their folders`,
    });
    expect(refused(folder, `${folder}/`)).toEqual({
      status: 2,
      stderr: `each result must be given once, got ${folder}/ twice`,
    });
    expect(refused(folder, '--out', '/etc/passwd')).toEqual({
      status: 2,
      stderr: '--out must be an .html file that can be written, got /etc/passwd',
    });
  });

  it('tells of a result file that was changed, and says it on the page', () => {
    appendFileSync(path.join(folder, 'settlements.csv'), '\n');
    const { status, stderr } = luohu(['report', folder]);
    expect(status).toBe(0);
    expect(stderr.trim()).toBe(`warning: ${path.join(folder, 'settlements.csv')} was changed after the run`);
    expect(readFileSync(path.join(folder, 'report.html'), 'utf8').includes('were changed after the run')).toBe(true);
  });

  it('names the file and the columns where a table is not whole', () => {
    const file = path.join(folder, 'indicators.csv');
    writeFileSync(file, 'area,year\ncity,2020\n');
    const { status, stderr } = luohu(['report', folder]);
    expect(status).toBe(2);
    expect(stderr).toContain(`${file}:1:1: must have the columns indicator, unit, mean, p05, p25, p50, p75, p95`);
    rmSync(file);
    expect(luohu(['report', folder], {}).stderr).toContain(`${file}: must be a file of the result folder, got nothing`);
    expect(luohu(['report', folder, '--lang', 'zh']).stderr).toContain('应为结果文件夹中的文件');
  });
});
