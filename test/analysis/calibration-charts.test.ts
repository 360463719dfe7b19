import { describe, expect, it } from 'vitest';
import { calibratedParameters } from '../../src/analysis/calibration/parameters.ts';
import { targetKinds } from '../../src/analysis/calibration/target-kinds.ts';
import { languages } from '../../src/language/language.ts';
import { calibrationFitChart } from '../../src/report/chart/calibration-fit.ts';
import { type CalibrationCharted, calibrationPosteriorChart } from '../../src/report/chart/calibration-posterior.ts';
import { missText, parameterValue } from '../../src/report/chart/calibration-words.ts';
import { renderSvg } from '../../src/report/render-svg.ts';
import { svgSize, svgTexts } from '../report/svg-text.ts';

const estimate = { centre: 0.04, low: 0.02, high: 0.08, ratio: 0.5 };
const outcome = (indicator: string, area: string, observed: number) => ({
  ...{ indicator, area, year: 2020, source: 's', observed, weight: 1 },
  ...{ before: observed + 0.3, after: observed + 0.1, check: observed + 0.1 },
});

const input = (cities: number): CalibrationCharted => ({
  title: { zh: '校准：两市', en: 'Calibration: two cities' },
  parameters: calibratedParameters.map((parameter) => ({
    ...parameter,
    before: { centre: 0.05, low: 0.02, high: 0.1 },
    common: estimate,
    spread: { before: 0.2, after: 0.1 },
  })),
  kinds: targetKinds.map((kind) => ({
    ...kind,
    figures: 2,
    missed: { before: 0.3, after: 0.1, check: 0.1 },
    estimated: { county: 0.1, shared: 0.1 },
  })),
  prefectures: Object.fromEntries(
    Array.from({ length: cities }, (_, c) => {
      const outcomes = targetKinds.flatMap(({ indicator }, k) =>
        ['1', '2'].map((area, a) => outcome(indicator, area, 2 * k + a)),
      );
      const areas = [{ code: '1', name: { zh: '一县', en: 'One' } }];
      const estimates = calibratedParameters.map((_, p) => ({ ...estimate, ratio: p % 2 === 0 ? 0.5 : 0.9 }));
      const city = {
        city: String(c),
        name: { zh: '甲', en: 'A' },
        scenario: 's',
        sample: 1,
        areas,
        estimates,
        outcomes,
      };
      return [String(c), { ...city, centre: [], draws: [] }];
    }),
  ),
});

const charts = { posterior: calibrationPosteriorChart, fit: calibrationFitChart };
const each = Object.keys(charts).flatMap((name) =>
  languages.flatMap((lang) => [1, 2].map((cities) => [name as keyof typeof charts, lang, cities] as const)),
);

describe.each(each)('chart %s in %s of %i', (name, lang, cities) => {
  it('draws without a warning, with nothing cut off', async () => {
    const spec = charts[name](input(cities), lang);
    const svg = await renderSvg(spec);
    expect(spec.description).toContain(input(1).title[lang]);
    const { width, height } = svgSize(svg);
    const cut = svgTexts(svg).filter(({ left, right, baseline }) => left < 0 || right > width || baseline > height);
    expect(cut.map(({ text }) => text)).toEqual([]);
  });
});

it('marks what the figures could not settle', () => {
  const { data } = calibrationPosteriorChart(input(1), 'en') as { data: { values: { text: string }[] } };
  const marked = data.values.map(({ text }) => text.endsWith('prior'));
  expect(marked).toEqual(calibratedParameters.map((_, p) => p % 2 === 1));
});

it.each([
  ['place.townConstant', -0.25, '−0.25'],
  ['return.hazard', 0.0349, '3.5%'],
  ['inMigration.factor', 1.052, '1.05'],
] as const)('shows %s %f as %s', (name, value, shown) => {
  expect(parameterValue(name, value)).toBe(shown);
});

it.each([
  ['points', 2.345, '2.35'],
  ['log', 0.05, '5.1%'],
  ['logShare', 1, '×2.72'],
] as const)('shows a miss on the %s scale of %f as %s', (scale, miss, shown) => {
  expect(missText(miss, scale)).toBe(shown);
});
