import { text } from '../language/language.ts';

/** Sentences of every analysis that simulates many runs and keeps what is done. */
export const analysisMessages = {
  scenario: () => text('情景文件，或地级单位的名称或代码', 'scenario file, or a prefecture by name or code'),
  start: () => text('措施开始的年份（缺省 2027）', 'first year of the levers (default 2027)'),
  sample: () =>
    text('保留家庭的比例（缺省约 5 万人）', 'share of the households to keep (default: about 50,000 persons)'),
  sizedSample: () =>
    text(
      '保留家庭的比例（缺省：6250 至 5 万人，以偶然不超过方差的二十分之一为准）',
      'share of the households to keep (default: 6,250 to 50,000 persons, so that luck is a twentieth of the variance at most)',
    ),
  outsideHorizon: (option: string, first: number, last: number, given: number) =>
    text(
      `--${option} 应在 ${first} 到 ${last} 之间，实际为 ${given}`,
      `--${option} must be a year from ${first} to ${last}, got ${given}`,
    ),
  sizing: () => text('试算所需样本', 'finding the sample it takes'),
  sized: (persons: string, luck: number | null) =>
    luck === null
      ? text(`样本约 ${persons} 人`, `a sample of about ${persons} persons`)
      : text(
          `样本约 ${persons} 人：偶然只占方差的 ${Math.round(100 * luck)} %`,
          `a sample of about ${persons} persons: luck is ${Math.round(100 * luck)} % of the variance`,
        ),
  tooSmall: () =>
    text(
      '样本偏小：区间和概率多属抽样的偶然，而非本地的情形；不写 --sample 则自动取够用的样本',
      'a small sample: much of the intervals and probabilities is its own luck, not the place; without --sample one that carries the question is taken',
    ),
  expected: (time: string, atHand: number) =>
    atHand === 0
      ? text(`预计约需 ${time}`, `takes about ${time}`)
      : text(
          `此前已有 ${atHand} 次模拟可用，预计还需约 ${time}`,
          `goes on from ${atHand} simulations of before; takes about ${time} more`,
        ),
  firstOf: (replicates: number, wanted: number) =>
    text(
      `中断：结果由 ${wanted} 次重复中的前 ${replicates} 次得出；同一命令可接续`,
      `interrupted: the result is that of the first ${replicates} of ${wanted} replicates; the same command goes on`,
    ),
  stopped: () =>
    text(
      '已完成的重复已保存，再次运行同一命令将从此继续',
      'what was finished is kept; the same command goes on from there',
    ),
  tablesIn: (folder: string) => text(`Excel、WPS 用的表：${folder}`, `tables for Excel and WPS: ${folder}`),
  chartsIn: (folder: string) => text(`图表：${folder}`, `Charts: ${folder}`),
};
