import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Language, languages } from '../language/language.ts';
import type { ChartSpec } from '../report/head.ts';
import { renderSvg } from '../report/render-svg.ts';

/** Charts of an analysis by the name of their files; null where there is nothing to draw. */
export type Specs = Readonly<Record<string, (lang: Language) => ChartSpec | null>>;

/**
 * Draws charts into `charts/` of a finished result, in both languages, as Vega-Lite and SVG: all of them or none.
 * @returns whether there was anything to draw
 */
export async function drawSpecs(folder: string, specs: Specs): Promise<boolean> {
  const temporary = await mkdtemp(path.join(folder, '.charts.'));
  try {
    const made = path.join(temporary, 'charts');
    await mkdir(made);
    let drawn = 0;
    for (const [name, chart] of Object.entries(specs)) {
      for (const lang of languages) {
        const spec = chart(lang);
        if (spec === null) continue;
        await writeFile(path.join(made, `${name}.${lang}.vl.json`), `${JSON.stringify(spec, null, 1)}\n`);
        await writeFile(path.join(made, `${name}.${lang}.svg`), await renderSvg(spec));
        drawn++;
      }
    }
    if (drawn > 0) await rename(made, path.join(folder, 'charts'));
    return drawn > 0;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
