import type { FiguresFit } from '../../analysis/figures/fit-file.ts';
import { type Language, marks } from '../../language/language.ts';
import { type ChartSpec, head } from '../head.ts';
import { palette } from '../theme.ts';

const MOST = 25;
const Z = 1.645;

const words = {
  zh: { title: '数字说明了什么', notes: ['浅：原来的90%', '深：拟合后的90%', '以原来的标准差为单位'], axis: '标准差' },
  en: {
    title: 'What the figures tell',
    notes: ['light: 90 % before', 'dark: 90 % after', 'in standard deviations of before'],
    axis: 'standard deviations',
  },
} as const;

/** Drivers the figures told most of, each as it was thought before and as it is known now. Null where they told nothing. */
export function figuresToldChart({ told, title }: FiguresFit, lang: Language): ChartSpec | null {
  const shown = told.slice(0, MOST);
  if (shown.length === 0) return null;
  const values = shown.map(({ label, mean, sd }) => ({
    driver: label[lang],
    ...{ mean, low: mean - Z * sd, high: mean + Z * sd, before: -Z, after: Z },
  }));
  const y = { field: 'driver', type: 'nominal' as const, sort: null, title: null, axis: { labelLimit: 320 } };
  const x = (field: string) => ({ field, type: 'quantitative' as const, axis: { title: words[lang].axis } });
  const bar = (from: string, to: string, color: string, height: number, opacity: number) => ({
    mark: { type: 'bar' as const, color, height, opacity },
    encoding: { y, x: x(from), x2: { field: to } },
  });
  return {
    ...head({ scenario: { title } }, lang, {
      title: words[lang].title,
      notes: words[lang].notes,
      description: values
        .slice(0, 5)
        .map(({ driver, mean }) => `${driver} ${mean.toFixed(2)}`)
        .join(marks.semicolon[lang]),
    }),
    width: 380,
    height: { step: 17 },
    data: { values },
    layer: [
      bar('before', 'after', palette.orange, 12, 0.35),
      bar('low', 'high', palette.blue, 6, 0.8),
      { mark: { type: 'tick' as const, color: 'black', thickness: 2, height: 12 }, encoding: { y, x: x('mean') } },
    ],
  };
}
