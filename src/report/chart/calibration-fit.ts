import { extent } from 'd3-array';
import type { KindSummary } from '../../analysis/calibration/summary.ts';
import { indicatorName } from '../../indicator/indicators.ts';
import type { Language } from '../../language/language.ts';
import { niceDomain } from '../fan.ts';
import { type ChartSpec, head } from '../head.ts';
import { INK, MUTED, palette } from '../theme.ts';
import { tooltip } from '../tooltip.ts';
import { wrapText } from '../wrap-text.ts';
import type { CalibrationCharted } from './calibration-posterior.ts';
import { missText } from './calibration-words.ts';

const SIDE = 190;

const words = {
  zh: {
    title: '校准前后的模拟值与普查值',
    notes: ['横轴：普查', '纵轴：模拟', '空心：校准前', '实心：校准后', '斜线：完全一致'],
    missed: (before: string, after: string) => `典型误差 ${before} → ${after}`,
    units: { log: '人（对数轴）', points: '占常住人口%', logShare: '占常住人口%（对数轴）' },
  },
  en: {
    title: 'Simulated and counted figures, before and after calibration',
    notes: ['across: census', 'up: simulated', 'hollow: before', 'filled: after', 'slanting line: equal'],
    missed: (before: string, after: string) => `typical miss ${before} → ${after}`,
    units: { log: 'persons (log axis)', points: '% of residents', logShare: '% of residents (log axis)' },
  },
} as const;

/** A panel for each kind of figure: every area as counted and as simulated, at the centre of the prior and at the fitted values. */
export function calibrationFitChart(input: CalibrationCharted, lang: Language): ChartSpec {
  return {
    ...head({ scenario: { title: input.title } }, lang, {
      title: words[lang].title,
      notes: words[lang].notes,
      description: input.kinds
        .map((kind) => `${indicatorName(kind.indicator)[lang]}: ${missedText(kind, lang)}`)
        .join('; '),
    }),
    columns: 3,
    align: 'all',
    spacing: { row: 34, column: 34 },
    concat: input.kinds.map((kind) => panel(kind, input, lang)),
  };
}

function panel(kind: KindSummary, { prefectures }: CalibrationCharted, lang: Language) {
  const shown = valueOn[kind.scale];
  const values = Object.values(prefectures).flatMap(({ name, areas, outcomes }) =>
    outcomes
      .filter(({ indicator }) => indicator === kind.indicator)
      .map(({ area, observed, before, check }) => ({
        area: `${name[lang]} ${areas.find(({ code }) => code === area)?.name[lang] ?? area}`,
        observed: shown(observed),
        before: shown(before),
        after: shown(check),
      })),
  );
  const logarithmic = kind.scale !== 'points';
  const [low, high] = extent(values.flatMap((value) => [value.observed, value.before, value.after])) as [
    number,
    number,
  ];
  const domain = logarithmic ? [low / 1.1, high * 1.1] : niceDomain([low, high], 4);
  const scale = logarithmic
    ? { type: 'log' as const, domain, nice: false }
    : { type: 'linear' as const, domain, nice: false, zero: false };
  const axis = { tickCount: 4, title: words[lang].units[kind.scale], format: kind.scale === 'log' ? '~s' : '~r' };
  const channel = (field: string) => ({ field, type: 'quantitative' as const, scale });
  const x = { ...channel('observed'), axis: { ...axis, labelFlush: false } };
  return {
    width: SIDE,
    height: SIDE,
    title: {
      text: wrapText(indicatorName(kind.indicator)[lang], SIDE + 20, 12),
      subtitle: missedText(kind, lang),
      frame: 'group' as const,
      fontSize: 12,
      color: INK,
      subtitleColor: MUTED,
      offset: 8,
    },
    data: { values },
    layer: [
      {
        data: { values: domain.map((value) => ({ observed: value, equal: value })) },
        mark: { type: 'line' as const, color: '#8c8c8c', strokeWidth: 1 },
        encoding: { x, y: { ...channel('equal'), axis: { ...axis, title: null } } },
      },
      {
        mark: { type: 'point' as const, filled: false, size: 36, color: palette.orange, strokeWidth: 1.3 },
        encoding: { x, y: { ...channel('before'), axis: { ...axis, title: null } } },
      },
      {
        mark: { type: 'point' as const, filled: true, size: 36, color: palette.blue, opacity: 0.9 },
        encoding: {
          x,
          y: { ...channel('after'), axis: { ...axis, title: null } },
          tooltip: tooltip(lang, 'area', 'observed', 'before', 'after'),
        },
      },
    ],
  };
}

/** Back from the scale of a kind to what a reader knows: persons, or per cent of the residents. */
const valueOn = {
  log: (value: number) => Math.exp(value),
  points: (value: number) => value,
  logShare: (value: number) => Math.max(0.01, Math.exp(value) - 0.1),
} as const;

function missedText({ scale, missed }: KindSummary, lang: Language): string {
  return words[lang].missed(missText(missed.before, scale), missText(missed.check, scale));
}
