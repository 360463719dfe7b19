import { indicatorName, isInPoints, unitNames, unitOf } from '../../../indicator/indicators.ts';
import { text } from '../../../language/language.ts';
import type { FigureBeside } from '../../read/read-own-figures.ts';
import { figure, freeze, growToFit, label, newSheet, put, putRow } from '../build.ts';
import { allAreas, type Context, FIRST_ROW, putHead } from '../context.ts';
import { minus, of, over } from '../expression.ts';
import type { Format, Sheet, Support } from '../sheet.ts';
import { words } from '../words.ts';

const say = {
  name: text('自有数字', 'Own figures'),
  title: text('自有数字与模拟', "Figures of one's own and the run"),
  subtitle: text(
    '情景 observations: 所列的数字，旁列本次模拟的同一数字；模拟经 luohu calibrate 拟合后在误差之内通过这些数字。不参与任何金额计算。',
    'Figures the scenario names under observations:, beside the same of this run, which passes through them within their errors once luohu calibrate has fitted it. No amount is worked out from them.',
  ),
  heads: [
    text('指标', 'Indicator'),
    text('年份', 'Year'),
    text('数字', 'Figure'),
    text('标准误', 'Standard error'),
    text('模拟：平均', 'Run: mean'),
    text('模拟：P5', 'Run: P5'),
    text('模拟：P95', 'Run: P95'),
    text('数字减平均，以标准误计', 'Figure less mean, in standard errors'),
    text('单位', 'Unit'),
    text('来源', 'Source'),
  ],
};

/** A row a figure: what was counted with its error, and what the run says of it; the distance is a live formula. */
export function ownFiguresPage(context: Context, figures: readonly FigureBeside[]): { readonly sheet: Sheet } {
  const { say: said } = context;
  const sheet = newSheet(said(say.name), 'result', [14, 30, 8, 13, 12, 13, 13, 13, 14, 10, 44]);
  putHead(context, sheet, said(say.title), said(say.subtitle));
  putRow(sheet, FIRST_ROW, 0, [said(words.area), ...say.heads.map(said)], 'header');
  freeze(sheet, FIRST_ROW + 1, 2);
  const names = new Map(allAreas(context).map(({ code, name }) => [code, said(name)]));
  figures.forEach(({ area, year, indicator, value, error, source, simulated }, n) => {
    const row = FIRST_ROW + 1 + n;
    const format: Format = isInPoints(indicator) ? 'hundredths' : 'persons';
    const number = (column: number, each: number | undefined, support: Support) =>
      each === undefined || !Number.isFinite(each)
        ? put(sheet, row, column, null, { role: 'blank' })
        : put(sheet, row, column, figure(each, support), { format });
    put(sheet, row, 0, names.get(area) ?? area, { role: 'rowHeader' });
    put(sheet, row, 1, said(indicatorName(indicator)), { role: 'rowHeader' });
    put(sheet, row, 2, label(year), { format: 'year' });
    const counted = number(3, value, 'stated');
    const off = number(4, error, 'stated');
    const mean = number(5, simulated?.mean, 'simulated');
    number(6, simulated?.p05, 'simulated');
    number(7, simulated?.p95, 'simulated');
    if (simulated === null || error === 0) put(sheet, row, 8, null, { role: 'blank' });
    else put(sheet, row, 8, over(minus(of(counted), of(mean)), of(off)), { format: 'hundredths' });
    put(sheet, row, 9, said(unitNames[unitOf(indicator)]));
    put(sheet, row, 10, source);
    growToFit(sheet, row);
  });
  return { sheet };
}
