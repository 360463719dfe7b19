import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { ScoreRow } from '../../analysis/backtest/score-table.ts';
import { type Localized, languages } from '../../language/language.ts';
import { backtestCalibrationChart, type CalibrationRow } from '../../report/chart/backtest-calibration.ts';
import { backtestErrorsChart } from '../../report/chart/backtest-errors.ts';
import { renderSvg } from '../../report/render-svg.ts';
import { writeWhole } from '../../run/write-whole.ts';

/**
 * Draws the errors of all forecasts, and where outcomes fell in those of the model, into `charts/` of the folder, in both languages, as
 * Vega-Lite and SVG.
 */
export async function drawBacktestCharts(
  folder: string,
  title: Localized,
  rows: readonly ScoreRow[],
  calibration: readonly CalibrationRow[],
): Promise<void> {
  const charts = path.join(folder, 'charts');
  await mkdir(charts, { recursive: true });
  for (const lang of languages) {
    const specs = {
      'backtest-errors': backtestErrorsChart(rows, title, lang),
      'backtest-calibration': backtestCalibrationChart(calibration, title, lang),
    };
    for (const [name, spec] of Object.entries(specs)) {
      if (spec === null) continue;
      await writeWhole(path.join(charts, `${name}.${lang}.vl.json`), `${JSON.stringify(spec, null, 1)}\n`);
      await writeWhole(path.join(charts, `${name}.${lang}.svg`), await renderSvg(spec));
    }
  }
}
