import type { CalibrationFile } from '../../analysis/calibration/calibration-file.ts';
import { isIdentified } from '../../analysis/calibration/summary.ts';
import { transforms } from '../../analysis/calibration/transform.ts';
import type { Language, Localized } from '../../language/language.ts';
import { type ChartSpec, head, type Layer } from '../head.ts';
import { INK, MUTED, palette } from '../theme.ts';
import { tooltip } from '../tooltip.ts';
import { parameterLabel, parameterValue } from './calibration-words.ts';

const WIDTH = 330;
const ROW = 34;

const words = {
  zh: {
    title: '参数：校准前后',
    band: '灰带：先验的90%区间',
    one: '横线与点：后验的90%区间与中心',
    several: ['横线：共同值的90%区间', '点：各地级单位'],
    values: '右侧为取值，标“先验”者数据未能确定',
    axis: '与先验中心之差（先验标准差）',
    prior: '先验',
    described: (identified: number, all: number) => `${all}个参数中，数据确定了${identified}个。`,
  },
  en: {
    title: 'Parameters before and after calibration',
    band: 'grey band: 90 % of the prior',
    one: 'bar and point: 90 % and centre of the posterior',
    several: ['bar: 90 % of the common value', 'points: prefectures'],
    values: 'values at the right, "prior" marks what the figures could not settle',
    axis: 'distance from the centre of the prior, in its standard deviations',
    prior: 'prior',
    described: (identified: number, all: number) => `The figures settle ${identified} of ${all} parameters.`,
  },
} as const;

/** What a calibration's charts are drawn from. */
export type CalibrationCharted = Pick<CalibrationFile, 'parameters' | 'prefectures' | 'kinds'> & {
  readonly title: Localized;
};

/**
 * Every parameter on a line of its own: the prior as a band, the common value as a bar, prefectures as points, all in prior
 * standard deviations; beside them the value, of the prefecture where there is one and else the common one.
 */
export function calibrationPosteriorChart(input: CalibrationCharted, lang: Language): ChartSpec {
  const prefectures = Object.values(input.prefectures);
  const rows = input.parameters.map((parameter, p) => {
    const { name, scale, before, common } = parameter;
    const { to } = transforms[scale];
    const sd = (to(before.high) - to(before.low)) / (2 * BAND);
    const place = (value: number) => (to(value) - to(before.centre)) / sd;
    const only = prefectures.length === 1 ? prefectures[0].estimates[p] : common;
    const [centre, low, high] = [only.centre, only.low, only.high].map((value) => parameterValue(name, value));
    const settled = prefectures.some(({ estimates }) => isIdentified(estimates[p]));
    return {
      settled,
      bar: {
        name: parameterLabel(name, lang),
        low: place(only.low),
        high: place(only.high),
        text: `${centre} (${low} … ${high})${settled ? '' : `  ${words[lang].prior}`}`,
      },
      points: prefectures.map(({ name: city, estimates }) => ({
        name: parameterLabel(name, lang),
        city: city[lang],
        at: place(estimates[p].centre),
      })),
    };
  });
  const text = rows.map(({ bar }) => `${bar.name}: ${bar.text}`).join('; ');
  const settled = rows.filter((row) => row.settled).length;
  const { band, one, several, values } = words[lang];
  return {
    ...head({ scenario: { title: input.title } }, lang, {
      title: words[lang].title,
      notes: [band, ...(prefectures.length === 1 ? [one] : several), values],
      description: `${words[lang].described(settled, rows.length)} ${text}`,
      width: 760,
    }),
    width: WIDTH,
    height: { step: ROW },
    data: { values: rows.map(({ bar }) => bar) },
    encoding: {
      y: {
        field: 'name',
        type: 'nominal',
        sort: rows.map(({ bar }) => bar.name),
        title: null,
        axis: { domain: false, ticks: false, grid: false, labelPadding: 8, labelFontSize: 12 },
      },
    },
    layer: layers(
      rows.flatMap(({ points }) => points),
      lang,
    ),
  };
}

/** Half width of the central 90 % of a normal distribution, in standard deviations. */
const BAND = 1.645;

function layers(points: readonly object[], lang: Language): Layer[] {
  const axis = { title: words[lang].axis, orient: 'bottom' as const, tickCount: 7, grid: true };
  const x = (field: string) => ({
    field,
    type: 'quantitative' as const,
    scale: { nice: true, zero: false },
    axis,
  });
  return [
    {
      mark: { type: 'bar', height: 18, color: '#dcdcdc' },
      encoding: { x: { datum: -BAND, type: 'quantitative', axis }, x2: { datum: BAND } },
    },
    {
      mark: { type: 'rule', strokeWidth: 3, color: palette.blue, opacity: 0.7 },
      encoding: { x: x('low'), x2: { field: 'high' } },
    },
    {
      data: { values: [...points] },
      mark: { type: 'point', filled: true, size: 46, color: palette.vermillion, opacity: 0.85 },
      encoding: { x: x('at'), tooltip: tooltip(lang, 'city', ['at', '.2f']) },
    },
    {
      mark: { type: 'text', align: 'left', color: INK },
      encoding: {
        x: { value: WIDTH + 14 },
        text: { field: 'text', type: 'nominal' },
        color: { condition: { test: `indexof(datum.text, '${words[lang].prior}') > 0`, value: MUTED }, value: INK },
      },
    },
  ];
}
