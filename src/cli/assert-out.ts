import type { Language } from '../language/language.ts';
import { assertWritable } from '../result/write-results.ts';
import { messages } from './messages.ts';

/** @throws InputError where nothing can be put into the folder, or it cannot be made */
export const assertOut = (folder: string, lang: Language): Promise<void> =>
  assertWritable(folder, (place) => messages.notWritable(place)[lang]);
