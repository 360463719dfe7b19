import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { filesUnder } from '../support/files-under.ts';

/** Packages that one person keeps, each behind the only file that knows it. */
const adapters: Readonly<Record<string, readonly string[]>> = {
  hyparquet: ['src/run/parquet-file.ts'],
  'hyparquet-writer': ['src/run/parquet-file.ts'],
  hucre: [
    'src/report/workbook/hucre-plain.ts',
    'src/report/workbook/hucre-writer.ts',
    'src/report/workbook/style.ts',
    'src/run/observations/grid.ts',
  ],
  docx: ['src/report/brief/docx-writer.ts'],
  s3mini: ['src/run/store/s3-store.ts', 'src/cli/doctor/program.ts'],
};

const sources = filesUnder('src').filter((file) => file.endsWith('.ts'));

test('a package that one person keeps is known to its adapter alone', () => {
  for (const [name, files] of Object.entries(adapters)) {
    const loads = new RegExp(`(from|import\\()\\s*'${name}(/[^']*)?'`);
    const found = sources.filter((file) => loads.test(readFileSync(file, 'utf8')));
    expect(found.sort()).toEqual([...files].sort());
  }
});

const allowed = ['0BSD', 'Apache-2.0', 'BSD-3-Clause', 'ISC', 'MIT', 'MIT OR Apache-2.0', 'MPL-2.0', 'Unlicense'];

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
}

test('the lock file names every package by its content, from the registry, under a licence that may be passed on', () => {
  const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, never>;
  const { packages } = read('package-lock.json') as unknown as { packages: Record<string, Locked> };
  const { dependencies, optionalDependencies, devDependencies, allowScripts } = read(
    'package.json',
  ) as unknown as Record<string, Record<string, string>>;
  for (const [place, { license, integrity, resolved, hasInstallScript }] of Object.entries(packages)) {
    if (place === '') continue;
    expect(integrity, place).toMatch(/^sha512-/);
    expect(allowed, place).toContain(license);
    if (resolved !== undefined) expect(resolved, place).toMatch(/^https:\/\/registry\.npmjs\.org\//);
    const name = place.split('node_modules/').at(-1)!;
    if (hasInstallScript) expect(allowScripts, place).toHaveProperty([name], false);
  }
  for (const [name, version] of Object.entries({ ...dependencies, ...optionalDependencies, ...devDependencies }))
    expect(packages[`node_modules/${name}`]?.version, name).toBe(version);
});
