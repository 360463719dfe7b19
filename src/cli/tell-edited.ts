import { rm } from 'node:fs/promises';
import path from 'node:path';
import { type Language, text } from '../language/language.ts';
import { shownPath } from './shown-path.ts';
import { tell } from './tell.ts';

/**
 * Says which files of a folder that was written anew somebody had changed, and under which names they are kept.
 * @param drop removes them instead, as `--force` asks
 */
export async function tellEdited(
  edited: readonly string[],
  folder: string,
  lang: Language,
  drop = false,
): Promise<void> {
  for (const file of edited) {
    if (drop) await rm(path.join(folder, file), { force: true });
    else {
      const place = shownPath(path.join(folder, file));
      tell(text(`此前被改动过的文件留作 ${place}`, `a file that had been changed is kept as ${place}`)[lang]);
    }
  }
}

/** What `--force` does where a command writes anew what it wrote before. */
export const forceMessage = () =>
  text('被改动过的文件直接覆盖，不另留', 'write over files that were changed, keep no copy of them');
