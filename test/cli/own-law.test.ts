import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as XLSX from '@e965/xlsx';
import { beforeEach, describe, expect, it } from 'vitest';
import { root } from './luohu.ts';

/** Files of one's own: `check` knows each kind by its content; documents beside a scenario work as those of data/ do. */

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'luohu-own-'));
});

const inFolder = (name: string, text: string): string => {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return name;
};

const tsx = fileURLToPath(import.meta.resolve('tsx'));
/** Calls the command in a folder of one's own. */
function luohu(args: readonly string[], cwd = folder) {
  const env = { ...process.env, LC_ALL: 'C.UTF-8', NODE_OPTIONS: '' };
  const call = [`--import=${tsx}`, path.join(root, 'src/cli/main.ts'), ...args];
  return spawnSync(process.execPath, call, { cwd, encoding: 'utf8', env });
}

/** All cells of a workbook, and the text of a Word file. */
const readXlsx = (file: string): string =>
  Object.values(XLSX.read(readFileSync(file)).Sheets)
    .map((sheet) => XLSX.utils.sheet_to_csv(sheet))
    .join('\n');
const docxText = (file: string): string => {
  const parts = XLSX.CFB.read(readFileSync(file), { type: 'buffer' });
  return Buffer.from(XLSX.CFB.find(parts, '/word/document.xml')!.content)
    .toString()
    .replace(/<[^>]*>/g, '');
};

const document = (id = 'sanmenxia-2030', area = '411200'): string => `
id: ${id}
number: trial
title: { zh: 试, en: trial }
level: city
area: '${area}'
date: { inForce: 2022-01-01 }
mark: assumption
source: trial
clauses:
  - id: poor
    at: '1'
    quote: trial
    meaning: { zh: 试, en: trial }
    kind: eligibility
    sets: [{ rule: route, name: own-open, called: { zh: 放开, en: open }, when: [{ livesInTown: true }] }]
`;
const scenario = `
extends: sanmenxia.yaml
title: { zh: 试, en: trial }
documents: [sanmenxia-2019, sanmenxia-2030]
`;
const few = ['--sample', '0.01', '--replicates', '2', '--to', '2023', '--workers', '1'];

/** A file of each kind, the part of it that is put wrong, and where that is told. */
const kinds: Record<string, readonly [text: string, right: string, wrong: string, told: string]> = {
  'document.yaml': [document(), 'kind: eligibility', 'kind: wrong', 'clauses.0.kind'],
  'household.yaml': ['members:\n  - { name: a, age: 30 }\n', '30', 'old', 'members.0.age'],
  'adult.yaml': ['age: 30\nwork: formal\n', 'formal', 'wrong', 'work'],
  'cases.yaml': [
    "city: '411200'\ncases:\n  - { case: a, on: 2021-01-01, in: '411202', open: [] }\n",
    '2021-01-01',
    '2021-02-30',
    'cases.0.on',
  ],
  'scenarios/scenario.yaml': ['extends: sanmenxia.yaml\nendYear: 2030\n', '2030', 'late', 'endYear'],
  'plan.yaml': ['plan: one\nscenarios: [scenarios/scenario.yaml]\nto: 2025\n', '2025', 'late', 'to'],
  'levers.yaml': ['levers:\n  jobs.growth: { most: 1 }\n', '1 }', 'much }', 'levers.jobs.growth.most'],
  'figures.csv': [readFileSync(path.join(root, 'data/police-count.example.csv'), 'utf8'), '1.26', 'many', ''],
};

