import { hashIn, lastLine, place, type Started, start } from './luohu.ts';

/** What a drill found, one line of the table. */
export interface Found {
  /** What the user was told. */
  readonly told: string;
  /** From the fault, or from the command that goes on after it, to the whole result. */
  readonly seconds: number;
  /** Finished replicates that had to be made again, or, where the result differs, all. */
  readonly lost: number;
  /** Times the fault was tried; once where left out. */
  readonly tries?: number;
  /** Tries after which something was there, or was answered, that should not be. */
  readonly wrong?: number;
}

export interface Drill {
  readonly name: string;
  readonly fault: string;
  /** Minutes after which it counts as hung, where a quarter of an hour is too short for so many tries. */
  readonly patience?: number;
  /** Answers with what was found; a text says why it cannot be tried here. */
  run(): Promise<Found | string>;
}

export const REPLICATES = 8;

/** The run that every drill disturbs: a small prefecture for some years, seconds on two threads. */
export const small = ['--replicates', String(REPLICATES), '--sample', '0.2', '--to', '2028', '--workers', '2'];
export const scenario = (): string => place('alxa.yaml');

let whole: string | null = null;

/** Result hash of the undisturbed run. */
export async function undisturbed(): Promise<string> {
  if (whole !== null) return whole;
  await done(start(['new', '152900', '--out', scenario()]));
  await done(start(['run', scenario(), ...small, '--out', place('undisturbed')]));
  whole = hashIn(place('undisturbed'));
  if (whole === '') throw new Error('the undisturbed run left no result');
  return whole;
}

/** The same run into another folder, with further options. */
export const runInto = (out: string, ...options: string[]): string[] => [
  'run',
  scenario(),
  ...small,
  '--out',
  out,
  ...options,
];

/** Waits for a command and insists that it succeeded. */
export async function done(started: Started): Promise<void> {
  const status = await started.ended;
  if (status !== 0) throw new Error(`status ${status}: ${started.said.stderr.trim()}`);
}

/** Goes on with a run that was disturbed, and counts what was lost. */
export async function resumed(out: string, kept: number, told: string): Promise<Found> {
  const begun = performance.now();
  const again = start(runInto(out, '--resume'));
  await done(again);
  const seconds = (performance.now() - begun) / 1000;
  const taken = Number(/: (\d+) of \d+ replicates are finished/.exec(again.said.stderr)?.[1] ?? 0);
  return { told, seconds, lost: hashIn(out) === (await undisturbed()) ? Math.max(0, kept - taken) : REPLICATES };
}

/** The line in which a run says what it keeps. */
export const keptLine = (started: Started): string => lastLine(started, /are finished and kept/);
