import path from 'node:path';
import { type Language, text } from '../language/language.ts';
import { shownPath } from './shown-path.ts';
import { tell } from './tell.ts';

/** Says which files of a folder that was written anew somebody had changed, and under which names they are kept. */
export function tellEdited(edited: readonly string[], folder: string, lang: Language): void {
  for (const file of edited) {
    const place = shownPath(path.join(folder, file));
    tell(text(`此前被改动过的文件留作 ${place}`, `a file that had been changed is kept as ${place}`)[lang]);
  }
}
