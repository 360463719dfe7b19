import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { luohu, root } from './luohu.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'luohu-new-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
const inFolder = (name: string): string => path.join(folder, name);

test('a scenario is written, says what is assumed, and passes the check', () => {
  const file = inFolder('luoyang.yaml');
  const made = luohu(['new', '洛阳', '--out', file]);
  expect(made).toMatchObject({ status: 0, stderr: '' });
  expect(made.stdout).toContain(`wrote ${file}: Luoyang (410300), 2020 to 2035`);
  expect(made.stdout).toContain('none of the city itself is in data/documents');
  expect(made.stdout).toMatch(/^assumed, because not published for this city:$/m);
  expect(made.stdout).toMatch(/^- contracted land of a rural registered household \(base\.landMu\)$/m);
  expect(luohu(['check', file])).toEqual({ status: 0, stdout: `${file}: no mistakes, 0 warnings\n`, stderr: '' });
});

test('the same words in Chinese, the same file', () => {
  const [en, zh] = [inFolder('same-en.yaml'), inFolder('same-zh.yaml')];
  luohu(['new', '410300', '--out', en]);
  const made = luohu(['new', 'Luoyang', '--out', zh, '--lang', 'zh']);
  expect(made.stdout).toContain(`已写出 ${zh}：洛阳市（410300），2020–2035年`);
  expect(made.stdout).toMatch(/^假设，未见本市公布：$/m);
  expect(made.stdout).toMatch(/^- 每户承包地 \(base\.landMu\)$/m);
  const text = (file: string) => readFileSync(file, 'utf8').replace(/^id: .*$/m, '');
  expect(text(zh)).toBe(text(en));
});

test('--json is one document, --from and --to are kept', () => {
  const file = inFolder('alxa-2010.yaml');
  const { status, stdout } = luohu(['new', '152900', '--from', '2010', '--to', '2020', '--out', file, '--json']);
  expect(status).toBe(0);
  const report = JSON.parse(stdout) as { city: string; parameters: { name: string; values: { why: object }[] }[] };
  expect(report).toMatchObject({ city: '152900', baseYear: 2010, endYear: 2020, warnings: [] });
  expect(Object.keys(report.parameters[0].values[0].why)).toEqual(['zh', 'en']);
});

test('a file that is there stays as it is, unless --force is given', () => {
  const file = inFolder('mine.yaml');
  writeFileSync(file, 'mine');
  const message = `${file}: must not exist yet, got a file; --force replaces it\n`;
  expect(luohu(['new', '410300', '--out', file])).toEqual({ status: 2, stdout: '', stderr: message });
  expect(readFileSync(file, 'utf8')).toBe('mine');
  expect(luohu(['new', '410300', '--out', file, '--force']).status).toBe(0);
  expect(readFileSync(file, 'utf8')).toContain('id: "mine"');
});

test.each([
  [
    ['luoyand'],
    'must be a prefecture, or a county run by its province, by code, Chinese name or pinyin (luohu places lists them), got "luoyand"; did you mean Luoyang (410300)?',
  ],
  [
    ['平'],
    'must be a prefecture, or a county run by its province, by code, Chinese name or pinyin (luohu places lists them), got "平"; did you mean Pingdingshan (410400) or Pingliang (620800)?',
  ],
  [
    ['Paris'],
    'must be a prefecture, or a county run by its province, by code, Chinese name or pinyin (luohu places lists them), got "Paris"',
  ],
  [['610500', '--from', '2020'], 'no county rows of the 2020 census for Weinan (610500); use base year 2010'],
  [['410300', '--to', '2010'], '--to must be a whole number from 2011 to 2100, got 2010'],
  [['410300', '--out', 'luoyang.txt'], '--out must end in .yaml, got luoyang.txt'],
])('new %j is refused in one line', (args, message) => {
  expect(luohu(['new', ...args])).toEqual({ status: 2, stdout: '', stderr: `${message}\n` });
});

test('a last year not after the base year and a file name no scenario may have are told as in any scenario', () => {
  const early = inFolder('early.yaml');
  const refused = luohu(['new', '152900', '--to', '2015', '--out', early]);
  expect(refused).toMatchObject({ status: 2, stdout: '' });
  expect(refused.stderr).toBe(`${early}:10:10: endYear must be later than the base year 2020, got 2015\n`);
  expect(existsSync(early)).toBe(false);

  const odd = inFolder('my city.yaml');
  expect(luohu(['new', '152900', '--out', odd]).stderr).toMatch(/^[^\n]*my city\.yaml:[^\n]*must be[^\n]*\n$/);
  expect(existsSync(odd)).toBe(false);
});

test('where nothing is said the file goes into scenarios/, made where missing, as the help says', () => {
  const empty = mkdtempSync(path.join(os.tmpdir(), 'luohu-new-here-'));
  const call = ['--import', import.meta.resolve('tsx'), path.join(root, 'src/cli/main.ts')];
  const env = { ...process.env, LC_ALL: 'C.UTF-8', NODE_OPTIONS: '' };
  const here = (...args: string[]) =>
    spawnSync(process.execPath, [...call, ...args], { cwd: empty, encoding: 'utf8', env });
  const made = here('new', '410300');
  expect([made.status, made.stderr]).toEqual([0, '']);
  expect(made.stdout).toContain('wrote scenarios/luoyang.yaml: Luoyang');
  expect(readdirSync(empty, { recursive: true, encoding: 'utf8' }).sort()).toEqual([
    'scenarios',
    path.join('scenarios', 'luoyang.yaml'),
  ]);
  expect(here('check', 'luoyang').status).toBe(0);
  expect(here('new', '410300').stderr).toBe(
    'scenarios/luoyang.yaml: must not exist yet, got a file; --force replaces it\n',
  );
  expect(here('new', '--help').stdout.replaceAll(/\s+/g, ' ')).toContain(
    'default: scenarios/<pinyin>.yaml below the working folder, which is made where missing',
  );
  rmSync(empty, { recursive: true });
}, 120_000);

test('without a prefecture the line says so', () => {
  const { status, stderr } = luohu(['new']);
  expect(status).toBe(2);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});
