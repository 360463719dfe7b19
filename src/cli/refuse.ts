import type { Language, Localized } from '../language/language.ts';
import { InputError } from '../scenario/errors.ts';

/**
 * Ends a command because of one mistake.
 * @param file the file it is in, where it is in one
 * @throws InputError
 */
export function refuse(message: Localized, lang: Language, file?: string): never {
  throw new InputError([{ ...(file === undefined ? {} : { file }), message: message[lang] }]);
}
