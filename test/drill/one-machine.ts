import { readdirSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Drill, done, type Found, keptLine, REPLICATES, resumed, runInto, undisturbed } from './drill.ts';
import { finishedIn, hashIn, lastLine, place, start, until } from './luohu.ts';

const fault = (name: string): string => `--import ${fileURLToPath(new URL(`./fault/${name}.mjs`, import.meta.url))}`;

/** A run that is ended by a signal once three replicates are finished. */
const signalled = (name: string, signal: NodeJS.Signals, what: string): Drill => ({
  name,
  fault: what,
  async run() {
    await undisturbed();
    const out = place(name);
    const run = start(runInto(out));
    await until('three replicates', () => finishedIn(out) >= 3);
    run.child.kill(signal);
    await run.ended;
    return resumed(out, finishedIn(out), keptLine(run) || 'nothing, it is dead; --resume tells what it takes over');
  },
});

/** A run whose worker thread breaks by itself and that goes on without help. */
const broken = (name: string, what: string, env: NodeJS.ProcessEnv): Drill => ({
  name,
  fault: what,
  async run() {
    const whole = await undisturbed();
    const out = place(name);
    const begun = performance.now();
    const run = start(runInto(out), { env: { ...env, FAULT_MARK: place(`${name}.mark`) } });
    await done(run);
    const told = lastLine(run, /begun again/) || 'nothing, the run is not disturbed';
    return { told, seconds: (performance.now() - begun) / 1000, lost: hashIn(out) === whole ? 0 : REPLICATES };
  },
});

/** What a power cut leaves: a process that is gone, a file cut short, another half written under its passing name. */
const powerCut: Drill = {
  name: 'power',
  fault: 'power cut: a finished file cut short, half a file beside it',
  async run(): Promise<Found> {
    await undisturbed();
    const out = place('power');
    const run = start(runInto(out));
    await until('three replicates', () => finishedIn(out) >= 3);
    run.child.kill('SIGKILL');
    await run.ended;
    const partial = path.join(out, readdirSync(out).find((each) => each.endsWith('.partial'))!);
    const files = readdirSync(partial).filter((each) => each.startsWith('replicate-'));
    truncateSync(path.join(partial, files[0]), 1000);
    writeFileSync(path.join(partial, '.replicate-000007.bin.1.0'), 'half');
    // the file cut short is the fault itself; every other finished replicate must be kept
    return resumed(out, files.length - 1, 'files of 1 more are damaged: made again');
  },
};

const second: Drill = {
  name: 'second',
  fault: 'a second run into the same folder',
  async run(): Promise<Found> {
    const whole = await undisturbed();
    const out = place('second');
    const run = start(runInto(out));
    await until(
      'a lock',
      () => readdirSync(place()).includes('second') && readdirSync(out).some((n) => n.endsWith('.lock')),
    );
    const other = start(runInto(out));
    const begun = performance.now();
    const status = await other.ended;
    const seconds = (performance.now() - begun) / 1000;
    await done(run);
    return { told: lastLine(other, /refused/), seconds, lost: hashIn(out) === whole && status === 2 ? 0 : REPLICATES };
  },
};

/** Fewer open files than a run wants: it either goes on, or says so. */
const files: Drill = {
  name: 'files',
  fault: 'limit of 48 open files',
  async run(): Promise<Found> {
    const whole = await undisturbed();
    const out = place('files');
    const begun = performance.now();
    const run = start(runInto(out), { under: ['bash', '-c', 'ulimit -n 48; exec "$@"', '-'] });
    const status = await run.ended;
    const seconds = (performance.now() - begun) / 1000;
    if (status === 0)
      return { told: 'nothing, the run does with them', seconds, lost: hashIn(out) === whole ? 0 : REPLICATES };
    return resumed(out, finishedIn(out), lastLine(run));
  },
};

export const oneMachine: readonly Drill[] = [
  signalled('ctrl-c', 'SIGINT', 'Ctrl-C'),
  signalled('term', 'SIGTERM', 'SIGTERM, as a queue or a shutdown sends'),
  signalled('kill', 'SIGKILL', 'kill -9, or the system out of memory'),
  powerCut,
  broken('thread', 'a worker thread crashes', { FAULT: 'exit', NODE_OPTIONS: fault('thread') }),
  broken('heap', 'a worker thread runs out of memory', {
    FAULT: 'heap',
    NODE_OPTIONS: `${fault('thread')} --max-old-space-size=300`,
  }),
  broken('clock', 'the clock jumps by days, ahead and back', { NODE_OPTIONS: fault('clock') }),
  files,
  second,
];
