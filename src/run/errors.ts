import type { Localized } from '../language/language.ts';

/** One replicate (or the making of the base population) failed; the run ends with exit status 1. */
export class JobFailed extends Error {
  /** What the job was: `baotou, replicate 3`. */
  readonly job: string;
  readonly detail: string;

  constructor(job: string, detail: string) {
    super(`${job}: ${detail}`);
    this.name = 'JobFailed';
    this.job = job;
    this.detail = detail;
  }
}

/** The run was stopped by the user before it was done. */
export class Interrupted extends Error {
  /** Whether what was finished by then has been written as a result. */
  readonly written: boolean;

  constructor(written = false) {
    super('interrupted');
    this.written = written;
    this.name = 'Interrupted';
  }
}

/** What a run would need against what the machine can give, and what would fit. */
export interface MemoryShortage {
  readonly neededBytes: number;
  readonly availableBytes: number;
  readonly workers: number;
  /** Greatest number of workers that fits at the sample asked for; null when not even one does. */
  readonly fittingWorkers: number | null;
  /** Greatest sample that fits with the workers asked for, two digits; null when none does. */
  readonly fittingSample: number | null;
}

export class TooLittleMemory extends Error {
  readonly shortage: MemoryShortage;

  constructor(shortage: MemoryShortage) {
    super(`needs ${shortage.neededBytes} bytes, ${shortage.availableBytes} available`);
    this.name = 'TooLittleMemory';
    this.shortage = shortage;
  }
}

/** A thread that was doing a job ended without an answer; the job may be tried again. */
export class ThreadDied extends JobFailed {}

/** The run could not go on for a reason outside the model, told in both languages; ends with exit status 1. */
export class Failure extends Error {
  readonly told: Localized;

  constructor(told: Localized, cause?: unknown) {
    super(told.en, { cause });
    this.name = 'Failure';
    this.told = told;
  }
}
