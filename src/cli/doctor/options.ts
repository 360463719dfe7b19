import type { Argv } from 'yargs';
import type { Language } from '../../language/language.ts';
import { jsonOption, type OptionsOf } from '../options.ts';

/** What `luohu doctor` takes. */
export const doctorOptions = (lang: Language) => (parser: Argv) => parser.option('json', jsonOption(lang));

export type DoctorOptions = OptionsOf<typeof doctorOptions>;
