import { expect, it } from 'vitest';
import { languages } from '../../../src/language/language.ts';
import { backtestErrorsChart, type ErrorRow } from '../../../src/report/chart/backtest-errors.ts';
import { renderSvg } from '../../../src/report/render-svg.ts';
import { svgTexts } from '../../report/svg-text.ts';

const title = { zh: '检验', en: 'Backtest' };
const row = (forecaster: string, error: number, changes: Partial<ErrorRow> = {}): ErrorRow => ({
  indicator: 'resident_urbanization_rate',
  level: 'county',
  horizon: '10',
  forecaster,
  name: { zh: forecaster, en: forecaster },
  units: 9,
  unitsOfGroup: 9,
  meanAbsoluteError: error,
  errorInterval: { p05: error / 2, p95: error * 2 },
  ...changes,
});
const rows = [
  row('model', 4.25),
  row('no-change', 12.2),
  row('partly', 3, { units: 2 }),
  row('silent', Number.NaN, { units: 0 }),
  row('alone', 1, { indicator: 'resident_population', errorInterval: { p05: NaN, p95: NaN } }),
];

it.each(languages)('draws the errors of every forecast, the best at the top of its panel (%s)', async (lang) => {
  const svg = await renderSvg(backtestErrorsChart(rows, title, lang)!);
  const texts = svgTexts(svg).map(({ text }) => text);
  const at = (text: string) => texts.indexOf(text);
  expect(at('partly')).toBeGreaterThan(-1);
  expect(at('partly')).toBeLessThan(at('model'));
  expect(at('model')).toBeLessThan(at('no-change'));
  expect(texts).toEqual(expect.arrayContaining(['4.25', '12.20', '1.00', title[lang]]));
  expect(texts).not.toContain('silent');
  expect(texts).toContain(lang === 'zh' ? '常住人口，分县，10年后' : 'Resident population, by county, 10 years ahead');
});

it('says the order in words for those who do not see it', () => {
  expect(backtestErrorsChart(rows, title, 'en')!.description).toContain(
    'Resident urbanization rate, by county, 10 years ahead: partly 3.00, model 4.25, no-change 12.20.',
  );
});

it('is nothing without forecasts', () => expect(backtestErrorsChart([rows[3]], title, 'en')).toBeNull());
