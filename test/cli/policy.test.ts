import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
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
  expect(wrongCity.stderr).toBe('--city must be the code or name of a prefecture, got Atlantis\n');
});
