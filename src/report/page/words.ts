import { text } from '../../language/language.ts';

/** Sentences of the page outside its charts. */
export const pageWords = {
  skip: text('跳到正文', 'Skip to the content'),
  contents: text('目录', 'Contents'),
  noScript: text(
    '图表由本页内的程序绘制，请允许本页运行 JavaScript；文字与表格不受影响。',
    'The charts are drawn by a program inside this page: allow it to run JavaScript. Texts and tables are there without it.',
  ),
  targets: text('文件目标', 'Targets of the documents'),
  compare: text('情景比较', 'The runs compared'),
  compareLead: text(
    '逐次模拟相减：同一次模拟在各情景中有同样的人、同样的随机数和同样的参数，区间因此窄得多。',
    'Compared replicate by replicate: the same replicate has the same people, luck and parameters in every run, so that the wide intervals of the levels mostly cancel.',
  ),
  tables: text('自定表', "Tables of one's own"),
  tablesLead: text(
    '情景中 tables: 所定义或由 luohu tabulate 所做的表，按上方所选县区与年份显示；逐次模拟计数后取均值。',
    'Tables the scenario defines under tables:, or that luohu tabulate made, for the area and year chosen above; counted in every replicate, then averaged.',
  ),
  noTables: text('这个情景没有自定表。', "This run has no tables of one's own."),
  assumptions: text('假设与来源', 'Assumptions and their sources'),
  noPlaceInputs: text(
    '首个地方的情景文件或数据已不是运行时的样子，此处不列参数；结果文件不受影响。',
    'The scenario of the first place or the data are not what they were when this was run: parameters are left out. The results themselves are as they were.',
  ),
  noInputs: text(
    '情景文件或数据已不是运行时的样子，此处不列参数、公布值与目标；结果文件不受影响。',
    'The scenario file or the data are not what they were when this was run: parameters, published figures and targets are left out. The results themselves are as they were.',
  ),
  provenance: text('来历与核对', 'Provenance'),
  footer: text(
    '本页由 luohu report 从结果文件生成，自带全部数据与程序，不需要网络。模型结果取决于所列假设，不是预言。',
    'Made by luohu report from the result files, with all data and the program inside; no network needed. Results follow from the assumptions listed and are no prophecy.',
  ),
  controls: text('图表选项', 'Choices for the charts'),
  run: text('情景', 'Run'),
  year: text('年份', 'Year'),
  allYears: text('整个时期', 'all years'),
  language: text('语言', 'Language'),
  inWords: text('图的文字说明', 'The chart in words'),
  found: text('取自结果文件夹 ', 'From the result folder '),
  download: text('下载：', 'Download:'),
  save: (what: string) => text(`下载 ${what}`, `Download as ${what}`),
};
