import { type Language, type Localized, marks } from '../../language/language.ts';
import { axisTitle } from '../format.ts';
import { type ChartSpec, head, type Layer } from '../head.ts';
import { INK, MUTED, palette, WIDTH } from '../theme.ts';

/** A plan as the chart shows it. */
interface FrontierPoint {
  /** Yuan. */
  readonly cost: number;
  readonly share: number;
}

export interface FrontierChart {
  readonly title: Localized;
  /** The target in words: `registered urbanization rate of 36 % or more in 2030`. */
  readonly target: Localized;
  readonly probability: number;
  readonly budget: number | null;
  /** Plans not beaten in cost and probability at once, the cheapest first. */
  readonly frontier: readonly FrontierPoint[];
  /** All other plans simulated. */
  readonly others: readonly FrontierPoint[];
  readonly answer: FrontierPoint | null;
  /** The answer in fresh replicates, with the interval of its probability. */
  readonly proof: (FrontierPoint & { readonly interval: readonly [number, number] }) | null;
}

const words = {
  zh: {
    title: '花多少钱，有多大把握',
    cost: (unit: string) => `费用（${unit}，2020年价格，起始年至目标年合计）`,
    share: '达到目标的概率',
    notes: ['阶梯线：各概率下最便宜的方案', '灰点：其他试算的方案'],
    proof: '菱形：所选方案用新种子重算，竖线为90%区间',
    nothingHelps: '所试方案都不比不花钱更有把握',
    asked: '要求的概率',
    budget: '预算',
    answer: '所选方案',
    units: { yi: '亿元', wan: '万元' },
    described: (points: string) => `最便宜的方案：${points}。`,
    point: (cost: string, share: string) => `${cost}，概率${share}`,
  },
  en: {
    title: 'What it costs to be how sure',
    cost: (unit: string) => `cost, ${unit} at prices of 2020, from the first to the target year`,
    share: 'probability of meeting the target',
    notes: ['Steps: the cheapest plan for each probability', 'grey: other plans tried'],
    proof: 'diamond: the chosen plan run again with fresh seeds, line: 90 % interval',
    nothingHelps: 'no plan tried is surer than spending nothing',
    asked: 'asked for',
    budget: 'budget',
    answer: 'chosen plan',
    units: { yi: 'billion yuan', wan: 'million yuan' },
    described: (points: string) => `The cheapest plans: ${points}.`,
    point: (cost: string, share: string) => `${cost} for ${share}`,
  },
} as const;

/** Cost against probability: the frontier as steps, what was asked for as lines, the answer and its proof as marks. */
export function seekFrontierChart(input: FrontierChart, lang: Language): ChartSpec {
  const say = words[lang];
  const shown = costShown(input);
  const { per, unit } = scaleOf(shown, lang);
  const at = ({ cost, share }: FrontierPoint) => ({ cost: cost / per, share });
  const points = input.frontier.map((point) =>
    say.point(`${(point.cost / per).toPrecision(3)} ${unit}`, `${Math.round(100 * point.share)} %`),
  );
  const x = {
    field: 'cost',
    type: 'quantitative' as const,
    scale: { domain: [0, shown / per], nice: false, clamp: true },
    axis: { title: say.cost(unit), tickCount: 6, format: '~r' },
  };
  const y = {
    field: 'share',
    type: 'quantitative' as const,
    scale: { domain: [0, 1] },
    axis: { ...axisTitle(say.share, lang), format: '.0%', tickCount: 6 },
  };
  const inside = input.others.filter(({ cost }) => cost <= shown);
  const steps = [...input.frontier.map(at), { cost: shown / per, share: input.frontier.at(-1)?.share ?? 0 }];
  return {
    ...head({ scenario: { title: join(input.title, input.target) } }, lang, {
      title: say.title,
      notes: [...say.notes, input.proof === null ? '' : say.proof, nothingHelps(input) ? say.nothingHelps : ''],
      description: say.described(points.join(marks.semicolon[lang])),
    }),
    width: WIDTH,
    height: 340,
    layer: [
      {
        data: { values: inside.map(at) },
        mark: { type: 'point', filled: true, size: 26, color: '#bdbdbd', opacity: 0.8 },
        encoding: { x, y },
      },
      rule('y', input.probability, say.asked),
      ...(input.budget === null ? [] : [rule('x', input.budget / per, say.budget)]),
      {
        data: { values: steps },
        mark: { type: 'line', interpolate: 'step-after', color: palette.blue, strokeWidth: 2 },
        encoding: { x, y },
      },
      {
        data: { values: input.frontier.map(at) },
        mark: { type: 'point', filled: true, size: 50, color: palette.blue, opacity: 1 },
        encoding: { x, y },
      },
      ...markOf(input, per, say.answer, { x, y }),
    ],
  };
}

