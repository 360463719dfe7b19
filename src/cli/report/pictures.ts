import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Language, languages } from '../../language/language.ts';
import { type ChartName, charts } from '../../report/charts.ts';
import { drawRun, ofWhole, yearly } from '../../report/page/figures.ts';
import type { PageSource } from '../../report/page/page.ts';
import type { Shown } from '../../report/readable/choice.ts';
import { renderPng } from '../../report/render-png.ts';
import { tell } from '../tell.ts';
import { reportMessages as messages } from './messages.ts';

/**
 * Writes every chart of the runs as `charts/<name>.<lang>.png` of their folders; for an area or a year that is asked for as
 * `<name>.<code>.<year>.<lang>.png`, where the chart can be of one. Answers with the files written.
 */
export async function writePictures(
  sources: readonly PageSource[],
  lang: Language,
  { years, areas = ['city'] }: Shown = {},
): Promise<string[]> {
  tell(messages.drawing()[lang]);
  const written: string[] = [];
  for (const { run, folder } of sources) {
    await mkdir(path.join(folder, 'charts'), { recursive: true });
    const drawn = Object.keys(charts).flatMap((name) => {
      const ofYears = years !== undefined && yearly.has(name) ? years : [null];
      const ofAreas = ofWhole.has(name) ? ['city'] : areas;
      return ofAreas.flatMap((area) => ofYears.map((year) => ({ name: name as ChartName, area, year })));
    });
    for (const { name, area, year } of drawn) {
      const called = [name, ...(area === 'city' ? [] : [area]), ...(year === null ? [] : [year])].join('.');
      for (const language of languages) {
        const spec = drawRun(name, run.input, { lang: language, area, year });
        if (spec === null) continue;
        const file = path.join(folder, 'charts', `${called}.${language}.png`);
        await writeFile(`${file}.part`, await renderPng(spec));
        await rename(`${file}.part`, file);
        written.push(file);
      }
    }
  }
  return written;
}
