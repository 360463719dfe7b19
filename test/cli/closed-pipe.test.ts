import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root, startLuohu } from './luohu.ts';

test('a reader that stops early is no failure', async () => {
  const child = startLuohu(['check', '--schema']);
  child.stdout.destroy();
  let told = '';
  child.stderr.on('data', (text: Buffer) => {
    told += text.toString();
  });
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  expect({ status, told }).toEqual({ status: 0, told: '' });
});

test.skipIf(!existsSync('/dev/full'))('a full disk behind the output is told in one line, with status 1', () => {
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', path.join(root, 'src/cli/main.ts'), 'policy', 'baotou-2024', '--lang', 'en'],
    { cwd: root, encoding: 'utf8', stdio: ['ignore', full, 'pipe'] },
  );
  closeSync(full);
  expect(stderr).toBe('no space is left on the disk\n');
  expect(status).toBe(1);
});
