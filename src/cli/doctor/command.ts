import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import { doctorMessages as told } from './messages.ts';
import { type DoctorOptions, doctorOptions } from './options.ts';

/** `luohu doctor`: what this machine offers a run. */
export const doctorCommand = (lang: Language): Command<DoctorOptions> => ({
  command: 'doctor',
  describe: told.command()[lang],
  builder: doctorOptions(lang),
  handler: async (options) => (await import('./handler.ts')).examine(options, lang),
});
