import type { Language } from '../../language/language.ts';
import type { ChartInput } from '../chart-input.ts';
import { fanData, fanLayers, niceDomain, yearChannel } from '../fan.ts';
import { percent } from '../format.ts';
import { type ChartSpec, head, panelTitle, shadedNote } from '../head.ts';
import { wordsOf } from '../parts.ts';
import { series } from '../series.ts';
import { palette } from '../theme.ts';
import { wrapText } from '../wrap-text.ts';

const PANEL_WIDTH = 150;
const PANEL_HEIGHT = 96;
const COLUMNS = 4;

const rates = ['resident_urbanization_rate', 'registered_urbanization_rate'] as const;
const colours = [palette.blue, palette.vermillion];
const dashes = [[1, 0] as const, [5, 3] as const];

const words = {
  zh: {
    title: (each: string) => `${each}两率走势（%）`,
    note: '实线：常住；虚线：户籍',
    ends: (a: string, b: string) => `常住${a}，户籍${b}`,
  },
  en: {
    title: (each: string) => `Both rates ${each} (percent)`,
    note: 'solid: resident; dashed: registered',
    ends: (a: string, b: string) => `resident ${a}, registered ${b}`,
  },
} as const;

/**
 * A small fan chart of the two urbanization rates for every county (or prefecture, or province), all on one scale. Null unless a county has both rates for
 * two years or more.
 */
export function countyFansChart(input: ChartInput, lang: Language): ChartSpec | null {
  const counties = input.areas
    .map(({ code, name }) => ({ code, name: name[lang], fans: rates.map((rate) => series(input, rate, code)) }))
    .filter(({ fans }) => fans.every((fan) => fan.length > 1));
  if (counties.length === 0) return null;
  const [low, high] = niceDomain(
    counties.flatMap(({ fans }) => fans.flat().flatMap(({ p05, p95 }) => [p05, p95])),
    4,
  );
  const domain: [number, number] = [Math.max(0, low), Math.min(100, high)];
  return {
    ...head(input, lang, {
      title: words[lang].title(wordsOf(input).each[lang]),
      notes: [shadedNote[lang], words[lang].note],
      description: counties.map((county) => `${county.name}: ${endsOf(county.fans, lang)}`).join('; '),
    }),
    columns: COLUMNS,
    align: 'all',
    spacing: { row: 20, column: 18 },
    concat: counties.map((county) => panel(county, domain, lang)),
  };
}

interface County {
  readonly code: string;
  readonly name: string;
  readonly fans: ReturnType<typeof series>[];
}

function panel({ code, name, fans }: County, domain: readonly [number, number], lang: Language) {
  const years = fans[0].map(({ year }) => year);
  const [from, to] = [years[0], years.at(-1)!];
  const x = yearChannel(from, to);
  return {
    width: PANEL_WIDTH,
    height: PANEL_HEIGHT,
    title: panelTitle(name, wrapText(endsOf(fans, lang), PANEL_WIDTH, 10), PANEL_WIDTH),
    data: { values: fanData(fans.flat()).map((row) => ({ ...row, area: code })) },
    layer: fanLayers({
      x: { ...x, axis: { ...x.axis, values: [from, to] } },
      y: { scale: { domain: [...domain], nice: false, zero: false }, axis: { tickCount: 4 } },
      indicators: rates,
      colours,
      dashes,
      lang,
    }),
  };
}

const endsOf = (fans: County['fans'], lang: Language): string => {
  const [resident, registered] = fans.map((fan) => percent(fan.at(-1)!.mean, lang));
  return words[lang].ends(resident, registered);
};
