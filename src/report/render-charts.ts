import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { languages } from '../language/language.ts';
import { writeWhole } from '../run/write-whole.ts';
import type { ChartInput } from './chart-input.ts';
import { charts } from './charts.ts';
import { renderSvg } from './render-svg.ts';

/**
 * Writes every chart the tables allow, in both languages, as `<outDir>/charts/<name>.<lang>.vl.json` and `.svg`.
 *
 * @returns paths of the files written, relative to `outDir`. A chart whose indicators are absent is skipped and so does
 *   not appear among them.
 * @throws Error when a chart draws with a warning
 */
export async function renderCharts(input: ChartInput, outDir: string): Promise<string[]> {
  await mkdir(join(outDir, 'charts'), { recursive: true });
  const written: string[] = [];
  for (const [name, chart] of Object.entries(charts)) {
    for (const lang of languages) {
      const spec = chart(input, lang);
      if (!spec) continue;
      const svg = await renderSvg(spec);
      for (const [ending, text] of [
        // a map holds its outlines, which nobody reads line by line
        ['vl.json', `${JSON.stringify(spec, null, 'datasets' in spec ? 0 : 1)}\n`],
        ['svg', svg],
      ]) {
        const path = `charts/${name}.${lang}.${ending}`;
        await writeWhole(join(outDir, path), text);
        written.push(path);
      }
    }
  }
  return written;
}
