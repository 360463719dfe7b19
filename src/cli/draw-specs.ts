import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Language, languages } from '../language/language.ts';
import type { ChartSpec } from '../report/head.ts';
import { renderSvg } from '../report/render-svg.ts';
import { writeFolder } from '../result/write-results.ts';

/** Charts of an analysis by the name of their files; null where there is nothing to draw. */
export type Specs = Readonly<Record<string, (lang: Language) => ChartSpec | null>>;

/**
 * Draws charts into `charts/` of a finished result, in both languages, as Vega-Lite and SVG: all of them or none.
 * @returns whether there was anything to draw
 */
export async function drawSpecs(folder: string, specs: Specs): Promise<boolean> {
  const drawn = Object.entries(specs).flatMap(([name, chart]) =>
    languages.flatMap((lang) => {
      const spec = chart(lang);
      return spec === null ? [] : [{ name: `${name}.${lang}`, spec }];
    }),
  );
  if (drawn.length === 0) return false;
  await writeFolder(folder, 'charts', async (made) => {
    for (const { name, spec } of drawn) {
      await writeFile(path.join(made, `${name}.vl.json`), `${JSON.stringify(spec, null, 1)}\n`);
      await writeFile(path.join(made, `${name}.svg`), await renderSvg(spec));
    }
  });
  return true;
}
