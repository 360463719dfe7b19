import { type Localized, text } from '../language/language.ts';

/** Replicates below which the ends of a 5 %-95 % interval are little more than the least and the greatest value. */
const FEW = 10;

/** What a mean over replicates can say of its spread. */
function spread(replicates: number): Localized {
  if (replicates === 1) return text('1 次重复，没有区间', 'one replicate, no interval');
  const rough = replicates < FEW ? text('；重复少，区间两端粗略', '; few replicates, rough ends') : text('', '');
  return text(
    `${replicates} 次重复的均值 ± 标准误（5%–95% 区间${rough.zh}）`,
    `mean of ${replicates} replicates ± its standard error (5%-95% interval${rough.en})`,
  );
}

const gigabytes = (bytes: number): string => (bytes / 1e9).toFixed(1);

export const messages = {
  // commands
  usage: () => text('用法：luohu <命令> [选项]', 'Usage: luohu <command> [options]'),
  // options
  resultFolder: () => text('结果文件夹', 'result folder'),
  workers: () => text('工作线程数', 'number of worker threads'),
  sample: () => text('保留家庭的比例，0 到 1', 'share of the households to keep, above 0 up to 1'),
  out: () => text('结果的上级文件夹', 'parent folder of the results'),
  lang: () => text('语言', 'language'),
  json: () => text('在标准输出打印一个 JSON 文档', 'print one JSON document on stdout'),
  year: () => text('普查年', 'census year'),
  shownYears: () => text('显示的年份，如 2030,2035', 'years to show, such as 2030,2035'),
  shownAreas: () =>
    text('显示的县区：代码、中文名或英文名，全市写 city', 'areas to show, by code or name; city for the whole'),
  help: () => text('显示帮助', 'show help'),
  version: () => text('显示版本', 'show the version'),

  // mistakes on the command line
  optionOutside: (name: string, allowed: Localized, given: string) =>
    text(`--${name} 应为${allowed.zh}，实际为 ${given}`, `--${name} must be ${allowed.en}, got ${given}`),
  optionTwice: (name: string, times: number, last: string) =>
    text(
      `--${name} 给出了 ${times} 次，以最后的 ${last} 为准`,
      `--${name} was given ${times} times, the last counts: ${last}`,
    ),
  orMeant: (number: string) => text(`；是否想写 ${number}`, `; did you mean ${number}`),
  wholeNumber: (least: number, most: number) =>
    text(` ${least} 到 ${most} 的整数`, `a whole number from ${least} to ${most}`),
  positive: () => text('大于 0 的数', 'a number above 0'),
  amount: () => text('不小于 0 的数', 'a number of 0 or more'),
  share: () => text('大于 0、不超过 1 的数', 'above 0 and at most 1'),
  steering: (code: number) => {
    const shown = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    return text(
      `应不含看不见的控制字符，实际有 ${shown}`,
      `must hold no control characters that are not seen, got ${shown}`,
    );
  },
  notEmpty: () => text('不为空的文字', 'a text that is not empty'),
  needsScenario: () => text('应给出情景文件，实际没有', 'a scenario file must be given, got none'),
  notWritable: (folder: string) =>
    text(`--out 应为可写的文件夹，实际为 ${folder}`, `--out must be a folder that can be written to, got ${folder}`),
  /** @param analysis the analysis whose folder it is, where it is one's */
  noResult: (folder: string, analysis?: string) =>
    analysis === undefined
      ? text(
          `应为含 manifest.json 的结果文件夹，实际为 ${folder}`,
          `must be a result folder with a manifest.json, got ${folder}`,
        )
      : text(
          `应为 luohu run 的结果文件夹，实际为 luohu ${analysis} 的结果 ${folder}；先用 luohu run 逐个运行其中的情景，再给出各自的结果文件夹`,
          `must be the result folder of a luohu run, got ${folder} of luohu ${analysis}; run its scenarios with luohu run and give their folders`,
        ),
  seeHelp: (afterQuestion: boolean) =>
    text(
      `${afterQuestion ? ' ' : '；'}luohu --help 列出命令和选项`,
      `${afterQuestion ? ' ' : '; '}luohu --help lists commands and options`,
    ),
  notEnough: (given: string, needed: string) =>
    text(
      `命令之后缺少文件或名称：给出 ${given} 个，至少需要 ${needed} 个`,
      `a file or name is missing after the command: got ${given}, need at least ${needed}`,
    ),
  notBuilt: () => text('尚未构建或不完整：请先运行 npm ci', 'not built or incomplete: run npm ci first'),

  notADate: (given: string) =>
    text(`--date 应为日期（年-月-日），实际为 ${given}`, `--date must be a date (year-month-day), got ${given}`),

  // while running
  makingBase: (city: Localized) => text(`合成基年人口：${city.zh}`, `making the base population of ${city.en}`),
  writing: () => text('写入结果', 'writing results'),
  drawing: () => text('绘制图表', 'drawing charts'),
  simulating: () => text('模拟', 'simulating'),
  progress: (percent: number, left: string) =>
    text(`模拟 ${percent}%，剩余约 ${left}`, `simulating ${percent}%, about ${left} left`),
  seconds: (seconds: number) => text(`${seconds} 秒`, `${seconds} s`),
  minutes: (minutes: number, seconds: number) => text(`${minutes} 分 ${seconds} 秒`, `${minutes} min ${seconds} s`),
  warning: (line: string) => text(`警告：${line}`, `warning: ${line}`),
  interrupted: () => text('已中断，没有写入结果', 'interrupted, no result written'),
  interruptedShort: () => text('已中断', 'interrupted'),
  chartsFailed: (why: string) => text(`图表未能绘制：${why}`, `charts could not be drawn: ${why}`),
  jobFailed: (job: string, detail: string) => text(`${job} 失败：${detail}`, `${job} failed: ${detail}`),
  tooLittleMemory: (needed: number, available: number, workers: number) =>
    text(
      `内存不足：${workers} 个线程约需 ${gigabytes(needed)} GB，可用 ${gigabytes(available)} GB`,
      `not enough memory: ${workers} workers need about ${gigabytes(needed)} GB, ${gigabytes(available)} GB available`,
    ),
  fits: (options: string) => text(`；可改用 ${options}`, `; ${options} would fit`),
  or: () => text(' 或 ', ' or '),
  nothingFits: () => text('；任何抽样比例都放不下', '; no sample would fit'),

  // results
  resultIn: (folder: string) => text(`结果：${folder}`, `Results: ${folder}`),
  statedSample: (percent: number) =>
    text(`（抽样 ${percent}% 的家庭）`, ` (a sample of ${percent}% of the households)`),
  headline: (title: Localized, replicates: number) =>
    text(`${title.zh}：${spread(replicates).zh}`, `${title.en}: ${spread(replicates).en}`),
  counted: {
    place: text('户籍地', 'place of register'),
    kind: text('户口性质', 'kind of register'),
    districts: text('仅计市辖区城镇', 'town registers of urban districts alone'),
  },
  countedByLaw: (definition: Localized) => text(`按规定：${definition.zh}`, `by law: ${definition.en}`),
  changing: (first: Localized, firstYear: number, last: Localized, lastYear: number) =>
    text(
      `${firstYear} 年${first.zh}，${lastYear} 年${last.zh}`,
      `${first.en} in ${firstYear}, ${last.en} in ${lastYear}`,
    ),
  qualified: (name: Localized, by: Localized) => text(`${name.zh}（${by.zh}）`, `${name.en} (${by.en})`),
  countedDifferently: (scenarios: readonly Localized[]) =>
    text(
      `户籍人口城镇化率的统计口径不同（${scenarios.map(({ zh }) => zh).join('；')}），不可比较；加 --definition place 可统一口径`,
      `the registered urbanization rates are counted differently (${scenarios.map(({ en }) => en).join('; ')}) and cannot be compared; --definition place counts them alike`,
    ),
  indicator: () => text('指标', 'Indicator'),
  cumulative: (name: Localized) => text(`${name.zh}（累计）`, `${name.en}, cumulative`),

  // what differs from what was recorded
  differs: {
    file: (what: string) => text(`结果文件 ${what} 在运行之后被改动`, `result file ${what} was changed after the run`),
    input: (what: string) => text(`输入 ${what} 在运行之后被改动`, `input ${what} was changed after the run`),
    version: (recorded: string, found: string) =>
      text(
        `结果由 luohu ${recorded} 得到，现在是 ${found}`,
        `the result was made by luohu ${recorded}, this is ${found}`,
      ),
    code: () =>
      text(
        '程序代码在运行之后被改动，版本号相同',
        'the code of the program was changed after the run, under the same version',
      ),
    scenario: (what: string) =>
      text(`情景 ${what} 解析后与记录不同`, `scenario ${what} resolves to something else than recorded`),
    result: (recorded: string, found: string) =>
      text(`结果不一致：记录 ${recorded}，重算 ${found}`, `not the same result: recorded ${recorded}, now ${found}`),
  },
};
