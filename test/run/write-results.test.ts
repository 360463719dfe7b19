import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { assertWritable, writeFolder } from '../../src/result/write-results.ts';
import { hasWhole } from '../../src/result/written.ts';
import { InputError } from '../../src/scenario/errors.ts';

let parent: string;

beforeEach(() => {
  parent = mkdtempSync(path.join(os.tmpdir(), 'luohu-write-'));
});

const fill = (text: string) => (folder: string) => writeFile(path.join(folder, 'a.txt'), text);

/** Files of a folder that a reader sees. */
const seen = (...names: string[]): string[] =>
  readdirSync(path.join(parent, ...names))
    .filter((name) => !name.startsWith('.'))
    .sort();

test('the folder appears with what was written, and nothing beside it', async () => {
  const { folder } = await writeFolder(path.join(parent, 'deep', 'out'), 'baotou-1', fill('one'));
  expect(readFileSync(path.join(folder, 'a.txt'), 'utf8')).toBe('one');
  expect(readdirSync(path.dirname(folder))).toEqual(['baotou-1']);
});

test('of a folder of the same name what was written is replaced, and what others put there stays', async () => {
  const written = async (folder: string) => {
    await fill('one')(folder);
    await writeFile(path.join(folder, 'no-longer.txt'), 'one');
  };
  const { folder } = await writeFolder(parent, 'baotou-1', written);
  writeFileSync(path.join(folder, 'memo.txt'), 'mine');
  symlinkSync('nowhere', path.join(folder, 'link'));
  mkdirSync(path.join(folder, 'notes', 'deep'), { recursive: true });
  writeFileSync(path.join(folder, 'notes', 'deep', 'a.txt'), 'mine');
  const again = await writeFolder(parent, 'baotou-1', fill('two'));
  expect(again.edited).toEqual([]);
  expect(seen('baotou-1')).toEqual(['a.txt', 'link', 'memo.txt', 'notes']);
  expect(readFileSync(path.join(folder, 'a.txt'), 'utf8')).toBe('two');
  expect(readFileSync(path.join(folder, 'notes', 'deep', 'a.txt'), 'utf8')).toBe('mine');
  expect(readdirSync(parent)).toEqual(['baotou-1']);
});

test('what somebody changed is kept under a name of its own and named, each time anew', async () => {
  for (const [text, names] of [
    ['one', []],
    ['two', ['a.edited.txt']],
    ['three', ['a.edited-2.txt']],
  ] as const) {
    const { folder, edited } = await writeFolder(parent, 'baotou-1', fill(text));
    expect(edited).toEqual(names);
    expect(readFileSync(path.join(folder, 'a.txt'), 'utf8')).toBe(text);
    writeFileSync(path.join(folder, 'a.txt'), `${text}, changed`);
  }
  expect(seen('baotou-1')).toEqual(['a.edited-2.txt', 'a.edited.txt', 'a.txt']);
  expect(readFileSync(path.join(parent, 'baotou-1', 'a.edited.txt'), 'utf8')).toBe('one, changed');
});

test('charts that were not changed go with the result they show; a changed one is kept, and so is what is none', async () => {
  const draw = async (folder: string) => {
    for (const name of ['rates', 'flows']) await writeFile(path.join(folder, `${name}.svg`), name);
  };
  const { folder } = await writeFolder(parent, 'baotou-1', fill('one'));
  await writeFolder(folder, 'charts', draw);
  writeFileSync(path.join(folder, 'charts', 'rates.svg'), 'changed');
  writeFileSync(path.join(folder, 'charts', 'rates.png'), 'mine');
  const { edited } = await writeFolder(parent, 'baotou-1', fill('two'));
  expect(edited).toEqual([path.join('charts', 'rates.edited.svg')]);
  expect(seen('baotou-1', 'charts')).toEqual(['rates.edited.svg', 'rates.png']);
  expect(await hasWhole(folder, 'charts')).toBe(false);
  await writeFolder(folder, 'charts', draw);
  expect(seen('baotou-1', 'charts')).toEqual(['flows.svg', 'rates.edited.svg', 'rates.png', 'rates.svg']);
  expect(await hasWhole(folder, 'charts')).toBe(true);
});

test('a link that leads nowhere in the place of the folder is kept under another name', async () => {
  symlinkSync('nowhere', path.join(parent, 'baotou-1'));
  const { edited } = await writeFolder(parent, 'baotou-1', fill('one'));
  expect(edited).toEqual([path.join('..', 'baotou-1.edited')]);
  expect(seen()).toEqual(['baotou-1', 'baotou-1.edited']);
});

test('a file in the place of the folder is kept under another name', async () => {
  writeFileSync(path.join(parent, 'baotou-1'), 'mine');
  const { folder, edited } = await writeFolder(parent, 'baotou-1', fill('one'));
  expect(seen('baotou-1')).toEqual(['a.txt']);
  expect(edited).toEqual([path.join('..', 'baotou-1.edited')]);
  expect(readFileSync(path.join(folder, edited[0]), 'utf8')).toBe('mine');
});

test('a folder that another command made inside stays whole', async () => {
  const { folder } = await writeFolder(parent, 'baotou-1', fill('one'));
  await writeFolder(folder, 'fiscal', fill('workbook'));
  await writeFolder(parent, 'baotou-1', fill('two'));
  expect(readFileSync(path.join(folder, 'fiscal', 'a.txt'), 'utf8')).toBe('workbook');
  const { edited } = await writeFolder(folder, 'fiscal', fill('another'));
  expect(edited).toEqual([]);
});

test('an old folder that a killed run had moved aside is put back before anything is removed', async () => {
  const { folder } = await writeFolder(parent, 'baotou-1', fill('one'));
  writeFileSync(path.join(folder, 'memo.txt'), 'mine');
  const killed = path.join(parent, '.baotou-1.999999999.abc');
  mkdirSync(killed);
  renameSync(folder, path.join(killed, 'old'));
  await writeFolder(parent, 'baotou-1', fill('two'));
  expect(seen('baotou-1')).toEqual(['a.txt', 'memo.txt']);
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
