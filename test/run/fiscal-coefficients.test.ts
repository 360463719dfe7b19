import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fiscalCoefficients } from '../../src/result/fiscal-coefficients.ts';
import type { Manifest } from '../../src/result/manifest.ts';
import { formatIssue, InputError } from '../../src/scenario/errors.ts';

const manifest = (fiscal?: Manifest['scenario']['fiscal'], counts: 'settled' | 'permits' = 'settled'): Manifest =>
  ({
    scenario: { city: '621000', baseYear: 2020, endYear: 2030, ...(fiscal ? { fiscal } : {}) },
    fiscalBases: [
      { document: 'qingyang-2022', clause: '2.6.fiscal', subject: 'award-fund', counts, from: 2022, persons: 1 },
    ],
  }) as unknown as Manifest;

function fileOf(text: string): string {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'luohu-coefficients-')), 'c.yaml');
  writeFileSync(file, text);
  return file;
}

const read = (text: string) => fiscalCoefficients(manifest(), { file: fileOf(text) }, 'en');

/** What is said of a file, without its name. */
function complaints(text: string): string[] {
  try {
    read(text);
  } catch (error) {
    if (error instanceof InputError) return error.issues.map((issue) => formatIssue(issue).replace(/^.*c\.yaml:/, ''));
    throw error;
  }
  return [];
}

describe('coefficients in a file', () => {
  it.each([
    ['award.weight.province: -0.5', '1:24: award.weight.province must be at least 0, got -0.5'],
    ['award.children_share: 1.5', '1:23: award.children_share must be at most 1, got 1.5'],
    ['award.students: 0.5', '1:17: award.students must be 0 or 1, got 0.5'],
    ['award.lag: 0.5', '1:12: award.lag must be a whole number, got 0.5'],
    ['price.deflator: -0.9', '1:17: price.deflator must be at least -0.5, got -0.9'],
    [
      'award.wieght.province: 0.5',
      '1:1: award.wieght.province must be a known key, got "award.wieght.province"; did you mean award.weight.province',
    ],
    [
      'standard.public_health: 99',
      '1:1: standard.public_health must be a known key, got "standard.public_health"; did you mean standard.public_health.2025',
    ],
    [
      'award.difficulty: {value: 2, range: [0, 1]}',
      '1:37: award.difficulty.range must contain the value 2, got [0, 1]',
    ],
    ['payer.schooling.province: 0.7\npayer.schooling.city: 0.6', 'payer.schooling must add up to at most 1, got 1.3'],
    ['award.weight.province: much', '1:24: award.weight.province must be a number, got "much"'],
    ['award.difficulty: {value: much}', '1:27: award.difficulty.value must be a number, got "much"'],
    ['award.difficulty: [1]', '1:19: award.difficulty must be a number, got a list'],
    ['', '1:1: must be a map of keys, got an empty file'],
    ['budget.from: 2031', 'budget.from must be between 2021 and 2030, got 2031'],
  ])('%s', (text, message) => {
    expect(complaints(text)).toEqual([message]);
  });

  it('takes the place of those of data/, as assumptions unless a source is named', () => {
    const found = read('award.difficulty: 1.4\nstandard.public_health.2027: {value: 110, source: a notice}');
    expect(found.find(({ id }) => id === 'award.difficulty')).toMatchObject({
      value: 1.4,
      mark: 'assumption',
      from: 'file',
    });
    expect(found.find(({ id }) => id === 'standard.public_health.2027')).toMatchObject({
      value: 110,
      mark: 'published',
      year: 2027,
    });
    const sourceOf = (id: string) => found.find((each) => each.id === id)!.source;
    expect(sourceOf('standard.public_health.2027')).toEqual({ zh: 'a notice', en: 'a notice' });
    expect(sourceOf('award.difficulty').zh).toBe('使用者给定，未说明来源');
    expect(found.find(({ id }) => id === 'award.cost')?.from).toBe('data');
  });
});

it('the file goes before the scenario, and the scenario before data/', () => {
  const stated = manifest({ 'award.cost': 1.1, 'award.difficulty': 1.1 });
  const found = fiscalCoefficients(stated, { file: fileOf('award.cost: 1.2') }, 'en');
  expect(found.find(({ id }) => id === 'award.cost')).toMatchObject({ value: 1.2, from: 'file' });
  expect(found.find(({ id }) => id === 'award.difficulty')).toMatchObject({ value: 1.1, from: 'scenario' });
});

it('permits count where a clause of the run counts them, from its year', () => {
  const permits = (counts: 'settled' | 'permits') =>
    fiscalCoefficients(manifest(undefined, counts), {}, 'en').find(({ id }) => id === 'award.permits');
  expect(permits('settled')).toMatchObject({ value: 0 });
  expect(permits('permits')).toMatchObject({
    value: 1,
    year: 2022,
    source: { zh: '运行所依文件 qingyang-2022:2.6.fiscal', en: 'qingyang-2022:2.6.fiscal' },
    mark: 'published',
  });
});

it('the budget view moves into a run that ends before its usual first year', () => {
  const early = { ...manifest(), scenario: { ...manifest().scenario, endYear: 2023 } };
  const found = fiscalCoefficients(early, {}, 'en');
  expect(found.find(({ id }) => id === 'budget.from')?.value).toBe(2023);
});
