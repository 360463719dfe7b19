import { text } from '../../language/language.ts';

/** What `luohu brief` says. */
export const briefMessages = {
  command: () =>
    text(
      '把结果写成汇报材料（Word）；两个结果时说明变化',
      'write a briefing as a Word file; of two results, what changed',
    ),
  runs: () => text('结果文件夹；有几个时第一个为基准', 'result folders; of several the first is the base'),
  charts: () =>
    text('放入的图，如 rates,counties；none 为不放', 'charts to put in, such as rates,counties; none for no chart'),
  map: () => text('自备底图（同 luohu report --map）', 'base map of your own, as in luohu report --map'),
  unit: () => text('编制单位', 'office that draws it up'),
  date: () => text('日期', 'day of the briefing'),
  out: () => text('写到哪个文件夹（缺省为结果中的 brief）', 'folder to write to (default: brief in the result)'),
  written: (file: string) => text(`汇报材料：${file}`, `Briefing: ${file}`),
  pictures: (folder: string, count: number) =>
    text(`图 ${count} 个，PNG 与 SVG：${folder}`, `${count} charts as PNG and SVG: ${folder}`),
  noChart: (given: string, all: string) =>
    text(`--charts 应为 ${all} 之中，实际为 ${given}`, `--charts must be among ${all}, got ${given}`),
  drawing: () => text('绘制图表', 'drawing charts'),
};
