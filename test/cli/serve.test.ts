import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { luohu, root } from './luohu.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'luohu-serve-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('luohu serve', { timeout: 240_000 }, () => {
  it('tells what it takes in both languages', () => {
    expect(luohu(['serve', '--help']).stdout).toMatch(/serve \[scenario\.\.\][\s\S]*--port[\s\S]*--export/);
    expect(luohu(['serve', '--help', '--lang', 'zh']).stdout).toContain('只在本机');
  });

  it.each([
    [['--port', 'many'], 'port'],
    [['--port', '70000'], 'port'],
    [['--export', ''], 'export'],
    [['scenarios/none.yaml'], 'scenarios/none.yaml'],
    [['scenarios/sanmenxia.yaml', './scenarios/sanmenxia.yaml'], 'got sanmenxia twice'],
  ])('refuses %j in one line', (args, named) => {
    const { status, stderr } = luohu(['serve', ...args]);
    expect(status).toBe(2);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain(named);
  });

  it('does not write over a folder that holds something else', () => {
    writeFileSync(path.join(folder, 'mine.txt'), 'mine');
    const { status, stderr } = luohu(['serve', 'scenarios/sanmenxia.yaml', '--export', folder]);
    expect(status).toBe(2);
    expect(stderr).toBe(`${folder}: must be an empty folder or an earlier export\n`);
  });

  it('offers the cities of the working folder, saves beside them, and ends in order when it is stopped', async () => {
    const text = readFileSync(path.join(root, 'scenarios/sanmenxia.yaml'), 'utf8').replace(/^id:.*\n/m, '');
    mkdirSync(path.join(folder, 'scenarios'));
    writeFileSync(path.join(folder, 'scenarios', 'mine.yaml'), text);
    const program = [
      '--import',
      import.meta.resolve('tsx'),
      path.join(root, 'src/cli/main.ts'),
      'serve',
      '--port',
      '0',
    ];
    const child = spawn(process.execPath, program, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
    const [address, token] = await opened(child);
    const authorization = `Bearer ${token}`;
    const site = (await (await fetch(`${address}data/site.json`, { headers: { authorization } })).json()) as {
      scenarios: { id: string }[];
    };
    expect(site.scenarios.map(({ id }) => id)).toEqual(['mine']);

    const change = { without: ['sanmenxia-2019'], add: [], readings: {}, parameters: { 'housing.rent': 900 } };
    const save = () =>
      fetch(`${address}api/scenarios`, {
        method: 'POST',
        headers: { origin: address.slice(0, -1), authorization, 'content-type': 'application/json' },
        body: JSON.stringify({ scenario: 'mine', change, name: '房租900', title: '=1+1' }),
      });
    const saved = await save();
    expect([saved.status, await saved.json()]).toEqual([201, { path: 'scenarios/mine/房租900.yaml' }]);
    const file = path.join(folder, 'scenarios/mine/房租900.yaml');
    expect(readFileSync(file, 'utf8')).toMatch(/^extends: \.\.\/mine\.yaml$/m);
    expect(luohu(['check', file]).status).toBe(0);
    expect((await save()).status).toBe(422);

    const ended = new Promise((resolve) => {
      child.on('close', resolve);
    });
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  });
});

/** Address a server says it can be opened at, and its token. */
const opened = (child: ReturnType<typeof spawn>): Promise<[string, string]> =>
  new Promise((resolve, reject) => {
    let said = '';
    child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const found = /(http:\/\/127\.0\.0\.1:\d+\/)\?token=(\w+)/.exec(said);
      if (found) resolve([found[1], found[2]]);
    });
    child.on('close', (status) => reject(new Error(`ended with ${status}`)));
  });
