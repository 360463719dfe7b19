import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Another revision of the package, checked out and built in a temporary folder that goes when this process ends. */
export interface Worktree {
  readonly root: string;
  /** Short hash of the commit. */
  readonly commit: string;
}

const git = (...args: readonly string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim();

/**
 * Checks a revision out beside this one and builds it with the packages installed here.
 * @throws when the revision is not known or does not build
 */
export function buildWorktree(revision: string): Worktree {
  const commit = git('rev-parse', '--short', '--verify', `${revision}^{commit}`);
  const root = path.join(mkdtempSync(path.join(os.tmpdir(), 'luohu-vs-')), commit);
  process.once('exit', () => {
    git('worktree', 'remove', '--force', root);
    rmSync(path.dirname(root), { recursive: true, force: true });
  });
  process.once('SIGINT', () => process.exit(130));
  git('worktree', 'add', '--detach', '--quiet', root, commit);
  symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'));
  // declarations would have to name types behind the link to node_modules
  const build = [
    'node_modules/typescript/bin/tsc',
    ...['composite', 'incremental', 'declaration'].flatMap((name) => [`--${name}`, 'false']),
  ];
  execFileSync(process.execPath, build, { cwd: root, stdio: 'inherit' });
  return { root, commit };
}
