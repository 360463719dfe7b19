import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Language, languages } from '../../language/language.ts';
import { charts } from '../../report/charts.ts';
import type { PageSource } from '../../report/page/page.ts';
import { renderPng } from '../../report/render-png.ts';
import { tell } from '../tell.ts';
import { reportMessages as messages } from './messages.ts';

/** Writes every chart of the runs as `charts/<name>.<lang>.png` of their folders; answers with the files written. */
export async function writePictures(sources: readonly PageSource[], lang: Language): Promise<string[]> {
  tell(messages.drawing()[lang]);
  const written: string[] = [];
  for (const { run, folder } of sources) {
    await mkdir(path.join(folder, 'charts'), { recursive: true });
    for (const [name, chart] of Object.entries(charts)) {
      for (const language of languages) {
        const spec = chart(run.input, language);
        if (spec === null) continue;
        const file = path.join(folder, 'charts', `${name}.${language}.png`);
        await writeFile(`${file}.part`, await renderPng(spec));
        await rename(`${file}.part`, file);
        written.push(file);
      }
    }
  }
  return written;
}
