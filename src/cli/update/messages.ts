import { text } from '../../language/language.ts';

/** What `luohu update` says, in both languages side by side. */
export const updateMessages = {
  command: () =>
    text(
      '加入新数字，重新拟合，并说明预测变了什么、为什么',
      'add figures, fit again, and say what changed in the forecast and why',
    ),
  scenario: () => text('情景文件（.yaml）', 'scenario file (.yaml)'),
  file: () =>
    text(
      '新数字的表格（CSV 或 xlsx，luohu observations import 可写）',
      'a table of new figures (CSV or xlsx, as luohu observations import writes it)',
    ),
  sample: () =>
    text('拟合所用家庭的比例（缺省约 2 万人）', 'share of the households to fit with (default: about 20,000 persons)'),
  notAFile: (given: string) =>
    text(`应为情景文件（.yaml），实际为 ${given}`, `must be a scenario file (.yaml), got ${given}`),
  inherited: () =>
    text(
      '此情景的数字来自它所扩展的情景：请更新那个情景',
      'the figures of this scenario are those of the one it extends: update that one',
    ),
  there: (file: string) =>
    text(
      `情景已列有 ${file}：改动后请运行 luohu calibrate`,
      `the scenario names ${file} already: after a change luohu calibrate fits again`,
    ),
  answers: () => text('模拟更新前后的预测', 'simulating the forecast before and after'),
  head: () => text('指标,年份,之前 (90%),之后 (90%)', 'indicator,year,before (90%),after (90%)'),
  heading: (count: number) => text(`加入 ${count} 个数字后，预测的变化：`, `What ${count} more figures changed:`),
  why: () => text('为什么：', 'Why:'),
  driver: (name: string, before: string, after: string) =>
    text(
      `  ${name}：${before} → ${after}（以原来的标准差为单位）`,
      `  ${name}: ${before} → ${after} (in standard deviations of what was thought at first)`,
    ),
  none: () =>
    text(
      '  新数字与原有预测相符，没有驱动因素明显移动',
      '  the new figures are as was forecast: nothing that drives the city moved much',
    ),
  written: (scenario: string, fit: string) => text(`已写入 ${scenario} 和 ${fit}`, `written: ${scenario} and ${fit}`),
} as const;
