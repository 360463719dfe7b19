import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FiscalResult } from '../../fiscal/index.ts';
import { languages } from '../../language/language.ts';
import { renderSvg } from '../render-svg.ts';
import { fiscalCharts } from './charts.ts';

/**
 * Draws the fiscal charts in both languages into `folder` as `<name>.<lang>.vl.json` and `.svg`.
 * @returns names of the files
 * @throws Error when a chart draws with a warning
 */
export async function renderFiscal(result: FiscalResult, folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const written: string[] = [];
  for (const [name, chart] of Object.entries(fiscalCharts)) {
    for (const lang of languages) {
      const spec = chart(result, lang);
      const files = {
        [`${name}.${lang}.vl.json`]: `${JSON.stringify(spec, null, 1)}\n`,
        [`${name}.${lang}.svg`]: await renderSvg(spec),
      };
      for (const [file, content] of Object.entries(files)) {
        await writeFile(join(folder, file), content);
        written.push(file);
      }
    }
  }
  return written;
}
