import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { luohu, root } from '../cli/luohu.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'luohu-hostile-'));
});

const at = (name: string): string => path.join(folder, name);
const baotou = path.join(root, 'scenarios/baotou.yaml');

/** Checks a file and expects status 2 and these words on one line. */
function refused(file: string, words: string): void {
  const { status, stderr } = luohu(['check', file]);
  expect(stderr).toContain(words);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(status).toBe(2);
}

describe('what is no ordinary file', () => {
  test('a device without an end', () => refused('/dev/zero', 'must be a regular file, got a pipe or a device'));

  test('a named pipe nobody writes to', () => {
    execFileSync('mkfifo', [at('pipe.yaml')]);
    refused(at('pipe.yaml'), 'must be a regular file, got a pipe or a device');
  });

  test('a link to itself', () => {
    symlinkSync(at('round.yaml'), at('round.yaml'));
    refused(at('round.yaml'), 'a link leads back to itself');
  });

  test('a name longer than any file system takes', () =>
    refused(at(`${'a'.repeat(300)}.yaml`), 'the name is too long'));

  test('a path through a file', () => {
    writeFileSync(at('file'), '');
    refused(at('file/x.yaml'), 'must be an existing file, got nothing there');
  });

  test('a file of two gigabytes without content', () => {
    writeFileSync(at('huge.yaml'), '');
    truncateSync(at('huge.yaml'), 2 ** 31);
    refused(at('huge.yaml'), 'must be at most 16 MB');
  });

  test('a parent that is a device', () => {
    writeFileSync(at('child.yaml'), 'extends: /dev/zero\n');
    refused(at('child.yaml'), 'extends');
  });
});

describe('texts of another system', () => {
  const saved = (name: string, text: string | Buffer): string => {
    writeFileSync(at(name), text);
    return at(name);
  };
  const child = `extends: ${baotou}\ntitle: {zh: 另一种, en: another}\n`;

  test('a byte order mark and the line ends of Windows are read as if they were not there', () => {
    const { status } = luohu(['check', saved('windows.yaml', `\ufeff${child.replaceAll('\n', '\r\n')}`)]);
    expect(status).toBe(luohu(['check', saved('plain.yaml', child)]).status);
  });

  test('GB18030 is named, not guessed', () => {
    const gb = Buffer.concat([Buffer.from(`extends: ${baotou}\ntitle: {zh: `), Buffer.from([0xc2, 0xe4, 0xbb, 0xa7])]);
    refused(saved('gb.yaml', Buffer.concat([gb, Buffer.from(', en: x}\n')])), 'must be UTF-8 text');
  });
});

describe('names that try to lead elsewhere', () => {
  test.each([['../../escape'], ['a/../../b'], ['.hidden'], ['-rf'], ['con:stream']])('a file named %s', (name) => {
    const flat = name.replaceAll('/', '\u2215');
    writeFileSync(at(`${flat}.yaml`), `extends: ${baotou}\n`);
    const { status, stderr } = luohu(['run', at(`${flat}.yaml`), '--sample', '0.001', '--out', at('out')]);
    expect(status, stderr).toBe(2);
    expect(existsSync(at('out'))).toBe(false);
  });

  test('an id that is a path is refused, and nothing is written anywhere', () => {
    mkdirSync(at('in'));
    writeFileSync(at('in/child.yaml'), `extends: ${baotou}\nid: ../../../child\n`);
    const { status } = luohu(['run', at('in/child.yaml'), '--sample', '0.001', '--out', at('in/out')]);
    expect(status).toBe(2);
    expect(readdirSync(folder)).toEqual(['in']);
    expect(readdirSync(at('in'))).toEqual(['child.yaml']);
  });
});
