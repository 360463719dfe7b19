import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Drill, type Found, keptLine, REPLICATES, resumed, runInto, undisturbed } from './drill.ts';
import { finishedIn, lastLine, place, start } from './luohu.ts';

const NEEDS_ROOT = 'needs the right to mount a file system';

/** A small disk of its own; null where this process may not mount one. */
function smallDisk(name: string, kilobytes: number): string | null {
  const folder = place(name);
  mkdirSync(folder);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'luohu-drill', folder]);
  return mounted.status === 0 ? folder : null;
}

const unmount = (folder: string): void => void spawnSync('umount', [folder]);

/** Leaves room for about two replicates, so that the disk is full in the middle of the run. */
function fill(folder: string, leaveBytes: number): string {
  const { bavail, bsize } = statfsSync(folder);
  const filler = path.join(folder, 'filler');
  writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - leaveBytes)));
  return filler;
}

const full: Drill = {
  name: 'full',
  fault: 'the disk is full in the middle of the run',
  async run(): Promise<Found | string> {
    await undisturbed();
    const out = smallDisk('full', 16_384);
    if (out === null) return NEEDS_ROOT;
    try {
      const filler = fill(out, 250_000);
      const run = start(runInto(out));
      const status = await run.ended;
      const kept = finishedIn(out);
      rmSync(filler);
      const found = await resumed(out, kept, `${lastLine(run, /cannot write/)}; ${keptLine(run)}`);
      return status === 1 ? found : { ...found, lost: REPLICATES };
    } finally {
      unmount(out);
    }
  },
};

const readOnly: Drill = {
  name: 'read-only',
  fault: 'the folder of the results is read-only',
  async run(): Promise<Found | string> {
    await undisturbed();
    const out = smallDisk('read-only', 16_384);
    if (out === null) return NEEDS_ROOT;
    try {
      spawnSync('mount', ['-o', 'remount,ro', out]);
      const begun = performance.now();
      const run = start(runInto(out));
      const status = await run.ended;
      return { told: lastLine(run), seconds: (performance.now() - begun) / 1000, lost: status === 2 ? 0 : REPLICATES };
    } finally {
      unmount(out);
    }
  },
};

export const disk: readonly Drill[] = [full, readOnly];
