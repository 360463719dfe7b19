import type { Sensitivity, SensitivityQuestion } from '../../analysis/sensitivity/sensitivity.ts';
import { indicatorName } from '../../indicator/indicators.ts';
import { type Localized, text } from '../../language/language.ts';
import { sensitivityTornadoChart, type TornadoRow } from '../../report/chart/sensitivity-tornado.ts';
import { drawSpecs } from '../draw-specs.ts';
import { nameOf, shownNumber } from './report.ts';

/** Draws a tornado an indicator into `charts/` of a folder that is being made; none where nothing varies. */
export async function drawSensitivity(
  folder: string,
  title: Localized,
  { indicators, years }: SensitivityQuestion,
  found: Sensitivity,
): Promise<void> {
  const pictures = indicators.flatMap((indicator, i) => {
    const { mean, variance } = found.decompositions[i];
    if (!(variance.value > 0)) return [];
    const picture = {
      title,
      indicator: text(`${years.by}年${indicatorName(indicator).zh}`, `${indicatorName(indicator).en}, ${years.by}`),
      mean: shownNumber(mean, indicator),
      sd: shownNumber(Math.sqrt(variance.value), indicator),
      rows: rowsOf(found, i),
    };
    return [[`tornado.${indicator}`, (lang: 'zh' | 'en') => sensitivityTornadoChart(picture, lang)] as const];
  });
  await drawSpecs(folder, Object.fromEntries(pictures));
}

function rowsOf(found: Sensitivity, indicator: number): TornadoRow[] {
  return found.studied.map((factor, s) => {
    const { first, total } = found.decompositions[indicator].factors[s];
    const ordered = factor.kind === 'parameter' || factor.kind === 'lever';
    const { mu, muStar } = ordered ? found.screening[indicator][found.factors.indexOf(factor)] : { mu: 0, muStar: 1 };
    // a direction is told where nearly all walks went the same way
    const direction = Math.abs(mu) > 0.8 * muStar ? (mu > 0 ? 1 : -1) : 0;
    return { name: nameOf(factor), kind: factor.kind, direction, first, total };
  });
}