describe('check tells a file by its content', () => {
  const checked = (args: readonly string[]) => {
    const { status, stdout } = luohu(['check', '--json', ...args]);
    return { status, files: JSON.parse(stdout).files as { file: string; errors: { path?: string }[] }[] };
  };

  it('and finds nothing wrong with a good one of each kind', () => {
    for (const [name, [text]] of Object.entries(kinds)) inFolder(name, text);
    const { status, files } = checked(Object.keys(kinds));
    expect(files.map(({ file, errors }) => [file, errors])).toEqual(Object.keys(kinds).map((name) => [name, []]));
    expect(status).toBe(0);
  }, 120_000);

  it('and the one mistake of each', () => {
    for (const [name, [text, right, wrong]] of Object.entries(kinds)) inFolder(name, text.replace(right, wrong));
    const { status, files } = checked(Object.keys(kinds));
    expect(status).toBe(2);
    for (const { file, errors } of files) {
      // the plan names the scenario above, whose mistake is its own
      expect(errors, file).toHaveLength(1);
      expect(errors[0].path ?? '', file).toContain(kinds[file][3]);
    }
  }, 120_000);

  it('and a plan has the mistakes of its scenarios', () => {
    inFolder('scenarios/scenario.yaml', 'extends: sanmenxia.yaml\nendYear: late\n');
    inFolder('plan.yaml', kinds['plan.yaml'][0].replace('to: 2025\n', 'variations: [{ to: 2025 }, { to: 2026 }]\n'));
    const { status, files } = checked(['plan.yaml']);
    expect(status).toBe(2);
    expect(files[0].errors.map(({ path: at }) => at)).toEqual(['endYear']);
  }, 120_000);
});

describe('a document beside the scenario', () => {
  const asked = ['eligible', 'h.yaml', '--city', '411200', '--date', '2023-01-01', '--json'];
  beforeEach(() => inFolder('h.yaml', 'livesInTown: true\n'));

  it('is law in run, compare and eligible', () => {
    inFolder('documents/own.yaml', document());
    inFolder('scenarios/own.yaml', scenario);
    const ran = luohu(['run', 'scenarios/own.yaml', ...few, '--out', 'out', '--json']);
    expect(ran.status, ran.stderr).toBe(0);
    const compared = luohu(['compare', 'sanmenxia', 'scenarios/own.yaml', ...few, '--out', 'both', '--json']);
    expect(compared.status, compared.stderr).toBe(0);
    const outcome = JSON.parse(compared.stdout);
    expect(JSON.stringify(outcome)).toContain('sanmenxia');
    expect(luohu(asked).stdout).toContain('"own-open"');
  }, 600_000);

  it('stops only those who use it where it is broken', () => {
    inFolder('documents/own.yaml', document().replace('kind: eligibility', 'kind: nonsense'));
    inFolder('scenarios/own.yaml', scenario);
    inFolder('scenarios/other.yaml', scenario.replace(', sanmenxia-2030', ''));
    for (const command of ['check', 'run']) {
      const uses = luohu([command, 'scenarios/own.yaml', ...(command === 'run' ? few : [])]);
      expect(uses.status).toBe(2);
      expect(uses.stderr).toContain('clauses.0.kind must be');
    }
    expect(luohu(['check', 'scenarios/other.yaml']).status).toBe(0);
    const told = luohu(asked);
    expect(told.status).toBe(0);
    expect(told.stderr).toContain('clauses.0.kind must be');
  }, 300_000);

  it("is refused where it is another city's, with the way to try it", () => {
    inFolder('documents/own.yaml', document('luoyang-2030', '410300'));
    inFolder('scenarios/own.yaml', scenario.replace('sanmenxia-2030', 'luoyang-2030'));
    const refused = luohu(['check', 'scenarios/own.yaml']);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('try its clauses with policy.add');
    const add = 'policy: { add: [{ clause: "luoyang-2030:poor", from: 2023-01-01 }] }\n';
    inFolder('scenarios/tried.yaml', `${scenario.replace(', sanmenxia-2030', '')}${add}`);
    const tried = luohu(['check', 'scenarios/tried.yaml']);
    expect(tried.status, tried.stderr).toBe(0);
  }, 300_000);
});

