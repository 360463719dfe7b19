import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { slowFiles } from '../vitest.fast.config.ts';

const isSlow = (file: string): boolean =>
  slowFiles.some((each) => (each.endsWith('/') ? file.startsWith(each) : file === each));

it('the fast tests call on every folder of src', () => {
  const fast = readdirSync('test', { recursive: true, encoding: 'utf8' })
    .map((file) => `test/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.test.ts') && !isSlow(file));
  const called = new Set(
    fast.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^(?:import|\} from) (?!type).*\/src\/([a-z]+)\//gm)].map(
        ([, folder]) => folder,
      ),
    ),
  );
  const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).filter((name) => !called.has(name))).toEqual([]);
});

it('what is left out of them is there', () => {
  expect(slowFiles.filter((file) => !existsSync(file))).toEqual([]);
});
