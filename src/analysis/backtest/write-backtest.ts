import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { canonicalJson, sha256 } from '../../run/hash.ts';
import { packageName, packageVersion } from '../../run/package.ts';
import { writeWhole } from '../../run/write-whole.ts';

/** Everything that decides the numbers of a backtest. */
export interface BacktestIdentity {
  readonly design: 'prefectures' | 'counties' | 'recent' | 'registers' | 'rolling' | 'scenarios' | 'sealed';
  readonly options: object;
  /** Data read: path and sha256. */
  readonly data: readonly { readonly path: string; readonly sha256: string }[];
}

/** Digits of the hash in the name of the folder. */
const HASH_DIGITS = 10;

/** Folder of a backtest: `backtest-<hash>`. The same question, data and package version have the same folder. */
export function backtestFolder(out: string, identity: BacktestIdentity): string {
  const hash = sha256(canonicalJson({ version: packageVersion, ...identity }));
  return path.join(out, `backtest-${hash.slice(0, HASH_DIGITS)}`);
}

/** Writes texts by name, and manifest.json that has their hashes, into the folder, each whole or not at all. */
export async function writeBacktest(
  folder: string,
  identity: BacktestIdentity,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  const hashes = Object.entries(files).map(([name, text]) => ({ path: name, sha256: sha256(text) }));
  const manifest = { format: 1, package: { name: packageName, version: packageVersion }, ...identity, files: hashes };
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeWhole(path.join(folder, name), text);
  await writeWhole(path.join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
