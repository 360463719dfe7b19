import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { luohu, startLuohu } from './luohu.ts';

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

  it('says where to open it, answers there, and ends in order when it is stopped', async () => {
    const child = startLuohu(['serve', 'scenarios/sanmenxia.yaml', '--port', '0', '--out', folder]);
    let said = '';
    const address = await new Promise<string>((resolve, reject) => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(said);
        if (found) resolve(found[0]);
      });
      child.on('close', (status) => reject(new Error(`ended with ${status}`)));
    });
    const site = (await (await fetch(`${address}data/site.json`)).json()) as { scenarios: { id: string }[] };
    expect(site.scenarios.map(({ id }) => id)).toEqual(['sanmenxia']);
    const ended = new Promise((resolve) => {
      child.removeAllListeners('close').on('close', resolve);
    });
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  });
});
