import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Sensitivity, SensitivityQuestion } from '../../analysis/sensitivity/sensitivity.ts';
import { sensitivityTornadoChart, type TornadoRow } from '../../report/chart/sensitivity-tornado.ts';
import { languages } from '../../report/chart-input.ts';
import { indicatorLabel } from '../../report/labels.ts';
import { renderSvg } from '../../report/render-svg.ts';
import type { LocalName } from '../../scenario/city-data.ts';
import { nameOf, shownNumber } from './report.ts';

/** Draws a tornado an indicator into `charts/` of a folder that is being made, in both languages, as Vega-Lite and SVG. */
export async function drawSensitivity(
  folder: string,
  title: LocalName,
  question: SensitivityQuestion,
  found: Sensitivity,
): Promise<void> {
  const charts = path.join(folder, 'charts');
  await mkdir(charts);
  for (const [i, indicator] of question.indicators.entries()) {
    const { mean, variance } = found.decompositions[i]!;
    if (!(variance.value > 0)) continue;
    for (const lang of languages) {
      const spec = sensitivityTornadoChart(
        {
          title,
          indicator: {
            zh: `${question.years.by}年${indicatorLabel(indicator, 'zh')}`,
            en: `${indicatorLabel(indicator, 'en')}, ${question.years.by}`,
          },
          mean: shownNumber(mean, indicator),
          sd: shownNumber(Math.sqrt(variance.value), indicator),
          rows: rowsOf(found, i),
        },
        lang,
      );
      const place = path.join(charts, `tornado.${indicator}.${lang}`);
      await writeFile(`${place}.vl.json`, `${JSON.stringify(spec, null, 1)}\n`);
      await writeFile(`${place}.svg`, await renderSvg(spec));
    }
  }
}

function rowsOf(found: Sensitivity, indicator: number): TornadoRow[] {
  return found.studied.map((factor, s) => {
    const { first, total } = found.decompositions[indicator]!.factors[s]!;
    const ordered = factor.kind === 'parameter' || factor.kind === 'lever';
    const { mu, muStar } = ordered ? found.screening[indicator]![found.factors.indexOf(factor)]! : { mu: 0, muStar: 1 };
    // a direction is told where nearly all walks went the same way
    const direction = Math.abs(mu) > 0.8 * muStar ? (mu > 0 ? 1 : -1) : 0;
    return { name: nameOf(factor), kind: factor.kind, direction, first, total };
  });
}
