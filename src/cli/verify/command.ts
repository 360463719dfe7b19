import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import { verifyMessages } from './messages.ts';
import { type VerifyOptions, verifyOptions } from './options.ts';

/** `luohu verify`: runs a result again and compares the hash. */
export const verifyCommand = (lang: Language): Command<VerifyOptions> => ({
  command: 'verify <run>',
  describe: verifyMessages.verifyCommand()[lang],
  builder: verifyOptions(lang),
  handler: async (options) => (await import('./handler.ts')).verifyRun(options, lang),
});
