import { text } from '../language/language.ts';

/** Sentences of every analysis that simulates many runs and keeps what is done. */
export const analysisMessages = {
  stopped: () =>
    text(
      '已完成的重复已保存，再次运行同一命令将从此继续',
      'what was finished is kept; the same command goes on from there',
    ),
  chartsIn: (folder: string) => text(`图表：${folder}`, `Charts: ${folder}`),
};
