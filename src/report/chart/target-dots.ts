import { indicatorName } from '../../indicator/indicators.ts';
import { type Language, marks, text } from '../../language/language.ts';
import type { ChartInput, Target, TargetValues } from '../chart-input.ts';
import { niceDomain } from '../fan.ts';
import { percent } from '../format.ts';
import { type ChartSpec, head, panelTitle } from '../head.ts';
import { dotsFor, quantileDots, wilsonInterval } from '../quantile-dots.ts';
import { INK, MUTED, palette, WIDTH } from '../theme.ts';

/** Pixels of a dot, and of the air between two. */
const DOT = 15;
const AIR = 1;
/** Pixels in which dots are piled: two dots wide, so that piles stay apart when the chart is drawn half as wide. */
const PILE = 2 * (DOT + AIR);
/** Pixels a panel's title may take, on a telephone too. */
const TITLE = 320;
/** Most targets that are shown. */
const MOST = 6;

const words = {
  dot: (count: number, replicates: number) =>
    count === replicates
      ? text('每点为一次模拟', 'Each dot is a replicate')
      : text(
          `${count}个点代表全部模拟，每点${100 / count}%`,
          `${count} dots stand for all replicates, ${100 / count} % each`,
        ),
  reached: text('实心：达到目标', 'filled: the target is reached'),
  several: (likely: number, all: number) =>
    text(
      `${all}个文件目标（每种读法各算一个）中，${likely}个达到的可能过半`,
      `${likely} of the documents' ${all} targets (each reading by itself) ${likely === 1 ? 'is' : 'are'} more likely reached than missed`,
    ),
  target: (value: string) => text(`目标 ${value}`, `target ${value}`),
};

interface Told {
  readonly target: Target;
  readonly values: readonly number[];
  readonly sentence: string;
  readonly share: number;
}

/**
 * How likely each target of a document is: the replicates in the target's year as dots to be counted, those that reach it filled. Null
 * without targets that fall into the simulated years, or without the replicates' values.
 */
export function targetDotsChart(input: ChartInput, lang: Language): ChartSpec | null {
  const told = (input.targets ?? []).flatMap((target) => tellOf(target, input, lang)).slice(0, MOST);
  if (told.length === 0) return null;
  const likely = told.filter(({ share }) => share > 0.5).length;
  const replicates = Math.min(...told.map(({ values }) => values.length));
  const only = told.length === 1;
  return {
    ...head(input, lang, {
      title: only ? told[0].sentence : words.several(likely, told.length)[lang],
      notes: [words.dot(dotsFor(replicates), replicates)[lang], words.reached[lang]],
      ...(only ? { source: told[0].target.label[lang] } : {}),
      description: told
        .map(({ target, sentence }) => `${target.label[lang]}${marks.colon[lang]}${sentence}`)
        .join(marks.semicolon[lang]),
    }),
    spacing: 26,
    vconcat: told.map((each) => panel(each, only, lang)),
  };
}

function tellOf(target: Target, { targetValues = [], scenario }: ChartInput, lang: Language): Told[] {
  const isIts = ({ indicator, year }: TargetValues): boolean => indicator === target.indicator && year === target.year;
  const values = (targetValues.find(isIts)?.values ?? []).filter(Number.isFinite);
  // in the base year nothing has been simulated yet
  if (values.length < 2 || target.year <= scenario.baseYear || target.year > scenario.endYear) return [];
  const many = values.filter((value) => value >= target.value).length;
  const [low, high] = wilsonInterval(many, values.length);
  const name = indicatorName(target.indicator)[lang];
  const of = (share: number): string => String(Math.round(100 * share));
  const sentence = text(
    `${target.year}年${name}达到${percent(target.value, lang)}的可能为${of(many / values.length)}%（${values.length}次模拟中${many}次；90%区间${of(low)}%–${of(high)}%）`,
    `${name} of ${percent(target.value, lang)} by ${target.year}: a chance of ${of(many / values.length)} % (${many} of ${values.length} replicates; 90 % interval ${of(low)}–${of(high)} %)`,
  )[lang];
  return [{ target, values, sentence, share: many / values.length }];
}

function panel({ target, values, sentence }: Told, only: boolean, lang: Language) {
  const domain = niceDomain([...values, target.value], 6);
  const width = ((domain[1] - domain[0]) * PILE) / WIDTH;
  const dots = quantileDots(values, target.value, width, dotsFor(values.length));
  const levels = Math.max(3, ...dots.map(({ level }) => level));
  const height = levels * (DOT + AIR);
  const x = {
    field: 'value',
    type: 'quantitative' as const,
    scale: { domain, nice: false, zero: false },
    axis: { title: `${indicatorName(target.indicator)[lang]}${text('（%）', ', %')[lang]}`, tickCount: 6, grid: false },
  };
  const y = {
    field: 'level',
    type: 'quantitative' as const,
    scale: { domain: [0.5, levels + 0.5], nice: false, zero: false },
    axis: null,
  };
  const rows = dots.map((dot) => ({ indicator: target.indicator, year: target.year, target: target.value, ...dot }));
  const layerOf = (reached: boolean) => ({
    data: { values: rows.filter((row) => row.reached === reached) },
    mark: {
      type: 'point' as const,
      shape: 'circle',
      size: Math.PI * ((DOT - 1) / 2) ** 2,
      filled: reached,
      color: reached ? palette.blue : MUTED,
      strokeWidth: 1.5,
      opacity: 1,
    },
    encoding: { x, y },
  });
  const rule = { data: { values: [{ value: target.value, text: words.target(percent(target.value, lang))[lang] }] } };
  // the name stands on the side where there is more room
  const toRight = target.value < (domain[0] + domain[1]) / 2;
  return {
    ...(only ? {} : { title: panelTitle(`${target.label[lang]}${marks.colon[lang]}${sentence}`, [], TITLE, 12) }),
    width: WIDTH,
    height,
    layer: [
      layerOf(false),
      layerOf(true),
      { ...rule, mark: { type: 'rule' as const, color: INK, strokeWidth: 1.5, strokeDash: [4, 3] }, encoding: { x } },
      {
        ...rule,
        mark: {
          type: 'text' as const,
          align: toRight ? ('left' as const) : ('right' as const),
          dx: toRight ? 6 : -6,
          y: -7,
          color: INK,
        },
        encoding: { x, text: { field: 'text', type: 'nominal' as const } },
      },
    ],
  };
}
