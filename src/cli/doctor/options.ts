import type { Argv } from 'yargs';
import type { Language } from '../../language/language.ts';
import { messages } from '../messages.ts';
import type { OptionsOf } from '../options.ts';

/** What `luohu doctor` takes. */
export const doctorOptions = (lang: Language) => (parser: Argv) =>
  parser.option('json', { describe: messages.json()[lang], type: 'boolean' as const, default: false });

export type DoctorOptions = OptionsOf<typeof doctorOptions>;
