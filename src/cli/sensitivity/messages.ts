import { type Localized, text } from '../../language/language.ts';
import { markNames } from '../../scenario/mark.ts';

/** Sentences of `luohu sensitivity`, in both languages side by side. */
export const sensitivityMessages = {
  command: () =>
    text(
      '指标取决于什么：Morris 筛选、Sobol 指数，以及最值得收集的统计数据',
      'what an indicator depends on: Morris screening, Sobol indices, and which statistic to collect',
    ),
  indicator: () => text('指标，可用逗号分隔多个', 'indicators, comma separated'),
  by: () => text('指标的年份（缺省：情景的结束年）', 'year of the indicator (default: the last of the scenario)'),
  levers: () =>
    text(
      '一并考察的措施，逗号分隔（缺省：全部；none 为不考察）',
      'levers to vary along, comma separated (default: all; none for none)',
    ),
  costs: () => text('自定义措施及其范围的 YAML 文件', 'YAML file of own levers and bounds'),
  area: () => text('区县，代码或名称（缺省：全市）', 'area, by code or name (default: the city)'),
  trajectories: () =>
    text(
      '筛选的轨迹数（缺省：从 2 条起加倍，直到最大因素的取舍可靠，最多 8 条）',
      'walks of the screening (default: doubled from 2 on until it is sure which factors are the largest, 8 at most)',
    ),
  closely: () => text('逐个计算指数的因素数', 'factors whose indices are found one by one'),
  rows: () =>
    text(
      'Sobol 样本的行数，2 的幂（缺省：从 16 行起，对尚不够准的因素加倍，约两分钟为限）',
      'rows of the Sobol sample, a power of two (default: from 16 on, doubled for factors not precise enough yet, within some two minutes)',
    ),
  precision: () =>
    text(
      '各比例的标准误达到此值为止（缺省 0.05；给出时行数可至 4096，不限时间）',
      'go on until the standard errors of the shares are this small (default 0.05; where given, up to 4096 rows, however long it takes)',
    ),

  // mistakes
  unknownIndicator: (given: string, near: string | undefined) =>
    text(
      `--indicator 应为 indicators.csv 中的指标，实际为 ${given}${near === undefined ? '' : `；是否为 ${near}？`}`,
      `--indicator must be an indicator of indicators.csv, got ${given}${near === undefined ? '' : `; did you mean ${near}?`}`,
    ),
  powerOfTwo: (given: number) =>
    text(`--rows 应为 2 的幂，实际为 ${given}`, `--rows must be a power of two, got ${given}`),
  noFactor: () =>
    text('应至少有一个带范围的参数或措施，实际没有', 'must have a parameter with a range or a lever, got none'),

  // while it works
  phases: {
    base: () => text('合成基年人口', 'making the base population'),
    screening: (points: number) => text(`筛选：${points} 次模拟`, `screening: ${points} simulations`),
    indices: (points: number) => text(`指数：${points} 次模拟`, `indices: ${points} simulations`),
  },

  // what it can decide
  aims: (precision: number, unlimited: boolean) =>
    text(
      `各因素的比例算到标准误 ${precision}${unlimited ? '为止，不限时间' : '，约两分钟为限；不够准的写“不能判断”'}`,
      `shares are found to a standard error of ${precision}${unlimited ? ', however long it takes' : ', within some two minutes; what is not sure enough is said to be undecided'}`,
    ),
  stated: (rows: number) =>
    text(
      `${rows} 行的比例标准误可达 ${(1 / Math.sqrt(rows)).toFixed(2)}；90%区间宽于一半的写“不能判断”`,
      `${rows} rows leave standard errors of a share of up to ${(1 / Math.sqrt(rows)).toFixed(2)}; shares whose 90 % interval is wider than a half are said to be undecided`,
    ),
  undecided: () => text('不能判断', 'undecided'),
  tooFew: (rows: number, rowsNeeded: number) =>
    text(
      `行数太少（${rows}），部分比例不能判断，哪个因素更大也未定；--rows ${rowsNeeded} 或 --precision 0.05 可更准`,
      `too few rows (${rows}): shares, and which factor is larger, are not decided where it says so; --rows ${rowsNeeded} or --precision 0.05 would tell more`,
    ),
  noneSure: () =>
    text(
      '这些模拟说不出收集哪项数据值得：没有一项减少的方差可靠地大于 0',
      'these simulations cannot say which statistic is worth collecting: none removes variance for sure',
    ),

  // results
  heading: (title: Localized, indicator: Localized, year: number) =>
    text(`${title.zh}：${year}年${indicator.zh}取决于什么`, `${title.en}: what ${indicator.en} in ${year} depends on`),
  size: (walks: number, rows: number, runs: number, error: string) =>
    text(
      `${walks} 条轨迹，Sobol 样本最多 ${rows} 行，共 ${runs} 次模拟；比例的最大标准误 ${error}`,
      `${walks} walks, up to ${rows} rows, ${runs} simulations; largest standard error of a share ${error}`,
    ),
  spread: (mean: string, sd: string) => text(`均值 ${mean}，标准差 ${sd}`, `mean ${mean}, standard deviation ${sd}`),
  head: () => text('因素,类别,单独 (90%),总计 (90%),筛选 μ*', 'factor,kind,alone (90%),in total (90%),screening mu*'),
  kinds: {
    parameter: text('参数', 'parameter'),
    joint: text('校准的参数', 'calibrated'),
    lever: text('措施', 'lever'),
    chance: text('偶然', 'chance'),
    rest: text('其余', 'all others'),
  },
  rest: {
    'other parameters': (count: number) =>
      text(`其余 ${count} 个参数`, `${count} other ${count === 1 ? 'parameter' : 'parameters'}`),
    'other levers': (count: number) =>
      text(`其余 ${count} 项措施`, `${count} other ${count === 1 ? 'lever' : 'levers'}`),
  },
  how: () =>
    text(
      '单独：知道该因素后方差减少的比例；总计：其他都已知时剩下的比例；μ*：取值走遍整个范围时指标的平均变动',
      'alone: share of the variance that goes once the factor is known; in total: share that is left when all else is known; mu*: mean change of the indicator over the whole range of the factor',
    ),
  joint: () =>
    text(
      '校准的参数彼此相关，作为一个整体抽取，其内部不再分解',
      'calibrated parameters hang together: their joint draws count as one factor, which is not split further',
    ),
  idle: (count: number, names: Localized) =>
    text(
      `筛选中处处毫无作用的 ${count} 个因素（恰为 0；计算指数时固定）：${names.zh}`,
      `${count} factors changed nothing anywhere in the screening (exactly 0; held still in the indices): ${names.en}`,
    ),
  more: (count: number) => text(`等；见 screening.csv`, `and ${count} more in screening.csv`),
  collectHead: () =>
    text(
      '最值得弄清的数据,标准差 现在→已知,减少的方差 (90%),目前依据',
      'what to find out,sd now -> known,variance removed (90%),rests on',
    ),
  marks: markNames,
  noVariance: () => text('该指标在各次模拟中没有变化', 'this indicator is the same in all simulations'),
} as const;
