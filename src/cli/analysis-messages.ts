import { text } from '../language/language.ts';

/** Sentences of every analysis that simulates many runs and keeps what is done. */
export const analysisMessages = {
  scenario: () => text('情景文件，或地级单位的名称或代码', 'scenario file, or a prefecture by name or code'),
  start: () => text('措施开始的年份（缺省 2027）', 'first year of the levers (default 2027)'),
  sample: () =>
    text('保留家庭的比例（缺省约 5 万人）', 'share of the households to keep (default: about 50,000 persons)'),
  outsideHorizon: (option: string, first: number, last: number, given: number) =>
    text(
      `--${option} 应在 ${first} 到 ${last} 之间，实际为 ${given}`,
      `--${option} must be a year from ${first} to ${last}, got ${given}`,
    ),
  expected: (time: string) => text(`预计约需 ${time}`, `takes about ${time}`),
  stopped: () =>
    text(
      '已完成的重复已保存，再次运行同一命令将从此继续',
      'what was finished is kept; the same command goes on from there',
    ),
  chartsIn: (folder: string) => text(`图表：${folder}`, `Charts: ${folder}`),
};
