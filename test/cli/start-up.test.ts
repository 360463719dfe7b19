import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from './luohu.ts';

const importLine = /^(?:import|export)\s+(?!type\b)(?:[^;]*?\sfrom\s+)?'([^']+)';/gm;

/** Files and packages that are loaded with a source file, before anything is called. */
function loadedWith(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, target] of readFileSync(path.join(root, file), 'utf8').matchAll(importLine)) {
    if (target.startsWith('.')) loadedWith(path.join(path.dirname(file), target), seen);
    else if (!target.startsWith('node:')) seen.add(target);
  }
  return seen;
}

test('the command line starts without the model and without any package but yargs', () => {
  const loaded = [...loadedWith('src/cli/cli.ts')];
  expect(loaded).toContain('src/cli/run/command.ts');
  expect(loaded.filter((name) => !name.startsWith('src/cli/')).sort()).toEqual([
    'src/analysis/attribute/shapley.ts',
    'src/language/language.ts',
    'src/language/number-meant.ts',
    'src/scenario/command-line.ts',
    'src/scenario/errors.ts',
    'src/scenario/mark.ts',
    'src/scenario/scenario.ts',
    'src/scenario/unit-names.ts',
    'src/trace/findings.ts',
    'yargs',
  ]);
});

test('what a command needs is found when it is called', () => {
  const handler = loadedWith('src/cli/run/handler.ts');
  expect([...handler]).toEqual(expect.arrayContaining(['yaml', 'zod']));
  expect([...handler]).not.toContain('piscina');
  expect([...loadedWith('src/cli/run/on-threads.ts')]).toContain('piscina');
});
