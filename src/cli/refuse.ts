import type { LocalName } from '../scenario/city-data.ts';
import { InputError } from '../scenario/errors.ts';
import type { Language } from './messages.ts';

/**
 * Ends a command because of one mistake.
 * @param file the file it is in, where it is in one
 * @throws InputError
 */
export function refuse(message: LocalName, lang: Language, file?: string): never {
  throw new InputError([{ ...(file === undefined ? {} : { file }), message: message[lang] }]);
}
