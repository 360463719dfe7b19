import { indicatorName, isInPoints, unitOf } from '../../indicator/indicators.ts';
import { type Language, text } from '../../language/language.ts';
import { niceDomain, yearChannel } from '../../report/fan.ts';
import { differs, inYear } from '../../report/finding.ts';
import { yuan } from '../../report/fiscal/money.ts';
import { axisTitle } from '../../report/format.ts';
import { type ChartSpec, head, type Layer } from '../../report/head.ts';
import { MUTED, palette } from '../../report/theme.ts';
import { tooltip } from '../../report/tooltip.ts';
import { between, type Compared, type Measure } from '../scene/compare.ts';
import { amountAxis, effect, isMoney, measureName } from './measures.ts';
import { type WhatIf, WIDTH } from './what-if.ts';

const HEIGHT = 300;

const words = {
  zh: {
    title: (name: string) => `变动的效果：${name}`,
    note: '变动后减变动前，逐次配对；阴影：50%与90%的配对，线：平均',
    points: '百分点',
  },
  en: {
    title: (name: string) => `Effect of the changes: ${name}`,
    note: 'After minus before, pair by pair; shaded: 50 % and 90 % of pairs, line: mean',
    points: 'percentage points',
  },
} as const;

/** Paired differences of a measure by year around a zero line; null without changes or without two years. */
export function differenceChart(whatIf: WhatIf, measure: Measure, lang: Language): ChartSpec | null {
  const rows = whatIf.compare(measure).filter(({ difference }) => difference.replicates > 0);
  if (!whatIf.changed || rows.length < 2) return null;
  const values = rows.map(({ year, difference: { mean, p05, p25, p75, p95 } }) => ({ year, mean, p05, p25, p75, p95 }));
  const domain = niceDomain([0, ...values.flatMap((row) => [row.p05, row.p95])]);
  const largest = Math.max(Math.abs(domain[0]), Math.abs(domain[1]));
  const { unit, labelExpr } = isInPoints(measure.indicator)
    ? { unit: words[lang].points, labelExpr: undefined }
    : signed(amountAxis(largest, measure, lang), measure);
  const axis = { ...axisTitle(unit, lang), tickCount: 6, ...(labelExpr ? { labelExpr } : {}) };
  return {
    ...head(whatIf, lang, {
      title: finding(rows.at(-1)!, measure, lang),
      topic: words[lang].title(measureName(measure)[lang]),
      notes: [words[lang].note],
      description: describe(rows.at(-1)!, measure, lang),
      width: WIDTH + 40,
    }),
    width: WIDTH,
    height: HEIGHT,
    data: { values },
    layer: layers(
      yearChannel(rows[0].year, rows.at(-1)!.year),
      { scale: { domain, nice: false }, axis },
      isInPoints(measure.indicator),
      lang,
    ),
  };
}

/** What the changes come to in the last year. */
function finding({ year, difference }: Compared, measure: Measure, lang: Language): string {
  const { indicator, cumulative } = measure;
  const of = inYear(indicatorName(indicator), year, cumulative);
  const said = differs(
    {
      ...between(difference),
      unit: isInPoints(indicator) ? 'percentage points' : unitOf(indicator),
      ...(isMoney(measure) ? { format: (size: number, among: readonly number[]) => yuan(size, lang, among) } : {}),
    },
    lang,
  );
  return text(`${of.zh}${said}`, `${of.en}: ${said}`)[lang];
}

/** Axes of persons show absolute values; differences have a sign. */
const signed = ({ unit, labelExpr }: ReturnType<typeof amountAxis>, measure: Measure) => ({
  unit,
  labelExpr: isMoney(measure) ? labelExpr : `(datum.value < 0 ? '−' : '') + ${labelExpr}`,
});

function layers(
  x: ReturnType<typeof yearChannel>,
  y: { scale: object; axis: object },
  rate: boolean,
  lang: Language,
): Layer[] {
  const band = (low: string, high: string, opacity: number): Layer => ({
    mark: { type: 'area', opacity, color: palette.green },
    encoding: { x, y: { field: low, type: 'quantitative', title: null, ...y }, y2: { field: high } },
  });
  const format = rate ? '+.2f' : '+,.0f';
  return [
    band('p05', 'p95', 0.2),
    band('p25', 'p75', 0.35),
    {
      data: { values: [{ zero: 0 }] },
      mark: { type: 'rule', color: MUTED },
      encoding: { y: { field: 'zero', type: 'quantitative' } },
    },
    {
      mark: { type: 'line', strokeWidth: 2.4, color: '#00664b' },
      encoding: {
        x,
        y: { field: 'mean', type: 'quantitative', title: null, ...y },
        tooltip: tooltip(lang, ['year', 'd'], ['mean', format], ['p05', format], ['p95', format]),
      },
    },
  ];
}

function describe({ year, difference }: Compared, measure: Measure, lang: Language): string {
  const [mean, p05, p95] = [difference.mean, difference.p05, difference.p95].map((value, _, all) =>
    effect(value, measure, lang, all),
  );
  return text(
    `${year}年平均${mean}，90%的配对在${p05}至${p95}之间。`,
    `${mean} in ${year} on average, 90 % of pairs between ${p05} and ${p95}.`,
  )[lang];
}
