import type { Language } from '../../language/language.ts';
import type { Command } from '../command.ts';
import { attributeMessages as messages } from './messages.ts';
import { type AttributeOptions, attributeOptions } from './options.ts';

/** `luohu attribute`: what each measure of a scenario did. */
export const attributeCommand = (lang: Language): Command<AttributeOptions> => ({
  command: 'attribute <scenario>',
  describe: messages.command()[lang],
  builder: attributeOptions(lang),
  handler: async (options) => (await import('./handler.ts')).attribute(options, lang),
});
