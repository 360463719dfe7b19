import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from './luohu.ts';

const read = (name: string): string => readFileSync(path.join(root, 'src/cli', name), 'utf8');
const english = read('cookbook.md');
const chinese = read('cookbook.zh-CN.md');

/** A block of a recipe: commands of a shell, or a file to be saved under the name its first line says. */
interface Block {
  readonly kind: string;
  /** Name of the file where the block says it beside its kind. */
  readonly file: string | undefined;
  readonly text: string;
}
const blocksOf = (page: string): Block[] =>
  [...page.matchAll(/```(\w+)(?: (\S+))?\n([\s\S]*?)```/g)].map(([, kind, file, text]) => ({
    kind: kind!,
    file,
    text: text!,
  }));
const commandsOf = (page: string): string[] =>
  blocksOf(page)
    .filter(({ kind }) => kind === 'sh')
    .flatMap(({ text }) => text.trim().split('\n'));

/** What makes a command small: it must end in seconds, and its figures are not looked at. */
const small: Readonly<Record<string, string>> = {
  run: '--sample 0.02 --replicates 2',
  compare: '--sample 0.02 --replicates 2',
  attribute: '--sample 0.03 --replicates 2 --to 2022',
  calibrate: '--sample 0.005',
  seek: '--sample 0.03 --replicates 20 --verify 5 --start 2022',
};
/** Runs for which the years asked for are not the last may end sooner. */
const shortened = (command: string): string =>
  /--years|ningxia/.test(command) && !command.includes('--years 2022') ? '' : ' --to 2022';

const tsx = import.meta.resolve('tsx');
const luohu = `'${process.execPath}' --import '${tsx}' '${path.join(root, 'src/cli/main.ts')}'`;

test('both languages have the same recipes with the same commands', () => {
  const plain = (commands: string[]) => commands.map((command) => command.replace(/--unit "[^"]*"/, '--unit'));
  expect(plain(commandsOf(chinese))).toEqual(plain(commandsOf(english)));
  expect(blocksOf(chinese).map(({ kind }) => kind)).toEqual(blocksOf(english).map(({ kind }) => kind));
  expect(chinese.match(/^## /gm)).toHaveLength(english.match(/^## /gm)!.length);
});

test('every command of the cookbook does what it says, in the order of the page, in an empty folder', {
  timeout: 1_500_000,
}, () => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'luohu-cookbook-'));
  for (const { kind, file: named, text } of blocksOf(english)) {
    if (named !== undefined) writeFileSync(path.join(home, named), text);
    if (kind === 'yaml') {
      const file = path.join(home, /^# (\S+)/.exec(text)![1]!);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    if (kind !== 'sh') continue;
    for (const command of text.trim().split('\n')) {
      const name = /npx luohu (\w+)/.exec(command)![1]!;
      const isRun = name === 'run' || name === 'compare';
      const less = small[name] === undefined ? '' : ` ${small[name]}${isRun ? shortened(command) : ''}`;
      const said = `${command.replace('npx luohu', luohu).replace('--by 2030', '--by 2022')}${less}`;
      const { status, stderr, stdout } = spawnSync('sh', ['-c', said], {
        cwd: home,
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C.UTF-8', NODE_OPTIONS: '' },
      });
      expect(status, `${command}\n${stderr}`).toBe(0);
      expect(stdout.trim(), command).not.toBe('');
    }
  }
});
