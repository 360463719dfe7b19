import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Language, languages } from '../../language/language.ts';
import type { ChartSpec } from '../../report/head.ts';
import { renderSvg } from '../../report/render-svg.ts';

/** Draws charts in both languages into a folder, each as specification and picture that appear whole or not at all; null is no chart. */
export async function drawInBoth(
  folder: string,
  charts: Readonly<Record<string, (lang: Language) => ChartSpec | null>>,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, chart] of Object.entries(charts)) {
    for (const lang of languages) {
      const spec = chart(lang);
      if (spec === null) continue;
      for (const [ending, text] of [
        ['vl.json', `${JSON.stringify(spec, null, 1)}\n`],
        ['svg', await renderSvg(spec)],
      ] as const) {
        const place = path.join(folder, `${name}.${lang}.${ending}`);
        await writeFile(`${place}.part`, text);
        await rename(`${place}.part`, place);
      }
    }
  }
}
