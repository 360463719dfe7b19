import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ScoreRow } from '../../analysis/backtest/score-table.ts';
import { type Localized, languages } from '../../language/language.ts';
import { backtestErrorsChart } from '../../report/chart/backtest-errors.ts';
import { renderSvg } from '../../report/render-svg.ts';

/** Draws the errors of all forecasts into `charts/` of the folder, in both languages, as Vega-Lite and SVG. */
export async function drawBacktestChart(folder: string, title: Localized, rows: readonly ScoreRow[]): Promise<void> {
  const charts = path.join(folder, 'charts');
  await mkdir(charts, { recursive: true });
  for (const lang of languages) {
    const spec = backtestErrorsChart(rows, title, lang);
    if (spec === null) continue;
    await writeWhole(path.join(charts, `backtest-errors.${lang}.vl.json`), `${JSON.stringify(spec, null, 1)}\n`);
    await writeWhole(path.join(charts, `backtest-errors.${lang}.svg`), await renderSvg(spec));
  }
}

async function writeWhole(file: string, text: string): Promise<void> {
  await writeFile(`${file}.part`, text);
  await rename(`${file}.part`, file);
}
