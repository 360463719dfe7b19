import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { luohu } from './luohu.ts';

const commands = [
  'run',
  'compare',
  'attribute',
  'check',
  'new',
  'population',
  'indicators',
  'places',
  'policy',
  'eligible',
  'calibrate',
  'report',
  'verify',
  'cache',
  'doctor',
];

test('help lists every command, in English', () => {
  const { status, stdout } = luohu(['--help']);
  expect(status).toBe(0);
  for (const command of commands) expect(stdout).toContain(`luohu ${command}`);
  expect(stdout).toContain('run a result again and compare its hash');
});

test('help is Chinese where it is asked for and where the locale is Chinese', () => {
  const asked = luohu(['--help', '--lang', 'zh']);
  expect(asked.stdout).toContain('重新运行一个结果并比较哈希');
  expect(luohu(['--help'], { LC_ALL: 'zh_CN.UTF-8' }).stdout).toBe(asked.stdout);
  expect(luohu(['--help', '--lang=en'], { LC_ALL: 'zh_CN.UTF-8' }).stdout).toBe(luohu(['--help']).stdout);
});

test('without a command the help is shown', () => {
  expect(luohu([])).toEqual(luohu(['--help']));
});

test('the version is that of the package', () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  expect(luohu(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
});
