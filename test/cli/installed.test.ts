import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { root } from './luohu.ts';

/** An empty folder with the package installed from its tarball, as `npm install luohu-0.1.0.tgz` leaves it. */
let home: string;
let installed: string;

/** Calls `npx luohu` in a folder of the installed package. */
function npx(args: readonly string[], folder = home) {
  const { status, stdout, stderr } = spawnSync('npx', ['--no-install', 'luohu', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8', NODE_OPTIONS: '' },
  });
  return { status, stdout, stderr };
}

beforeAll(() => {
  home = mkdtempSync(path.join(os.tmpdir(), 'luohu-installed-'));
  const modules = path.join(home, 'node_modules');
  installed = path.join(modules, 'luohu');
  mkdirSync(path.join(modules, '.bin'), { recursive: true });
  const [tarball] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', home], {
      cwd: root,
      encoding: 'utf8',
    }),
  ) as [{ filename: string }];
  execFileSync('tar', ['-xzf', path.join(home, tarball.filename), '-C', modules]);
  execFileSync('mv', [path.join(modules, 'package'), installed]);
  for (const name of readdirSync(path.join(root, 'node_modules')).filter((each) => !each.startsWith('.')))
    symlinkSync(path.join(root, 'node_modules', name), path.join(modules, name));
  symlinkSync('../luohu/dist/cli/main.js', path.join(modules, '.bin', 'luohu'));
}, 600_000);

test.skipIf(!existsSync(path.join(root, 'dist/cli/main.js')))(
  'npx luohu runs in an empty folder',
  { timeout: 900_000 },
  () => {
    const version = npx(['--version']);
    expect([version.status, version.stdout.trim()], version.stderr).toEqual([0, '0.1.0']);
    const run = npx([
      'run',
      'baotou/no-document',
      '--sample',
      '0.02',
      '--replicates',
      '2',
      '--to',
      '2021',
      '--lang',
      'zh',
    ]);
    expect(run.status, run.stderr).toBe(0);
    const [made] = readdirSync(path.join(home, 'out'));
    expect(made).toMatch(/^baotou\.no-document-[0-9a-f]{10}$/);
    // the briefing, with its pictures, from what the package ships alone
    const brief = npx(['brief', path.join('out', made!), '--lang', 'zh', '--unit', '市发展改革委']);
    expect(brief.status, brief.stderr).toBe(0);
    const written = path.join(home, 'out', made!, 'brief');
    expect(readFileSync(path.join(written, 'brief.docx')).subarray(0, 2).toString()).toBe('PK');
    const pictures = readdirSync(path.join(written, 'charts'));
    expect(pictures).toEqual(expect.arrayContaining(['rates.png', 'rates.svg']));
    for (const name of pictures.filter((each) => each.endsWith('.png')))
      expect(readFileSync(path.join(written, 'charts', name)).length, name).toBeGreaterThan(5000);
  },
);

test('shipped scenarios and documents are found by name from any folder', { timeout: 400_000 }, () => {
  for (const name of ['baotou', 'baotou.no-document', 'scenarios/chifeng/no-document.yaml', '赤峰']) {
    const checked = npx(['check', name]);
    expect([checked.status, checked.stdout], checked.stderr).toEqual([0, `${name}: no mistakes, 0 warnings\n`]);
  }
  const law = npx(['policy', 'baotou-2024', '--lang', 'zh']);
  expect(law.status, law.stderr).toBe(0);
  expect(law.stdout).toContain('包府办发');
});

test("a project folder has what one needs, and a document of one's own counts", { timeout: 900_000 }, () => {
  const begun = npx(['init', 'alxa', '--json', '--lang', 'en']);
  expect(begun.status, begun.stderr).toBe(0);
  const { files } = JSON.parse(begun.stdout) as { files: string[] };
  expect(files).toEqual([
    'alxa/scenarios/alxa.yaml',
    'alxa/scenarios/alxa/with-draft.yaml',
    'alxa/documents/alxa-2027.yaml',
    'alxa/observations/alxa.csv',
    'alxa/next-steps.md',
  ]);
  const project = path.join(home, 'alxa');
  expect(npx(['init', 'alxa']).status).toBe(2);
  expect(npx(['check', 'alxa', 'alxa/with-draft', 'documents/alxa-2027.yaml'], project).status).toBe(0);
  const small = ['--sample', '0.05', '--replicates', '2', '--to', '2022', '--json'];
  const ran = npx(['run', 'alxa/with-draft', ...small], project);
  expect(ran.status, ran.stderr).toBe(0);
  const { runs } = JSON.parse(ran.stdout) as { runs: { folder: string }[] };
  const folder = path.join(project, runs[0]!.folder);
  const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as {
    command: { documents: string[] };
    inputs: { path: string }[];
  };
  const [own] = manifest.command.documents;
  expect(path.basename(own!)).toBe('alxa-2027.yaml');
  expect(manifest.inputs.map((each) => each.path)).toContain(own);
  // made again from another folder, by the manifest alone
  const verified = npx(['verify', folder]);
  expect(verified.status, verified.stderr).toBe(0);
  // a document that is being written breaks nothing but what needs it
  writeFileSync(path.join(project, 'documents', 'half.yaml'), 'id: half\nclauses:\n');
  const others = npx(['check', 'baotou'], project);
  expect(others.status, others.stderr).toBe(0);
  expect(others.stderr).toContain('half.yaml');
  // what the document says is part of what the run is named by
  const document = path.join(project, 'documents', 'alxa-2027.yaml');
  writeFileSync(
    document,
    readFileSync(document, 'utf8').replace('dwelling: [own, employer, private-rent, public-rental]', 'dwelling: [own]'),
  );
  const changed = npx(['run', 'alxa/with-draft', ...small], project);
  expect(changed.status, changed.stderr).toBe(0);
  expect((JSON.parse(changed.stdout) as typeof ran & { runs: { folder: string }[] }).runs[0]!.folder).not.toBe(
    runs[0]!.folder,
  );
});

test("every link of the package's README leads to a file of the package", () => {
  for (const name of ['README.md', 'README.zh-CN.md']) {
    const links = [...readFileSync(path.join(installed, name), 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(
      ([, link]) => link!,
    );
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((link) => !existsSync(path.join(installed, link)))).toEqual([]);
  }
});
