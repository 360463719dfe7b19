import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { Failure } from '../../src/run/errors.ts';
import { optionalParts } from '../../src/run/optional-part.ts';
import { luohu, root } from '../cli/luohu.ts';
import { temporary } from './fake/small-run.ts';

const { optionalDependencies: versions } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  optionalDependencies: Record<string, string>;
};
/** What importing a package that is not there throws. */
const gone = () => import(`luohu-${'not-there'}`) as Promise<object>;

test('a package that is there is loaded', async () => {
  const { s3mini } = await optionalParts({ s3mini: () => import('s3mini') });
  expect(s3mini.S3mini).toBeTypeOf('function');
});

test('packages that are missing are named all at once, with how to install the versions that were tried', async () => {
  const asked = optionalParts({ bullmq: gone, s3mini: () => import('s3mini'), pg: gone });
  await expect(asked).rejects.toThrow(Failure);
  await expect(asked).rejects.toMatchObject({
    told: {
      zh: `需要可选组件 bullmq、pg，实际未安装：npm install bullmq@${versions['bullmq']} pg@${versions['pg']}`,
      en: `needs the optional packages bullmq and pg, which are not installed: npm install bullmq@${versions['bullmq']} pg@${versions['pg']}`,
    },
  });
  await expect(optionalParts({ pg: gone })).rejects.toThrow(
    `needs the optional package pg, which is not installed: npm install pg@${versions['pg']}`,
  );
});

test('a package that is there and broken is not called missing', async () => {
  const broken = () => Promise.reject(new SyntaxError('broken'));
  await expect(optionalParts({ bullmq: broken })).rejects.toThrow(SyntaxError);
});

/** The package beside every module it has here but the optional ones. */
function withoutOptional(): string {
  const folder = temporary('bare');
  for (const name of ['package.json', 'tsconfig.json', 'data', 'scenarios', 'src'])
    cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  const modules = path.join(root, 'node_modules');
  const link = (name: string) => symlinkSync(path.join(modules, name), path.join(folder, 'node_modules', name));
  for (const name of readdirSync(modules)) {
    if (name in versions || name.startsWith('.')) continue;
    mkdirSync(path.join(folder, 'node_modules'), { recursive: true });
    if (name !== '@resvg') link(name);
  }
  return folder;
}

test('without them the command says in a line what a cluster needs, and doctor what each is for', () => {
  const bare = withoutOptional();
  const run = ['run', 'scenarios/baotou.yaml', '--sample', '0.01', '--store', temporary('bare-store')];
  for (const [engine, other] of [
    ['redis://127.0.0.1', 'ioredis'],
    ['postgres://127.0.0.1/jobs', 'pg'],
  ] as const) {
    const { status, stderr } = luohu([...run, '--engine', engine], {}, bare);
    expect(stderr).toBe(
      `needs the optional packages bullmq and ${other}, which are not installed: npm install bullmq@${versions['bullmq']} ${other}@${versions[other]}\n`,
    );
    expect(status).toBe(1);
  }
  const doctor = luohu(['doctor'], {}, bare);
  expect(doctor.status).toBe(0);
  for (const name of Object.keys(versions))
    expect(doctor.stdout).toMatch(new RegExp(`– no optional ${name} .*: npm install ${name}@${versions[name]}`));
}, 60_000);
