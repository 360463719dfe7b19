import type { Localized } from '../../language/language.ts';
import type { Worth } from '../cluster-key.ts';
import { runMessages } from '../messages.ts';

/** What is said of a file whose signature is worth so much; null where nothing is to be said. */
export function worthMessage(worth: Worth): Localized | null {
  switch (worth) {
    case 'sound':
      return null;
    case 'unsigned':
      return runMessages.unsignedFile();
    case 'noKey':
      return runMessages.unknownSignature();
    case 'otherKey':
      return runMessages.foreignSignature();
    case 'wrong':
      return runMessages.wrongSignature();
  }
}
