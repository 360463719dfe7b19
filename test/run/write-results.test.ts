import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { assertWritable, writeFolder } from '../../src/result/write-results.ts';
import { InputError } from '../../src/scenario/errors.ts';

let parent: string;

beforeEach(() => {
  parent = mkdtempSync(path.join(os.tmpdir(), 'luohu-write-'));
});

const fill = (text: string) => (folder: string) => writeFile(path.join(folder, 'a.txt'), text);

test('the folder appears with what was written, and nothing beside it', async () => {
  const folder = await writeFolder(path.join(parent, 'deep', 'out'), 'baotou-1', fill('one'));
  expect(readFileSync(path.join(folder, 'a.txt'), 'utf8')).toBe('one');
  expect(readdirSync(path.dirname(folder))).toEqual(['baotou-1']);
});

test('a folder of the same name is replaced as a whole', async () => {
  mkdirSync(path.join(parent, 'baotou-1', 'charts'), { recursive: true });
  writeFileSync(path.join(parent, 'baotou-1', 'old.txt'), 'old');
  await writeFolder(parent, 'baotou-1', fill('two'));
  expect(readdirSync(path.join(parent, 'baotou-1'))).toEqual(['a.txt']);
  expect(readdirSync(parent)).toEqual(['baotou-1']);
});

test('when writing fails the old folder stays and nothing is left behind', async () => {
  await writeFolder(parent, 'baotou-1', fill('one'));
  const failing = async (folder: string) => {
    await fill('half')(folder);
    throw new Error('disk full');
  };
  await expect(writeFolder(parent, 'baotou-1', failing)).rejects.toThrow('disk full');
  expect(readdirSync(parent)).toEqual(['baotou-1']);
  expect(readFileSync(path.join(parent, 'baotou-1', 'a.txt'), 'utf8')).toBe('one');
});

test('what a killed run left is cleared away, other folders are not', async () => {
  for (const name of ['.baotou-1.999999999.abc', '.other-1.999999999.abc']) mkdirSync(path.join(parent, name));
  await writeFolder(parent, 'baotou-1', fill('one'));
  expect(readdirSync(parent).sort()).toEqual(['.other-1.999999999.abc', 'baotou-1']);
});

test('a file in the place of the result folder is refused, and nothing is made', async () => {
  const file = path.join(parent, 'file');
  writeFileSync(file, '');
  for (const out of [file, path.join(file, 'below'), '/proc/luohu']) {
    await expect(assertWritable(out, (folder) => `cannot write ${folder}`)).rejects.toThrow(InputError);
  }
  expect(readdirSync(parent)).toEqual(['file']);
});

test('a folder that does not exist yet is not made by asking', async () => {
  await assertWritable(path.join(parent, 'new', 'out'), () => 'no');
  expect(readdirSync(parent)).toEqual([]);
});
