import type { Argv } from 'yargs';
import type { Language } from '../language/language.ts';
import type { ExitStatus } from './exit-status.ts';

/** A command of the command line: how it is called, what it takes, and what it does, ending in an exit status. */
export interface Command<Options> {
  readonly command: string;
  readonly describe: string;
  readonly builder: (parser: Argv) => Argv<Options>;
  readonly handler: (options: Options, lang: Language) => Promise<ExitStatus>;
}
