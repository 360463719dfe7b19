import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import { messages } from '../messages.ts';

export interface DoctorOptions {
  readonly json: boolean;
}

/** `luohu doctor`: what this machine offers a run. */
export const doctorCommand = (lang: Language): Command<DoctorOptions> => ({
  command: 'doctor',
  describe: messages.doctorCommand()[lang],
  builder: (parser) =>
    parser.option('json', { describe: messages.json()[lang], type: 'boolean' as const, default: false }),
  handler: async (options) => (await import('./handler.ts')).examine(options, lang),
});