describe('a route of its own', () => {
  const called = document()
    .replace('{ zh: 放开, en: open }', '{ zh: 敞开大门, en: the wide gate }')
    .replace('clauses:', 'replaces: [sanmenxia-2019]\nclauses:');
  const names = { zh: '敞开大门', en: 'the wide gate' } as const;
  const out = () => path.join(folder, 'out', readdirSync(path.join(folder, 'out'))[0]!);
  const text = (...file: string[]) => readFileSync(path.join(out(), ...file), 'utf8');

  it('has the name its document gives it wherever the result is read, the document gone', () => {
    inFolder('documents/own.yaml', called);
    inFolder('scenarios/own.yaml', scenario);
    const ran = luohu(['run', 'scenarios/own.yaml', ...few, '--microdata', '--lang', 'en', '--out', 'out']);
    expect(ran.status, ran.stderr).toBe(0);
    const found = luohu(['trace', out(), '--find', 'settled', '--route', 'own-open', '--limit', '1', '--lang', 'zh']);
    expect(found.stdout, found.stderr).toMatch(/落户，途径：敞开大门（sanmenxia-2030:poor）/);
    rmSync(path.join(folder, 'documents'), { recursive: true });
    rmSync(path.join(folder, 'scenarios'), { recursive: true });

    expect(text('routes.csv')).toContain('own-open,sanmenxia-2030,poor,敞开大门,the wide gate\n');
    expect(text('microdata', 'labels.csv')).toMatch(/settled_route,\d+,own-open,敞开大门,the wide gate\n/);
    for (const lang of ['zh', 'en'] as const) {
      expect(text('charts', `settlements.${lang}.svg`)).toContain(names[lang]);
      expect(luohu(['export', out(), '--lang', lang]).status).toBe(0);
      const settled = text('readable', 'settled.csv');
      expect(settled).toContain(`,${names[lang]},own-open,`);
      expect(readXlsx(path.join(out(), 'readable', 'tables.xlsx'))).toContain(names[lang]);
      expect(luohu(['brief', out(), '--charts', 'none', '--lang', lang]).status).toBe(0);
      const brief = docxText(path.join(out(), 'brief', 'brief.docx'));
      expect(brief).toContain(names[lang]);
      expect(brief).not.toContain('own-open');
    }
    expect(luohu(['report', out()]).status).toBe(0);
    const shown = text('report.html').replace(/<script[\s\S]*?<\/script>/g, '');
    expect(Object.values(names).map((name) => shown.includes(name))).toEqual([true, true]);
    expect(shown.includes('own-open')).toBe(false);
  }, 600_000);

  it('is told by it where another document ends it', () => {
    inFolder('documents/own.yaml', called);
    const next = document('sanmenxia-2031')
      .replace('own-open', 'own-other')
      .replace('clauses:', 'replaces: [sanmenxia-2030]\nclauses:');
    const checked = luohu(['check', inFolder('documents/next.yaml', next), '--lang', 'en']);
    expect(checked.stdout + checked.stderr).toContain('the wide gate own-open');
  }, 120_000);
});

it('what a document replaces must be a document: check, a run and eligible refuse it in a line with its place', () => {
  const replacing = document().replace(
    '    kind: eligibility',
    "    replaces: ['national-2014:medium']\n    kind: eligibility",
  );
  inFolder('documents/mine.yaml', replacing);
  inFolder('scenarios/mine.yaml', scenario);
  const told =
    /mine\.yaml:15:16: clauses\.0\.replaces\.0 must be the id of a document there is .*, got national-2014:medium/;
  const checked = luohu(['check', 'documents/mine.yaml', '--lang', 'en']);
  expect([checked.status, checked.stderr + checked.stdout]).toEqual([2, expect.stringMatching(told)]);
  const run = luohu(['run', 'mine', ...few, '--lang', 'en']);
  expect([run.status, run.stderr]).toEqual([2, expect.stringMatching(told)]);
  const asked = ['eligible', inFolder('adult.yaml', 'age: 30\n'), '--city', 'sanmenxia', '--date', '2030-01-01'];
  const eligible = luohu([...asked, '--with', 'documents/mine.yaml', '--lang', 'en']);
  expect([eligible.status, eligible.stderr]).toEqual([2, expect.stringMatching(told)]);
  inFolder('documents/mine.yaml', replacing.replace('national-2014:medium', 'sanmenxia-2019'));
  expect(luohu(['check', 'documents/mine.yaml', '--lang', 'en']).status).toBe(0);
}, 120_000);
