import { text } from '../../language/language.ts';

/** What `luohu report` says. */
export const reportMessages = {
  command: () =>
    text(
      '把结果写成一个可离线打开的网页；几个结果写成比较页',
      'write a result as one web page that opens offline; several as a comparison',
    ),
  runs: () => text('结果文件夹；第一个为比较的基准', 'result folders; the first is the base of the comparison'),
  out: () =>
    text(
      '网页文件（缺省为结果文件夹中的 report.html）',
      'file of the page (default: report.html in the result folder)',
    ),
  png: () => text('另将图表存为 PNG', 'also save the charts as PNG'),
  map: () =>
    text(
      '全省（区）、全国结果的底图：带属性 code（行政区划代码）的 TopoJSON 或 GeoJSON（缺省为随包轮廓，仅供分析）',
      'base map of a province or the nation: TopoJSON or GeoJSON with division codes as property code (default: the outlines of the package, for analysis only)',
    ),
  mapOfPlace: (folder: string) =>
    text(
      `--map 应与省（区）或全国的结果同用，实际为 ${folder}`,
      `--map must go with results of a province or the nation, got ${folder}`,
    ),
  mixed: (place: string, region: string) =>
    text(
      `同页的结果应都属于一类（城市，或同为一个省、全国），实际为 ${place} 与 ${region}`,
      `results on one page must be of one kind (places, or one province or the nation), got ${place} and ${region}`,
    ),
  twice: (folder: string) =>
    text(`每个结果应只给出一次，实际重复 ${folder}`, `each result must be given once, got ${folder} twice`),
  reading: (folder: string) => text(`读取 ${folder}`, `reading ${folder}`),
  drawing: () => text('绘制图表', 'drawing charts'),
  written: (file: string, megabytes: string) =>
    text(`网页：${file}（${megabytes} MB）`, `Page: ${file} (${megabytes} MB)`),
  pictures: (folder: string, count: number) => text(`图片：${folder}，${count} 个`, `Pictures: ${count} in ${folder}`),
  outFolder: (given: string) =>
    text(
      `--out 应为可写入的 .html 文件，实际为 ${given}`,
      `--out must be an .html file that can be written, got ${given}`,
    ),
  changed: (file: string) => text(`${file} 在运行之后被改动`, `${file} was changed after the run`),
  noPlaceInputs: (folder: string, files: string) =>
    text(
      `${folder}：${files === '' ? '首个地方的情景文件或数据与运行时不同' : `${files} 在运行之后改过`}，网页中不列参数；重新运行即可列出`,
      `${folder}: ${files === '' ? 'the scenario of the first place or the data are not as they were run' : `changed since the run: ${files}`}; the page leaves out parameters, which a new run has`,
    ),
  noInputs: (folder: string, files: string) =>
    text(
      `${folder}：${files === '' ? '情景文件或数据与运行时不同' : `${files} 在运行之后改过（结果是改动之前的）`}，不列参数、公布值与目标；重新运行即可列出`,
      `${folder}: ${files === '' ? 'the scenario or the data are not as they were run' : `changed since the run, whose result is that of before: ${files}`}; parameters, published figures and targets are left out, a new run has them`,
    ),
};