const join = (a: Localized, b: Localized): Localized => ({ zh: `${a.zh}：${b.zh}`, en: `${a.en}: ${b.en}` });

/** Whether the frontier is the plan of doing nothing alone. */
const nothingHelps = ({ frontier }: FrontierChart): boolean => frontier.every(({ cost }) => cost === 0);

/**
 * Yuan at the far end of the axis: a good deal more than the frontier, the answer and the budget need; where these cost nothing,
 * all that was tried.
 */
function costShown({ frontier, others, answer, budget }: FrontierChart): number {
  const needed = Math.max(...frontier.map(({ cost }) => cost), answer?.cost ?? 0, budget ?? 0);
  const largest = Math.max(...others.map(({ cost }) => cost), needed);
  return (needed > 0 ? Math.min(largest, 1.6 * needed) : largest) || 1e6;
}

/** Unit in which the largest cost has few digits. */
function scaleOf(largest: number, lang: Language): { per: number; unit: string } {
  const { yi, wan } = words[lang].units;
  if (lang === 'zh') return largest >= 1e8 ? { per: 1e8, unit: yi } : { per: 1e4, unit: wan };
  return largest >= 1e9 ? { per: 1e9, unit: yi } : { per: 1e6, unit: wan };
}

/** A line across the picture at a number that was asked for, with its name at the far end. */
function rule(axis: 'x' | 'y', value: number, name: string): Layer {
  const place = { [axis]: { datum: value, type: 'quantitative' as const } };
  const far = axis === 'y' ? { x: { value: WIDTH } } : { y: { value: 0 } };
  const text = axis === 'y' ? { align: 'right' as const, dy: -7 } : { align: 'right' as const, dx: -5, dy: 8 };
  return {
    data: { values: [{}] },
    layer: [
      { mark: { type: 'rule', strokeDash: [4, 3], color: MUTED }, encoding: place },
      { mark: { type: 'text', color: MUTED, ...text }, encoding: { ...place, ...far, text: { value: name } } },
    ],
  };
}

function markOf({ answer, proof }: FrontierChart, per: number, name: string, axes: { x: object; y: object }): Layer[] {
  if (answer === null) return [];
  const values = [{ cost: answer.cost / per, share: answer.share }];
  const ring = { type: 'point' as const, size: 150, strokeWidth: 2, color: palette.vermillion };
  const label: Layer = {
    data: { values },
    mark: { type: 'text', align: 'left', dx: 12, dy: 14, color: INK },
    encoding: { ...axes, text: { value: name } },
  };
  const layers: Layer[] = [{ data: { values }, mark: ring, encoding: axes }, label];
  if (proof === null) return layers;
  const proven = [{ cost: proof.cost / per, share: proof.share, low: proof.interval[0], high: proof.interval[1] }];
  const y = { ...axes.y, field: 'low' };
  return [
    ...layers,
    {
      data: { values: proven },
      mark: { type: 'rule', strokeWidth: 3, opacity: 0.5, color: palette.vermillion },
      encoding: { ...axes, y, y2: { field: 'high' } },
    },
    {
      data: { values: proven },
      mark: { type: 'point', filled: true, shape: 'diamond', size: 80, opacity: 1, color: palette.vermillion },
      encoding: axes,
    },
  ];
}
