import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { householdSchema } from '../../src/policy/household.ts';
import { luohu } from './luohu.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'luohu-policy-'));

function household(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

test('documents are listed, and one is shown clause by clause', () => {
  expect(luohu(['policy']).stdout).toContain('baotou-2024');
  const { status, stdout } = luohu(['policy', 'baotou-2024', '--lang', 'zh']);
  expect(status).toBe(0);
  expect(stdout).toContain('「');
  expect(stdout).toContain('→');
});

test('of a disputed clause every reading is shown with its reason, the default first', () => {
  const paragraph = (lang: string) =>
    luohu(['policy', 'baotou-2024', '--lang', lang])
      .stdout.split('\n')
      .filter((_, n, all) => all.findLastIndex((line, k) => k <= n && /^\S/.test(line)) === all.findIndex(starts));
  const starts = (line: string) => line.startsWith('2.1.1.3 ');
  const text = paragraph('en').join('\n');
  expect(text).toMatch(
    /disputed readings: in-force \/ intention\n {4}in-force: .*first sentence.*\n {4}intention: "Explore/,
  );
  expect(text.match(/Joining the pilot/g)).toHaveLength(1);
  expect(paragraph('zh').join('\n')).toMatch(
    /有争议的读法：in-force \/ intention\n {4}in-force: 「探索」.*\n {4}intention: /,
  );
});

test('where a clause stands is told in English words where it is no number', () => {
  const { stdout } = luohu(['policy', 'baotou-2016']);
  expect(stdout).toMatch(/^open {2}press report {2}shall/m);
  expect(stdout).toMatch(/^\S+ {2}assumption {2}/m);
  expect(luohu(['policy', 'baotou-2016', '--lang', 'zh']).stdout).toMatch(/^open {2}报道 {2}规定/m);
});

test('two documents are compared rule by rule, either way it is asked', () => {
  const diff = luohu(['policy', '--diff', 'chifeng-2016', 'qingyang-2022']);
  expect(diff.status).toBe(0);
  expect(diff.stdout).toMatch(/route\.long-stay\n {2}chifeng-2016: .*\(2\.1\.2\)\n {2}qingyang-2022: silent\n/);
  expect(luohu(['policy', 'chifeng-2016', '--against', 'qingyang-2022'])).toEqual(diff);
  const json = JSON.parse(luohu(['policy', '--diff', 'chifeng-2016', 'qingyang-2022', '--json']).stdout);
  expect(json.find((d: { subject: string }) => d.subject === 'permit').a.clauses).toEqual(['3.2.a']);
});

test.each([
  [['--diff', 'chifeng-2016'], 'Not enough arguments following: diff'],
  [['--diff', 'a', 'b', 'c'], '--diff names both documents; there must be no other, got c'],
  [['--against', 'chifeng-2016'], '--against chifeng-2016 must follow a policy document, got none'],
])('%j is refused in one line', (args, line) => {
  expect(luohu(['policy', ...args])).toEqual({ status: 2, stdout: '', stderr: `${line}\n` });
});

test('an unknown document is one line', () => {
  const { status, stderr } = luohu(['policy', 'baotou-2042']);
  expect(status).toBe(2);
  expect(stderr).toMatch(/^must be a known policy document \(.*\), got baotou-2042\n$/);
});

test('an owner who lives in town may settle, on a named clause', () => {
  const file = household('owner.yaml', 'tier: same-city\ndwelling: own\nyearsInTown: 2\n');
  const { status, stdout } = luohu(['eligible', file, '--city', '包头', '--date', '2025-01-01']);
  expect(status).toBe(0);
  expect(stdout).toMatch(/✓ .*baotou-2024:/);
});

const example = 'data/household.example.yaml';

test('the example household writes out every line there is', () => {
  const written = Object.keys(parse(readFileSync(example, 'utf8')));
  expect(written.sort()).toEqual(Object.keys(householdSchema.shape).sort());
});

test('a city answers to its code and its name in both languages, and says what settling brings', () => {
  const ask = (city: string) => luohu(['eligible', example, '--city', city, '--date', '2020-01-01']);
  const { status, stdout } = ask('chifeng');
  expect(status).toBe(0);
  expect(stdout).toMatch(/✓ long stay \(chifeng-2016:2\.1\.2\) open: alone/);
  expect(stdout).toMatch(/✗ business .* closed: missing holds a business licence/);
  expect(stdout).toMatch(/residence permit: may be held chifeng-2016:3\.2\.a/);
  expect(stdout).toMatch(/subsistence allowance 50% .* → 100% \(chifeng-2016:4\.5\.e\)/);
  for (const name of ['150400', '赤峰', '赤峰市', 'Chifeng']) expect(ask(name).stdout).toBe(stdout);
});

test('the answer is given as JSON too', () => {
  const { stdout } = luohu(['eligible', example, '--city', 'baotou', '--date', '2024-05-23', '--json']);
  const { routes, permit, receives } = JSON.parse(stdout);
  expect(routes[0]).toMatchObject({ open: true, document: 'baotou-2024', clause: '2.2.1.1', coResident: false });
  expect(permit).toMatchObject({ open: false, document: 'baotou-2024', clause: '2.2.2.1' });
  expect(receives).toContainEqual({
    service: 'public-rental',
    now: 1,
    clause: 'baotou-2024:2.1.1.1',
    settled: 1,
    settledClause: null,
  });
});

test('mistakes in the household, the city and the day are told together, a line each', () => {
  const file = household('wrong.yaml', 'dwelling: castle\n');
  const wrongDay = luohu(['eligible', file, '--city', '150200', '--date', '2025-02-30']);
  expect(wrongDay.status).toBe(2);
  expect(wrongDay.stderr.trim().split('\n')).toEqual([
    expect.stringMatching(/wrong\.yaml:1:11: dwelling /),
    '--date must be a date (year-month-day), got 2025-02-30',
  ]);
  const wrongCity = luohu([
    'eligible',
    household('any.yaml', 'age: 30\n'),
    '--city',
    'Atlantis',
    '--date',
    '2025-01-01',
  ]);
  expect(wrongCity.stderr).toBe(
    'must be a prefecture, or a county run by its province, by code, Chinese name or pinyin (luohu places lists them), got "Atlantis"\n',
  );
});

const members = 'data/household.members.example.yaml';

test('every member of a household is answered: who may apply, and who may follow whom', () => {
  const { status, stdout } = luohu(['eligible', members, '--city', 'sanmenxia', '--date', '2020-01-01']);
  expect(status).toBe(0);
  expect(stdout).toMatch(
    /^李小明\nmay follow, in 2 ways\n {2}✓ with 王芳: stable dwelling, leases included \(sanmenxia-2019:2\.2\)$/m,
  );
  expect(stdout).toMatch(/^王大山\n/m);
});

test('of a stretch of days those are told on which the answer changes', () => {
  const file = household('tenant.yaml', 'dwelling: private-rent\nwork: informal\n');
  const { stdout, stderr } = luohu([
    ...['eligible', file, '--city', 'sanmenxia', '--date', '2010-01-01..2020-01-01', '--json'],
  ]);
  // where the register lies decides much and is not in the file
  expect(stderr).toContain('where the register lies is not said and taken to be: another county of the city; tier:');
  const opened = (JSON.parse(stdout) as { date: string; routes: { open: boolean }[] }[]).map(
    ({ date, routes }) => `${date} ${routes.filter((route) => route.open).length}`,
  );
  expect(opened).toContain('2014-07-24 1');
  expect(opened).not.toContain('2014-07-24 0');
});

test('clauses taken out, readings and days without law are asked in words', () => {
  const file = household('lease.yaml', 'dwelling: private-rent\nleaseMonths: 12\nyearsInTown: 1\n');
  const ask = (...more: string[]) =>
    luohu(['eligible', file, '--city', 'chifeng', '--area', '宁城', '--date', '2018-01-01', ...more]);
  expect(ask().stdout).toMatch(/✓ stable dwelling, leases included \(chifeng-2016:2\.1\.1\)/);
  expect(ask().stdout).toMatch(/\? if chifeng-2016:2\.1\.1 is read as strict .* - stable dwelling, leases included/);
  expect(ask('--reading', 'chifeng-2016:2.1.1=strict').stdout).toMatch(/^may not settle/);
  expect(ask('--without', 'chifeng-2016').stdout).toMatch(/✓ stable dwelling, leases included \(national-2014:towns\)/);
  const early = luohu(['eligible', file, '--city', 'chifeng', '--date', '1957-12-31']);
  expect(early).toMatchObject({ status: 2, stdout: '' });
  expect(early.stderr).toBe(
    '--date must be 1958-01-09 or later: no document before national-register-1958 is known, got 1957-12-31\n',
  );
});

test('a document is begun, checked, proof-read and tried with cases', () => {
  const file = path.join(folder, 'hefei-2027.yaml');
  expect(luohu(['document', 'new', '合肥', '--out', file]).status).toBe(0);
  // what its author has still to write is told line by line, and none of it once it is written
  const begun = luohu(['check', file]);
  expect(begun.status).toBe(0);
  const told = begun.stderr.trim().split('\n');
  expect(told).toHaveLength(8);
  expect(told[0]).toBe(`warning: ${file}:5:1: number is still to be filled in`);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replaceAll(/: (to be filled in|待填)$/gm, ': a draft'));
  expect(luohu(['check', file])).toMatchObject({ status: 0, stderr: '' });
  expect(luohu(['policy', 'hefei-2027', '--with', file]).stdout).toContain('→ stable dwelling, leases included');
  const cases = household(
    'cases.yaml',
    "city: '340100'\ndocuments: [hefei-2027]\ncases:\n  - { case: a tenant, on: 2027-01-01, in: '340103', who: { dwelling: private-rent }, open: [] }\n",
  );
  const tried = luohu(['document', 'test', cases, '--with', file]);
  expect(tried.status).toBe(1);
  expect(tried.stdout).toContain('  open must be [], got ["stable-dwelling"]');
});
