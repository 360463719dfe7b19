import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Folder of the package: `data` and `scenarios` lie in it, whether the sources or dist run. */
export const packageRoot = fileURLToPath(new URL('../..', import.meta.url));

const { name, version, optionalDependencies } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as {
  name: string;
  version: string;
  optionalDependencies: Readonly<Record<string, string>>;
};

export const packageName = name;
/** Version of the package: results may differ between versions. */
export const packageVersion = version;
/** Versions of the packages that only some commands need, as they were tried. */
export const optionalVersions = optionalDependencies;
