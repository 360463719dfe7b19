import type { LocalName } from '../scenario/city-data.ts';

/**
 * Every sentence the command line says, in both languages side by side. Mistakes in scenario files have theirs in
 * scenario/messages.ts.
 */
export type Language = 'zh' | 'en';

const text = (zh: string, en: string): LocalName => ({ zh, en });

/** Replicates below which the ends of a 5 %-95 % interval are little more than the least and the greatest value. */
const FEW = 10;

/** What a mean over replicates can say of its spread. */
function spread(replicates: number): LocalName {
  if (replicates === 1) return text('1 次重复，没有区间', 'one replicate, no interval');
  const rough = replicates < FEW ? text('；重复少，区间两端粗略', '; few replicates, rough ends') : text('', '');
  return text(
    `${replicates} 次重复的均值（5%–95% 区间${rough.zh}）`,
    `mean of ${replicates} replicates (5%-95% interval${rough.en})`,
  );
}

const gigabytes = (bytes: number): string => (bytes / 1e9).toFixed(1);

export const messages = {
  // commands
  usage: () => text('用法：luohu <命令> [选项]', 'Usage: luohu <command> [options]'),
  runCommand: () =>
    text(
      '运行情景，逐人逐年模拟，结果写入 out/<情景>-<哈希>/',
      'run scenarios person by person; results go to out/<scenario>-<hash>/',
    ),
  checkCommand: () =>
    text(
      '检查情景文件，一次列出全部错误和警告，不运行',
      'list every mistake and warning of scenario files; nothing is run',
    ),
  populationCommand: () =>
    text('合成基年人口并报告与普查的拟合', 'synthesise the base population and report how it fits the census'),
  verifyCommand: () => text('重新运行一个结果并比较哈希', 'run a result again and compare its hash'),
  doctorCommand: () =>
    text(
      '检查本机：Node、内存、磁盘、数据、字体、可选组件',
      'check this machine: Node, memory, disk, data, fonts, optional parts',
    ),
  policyCommand: () =>
    text('列出政策文件的条款和各条的作用', 'list the clauses of policy documents and what each one does'),
  eligibleCommand: () => text('一个家庭能否落户、依据哪一条', 'whether a household may settle, and on which clause'),

  traceCommand: () =>
    text('一个家庭在某次运行中的逐年经历和决定', 'one household of a run, year by year: what it decided and why'),

  // options
  scenarioFiles: () => text('情景文件', 'scenario files'),
  scenarioOrCode: () => text('情景文件，或六位地级区划代码', 'scenario file, or a six-digit prefecture code'),
  resultFolder: () => text('结果文件夹', 'result folder'),
  replicates: () => text('重复次数（缺省取情景文件的值）', 'number of replicates (default: what the scenario says)'),
  workers: () => text('工作线程数', 'number of worker threads'),
  sample: () => text('保留家庭的比例，0 到 1', 'share of the households to keep, above 0 up to 1'),
  seed: () => text('随机种子', 'seed text'),
  from: () => text('基年（2010 或 2020）', 'base year (2010 or 2020)'),
  to: () => text('结束年', 'last year'),
  out: () => text('结果的上级文件夹', 'parent folder of the results'),
  strict: () => text('每年之后检查守恒关系', 'check the invariants after every year'),
  definition: () =>
    text(
      '户籍人口城镇化率的统计口径：law、place、kind 或 districts',
      'how registered urbanization is counted: law, place, kind or districts',
    ),
  without: () => text('从法规中去掉的文件或条款，可重复', 'document or clause taken out of the law, repeatable'),
  lang: () => text('语言', 'language'),
  json: () => text('在标准输出打印一个 JSON 文档', 'print one JSON document on stdout'),
  resolved: () => text('显示每个取值来自哪里', 'show where each value came from'),
  schema: () => text('打印情景文件的 JSON Schema', 'print the JSON Schema of scenario files'),
  code: () => text('六位地级区划代码', 'six-digit prefecture code'),
  year: () => text('普查年', 'census year'),
  documentId: () => text('政策文件的编号，例如 baotou-2024', 'id of a policy document, such as baotou-2024'),
  against: () => text('与之比较的文件', 'document to compare it with'),
  diff: () => text('逐项比较两份文件', 'compare two documents, rule by rule'),
  householdFile: () => text('家庭情况（YAML 文件）', 'household file (YAML)'),
  cityOption: () => text('地级市：代码或名称', 'prefecture: code or name'),
  dateOption: () => text('日期（年-月-日）', 'day (year-month-day)'),
  areaOption: () =>
    text('区县：代码或名称（缺省为中心城区）', 'county or district: code or name (default: the central city)'),
  householdRow: () => text('家庭的行号', 'row of the household'),
  find: () =>
    text(
      '按经历找家庭：settled、moved、returned、left-behind、waiting 或 unserved',
      'households by what happened to them: settled, moved, returned, left-behind, waiting or unserved',
    ),
  replicateNumber: () => text('第几次重复，从 0 数起', 'number of the replicate, from 0'),
  findRoute: () => text('与 --find settled 合用：落户途径', 'with --find settled: the route'),
  findArea: () => text('与 --find 合用：区县代码', 'with --find: code of the county or district'),
  findLimit: () => text('最多列出的家庭数', 'most households to list'),
  help: () => text('显示帮助', 'show help'),
  version: () => text('显示版本', 'show the version'),

  // mistakes on the command line
  optionOutside: (name: string, allowed: LocalName, given: string) =>
    text(`--${name} 应为${allowed.zh}，实际为 ${given}`, `--${name} must be ${allowed.en}, got ${given}`),
  wholeNumber: (least: number, most: number) =>
    text(` ${least} 到 ${most} 的整数`, `a whole number from ${least} to ${most}`),
  share: () => text('大于 0、不超过 1 的数', 'above 0 and at most 1'),
  notEmpty: () => text('不为空的文字', 'a text that is not empty'),
  notACode: (given: string) =>
    text(`区划代码应为六位数字，实际为 ${given}`, `a prefecture code must have six digits, got ${given}`),
  needsScenarioOrCode: () => text('应给出情景文件或 --code', 'a scenario file or --code must be given, got neither'),
  scenarioAndCode: (scenario: string, code: string) =>
    text(
      `应只给出情景文件或 --code，实际两者都有：${scenario} 与 --code ${code}`,
      `must be either a scenario file or --code, got both: ${scenario} and --code ${code}`,
    ),
  needsScenario: () => text('应给出情景文件，实际没有', 'a scenario file must be given, got none'),
  notWritable: (folder: string) =>
    text(`--out 应为可写的文件夹，实际为 ${folder}`, `--out must be a folder that can be written to, got ${folder}`),
  noResult: (folder: string) =>
    text(
      `应为含 manifest.json 的结果文件夹，实际为 ${folder}`,
      `must be a result folder with a manifest.json, got ${folder}`,
    ),
  oneOf: (name: string, known: readonly string[], given: string) =>
    text(
      `--${name} 应为 ${known.join('、')} 之一，实际为 ${given}`,
      `--${name} must be one of ${known.join(', ')}, got ${given}`,
    ),
  traceWhat: () => text('应给出 --household 或 --find，实际都没有', '--household or --find must be given, got neither'),
  traceOneThing: () =>
    text(
      '应只给出 --household 和 --find 之一，实际两者都有',
      'only one of --household and --find must be given, got both',
    ),
  routeNeedsSettled: () => text('--route 应与 --find settled 合用', '--route must go with --find settled'),
  areaNeedsFind: () => text('--area 应与 --find 合用', '--area must go with --find'),
  notAFamily: (given: number) =>
    text(
      `--household 应为家庭户，实际 ${given} 为集体户`,
      `--household must be a family household, got the collective household ${given}`,
    ),
  seeHelp: () => text('；luohu --help 列出命令和选项', '; luohu --help lists commands and options'),
  notBuilt: () => text('尚未构建或不完整：请先运行 npm ci', 'not built or incomplete: run npm ci first'),

  unknownDocument: (given: string, known: string) =>
    text(`应为已知的政策文件（${known}），实际为 ${given}`, `must be a known policy document (${known}), got ${given}`),
  diffNeedsTwo: (given: string) =>
    text(`--diff 应为两份政策文件，实际为 ${given}`, `--diff must be followed by two policy documents, got ${given}`),
  diffStandsAlone: (given: string) =>
    text(
      `--diff 已给出两份文件，不应再有 ${given}`,
      `--diff names both documents; there must be no other, got ${given}`,
    ),
  againstNeedsDocument: (given: string) =>
    text(
      `--against ${given} 之前应给出政策文件，实际没有`,
      `--against ${given} must follow a policy document, got none`,
    ),
  unknownCity: (given: string) =>
    text(
      `--city 应为地级单位的代码或名称，实际为 ${given}`,
      `--city must be the code or name of a prefecture, got ${given}`,
    ),
  unknownArea: (given: string, known: string) =>
    text(`--area 应为 ${known} 之一，实际为 ${given}`, `--area must be one of ${known}, got ${given}`),
  notADate: (given: string) =>
    text(`--date 应为日期（年-月-日），实际为 ${given}`, `--date must be a date (year-month-day), got ${given}`),

  // while running
  loading: (file: string) => text(`读取 ${file}`, `reading ${file}`),
  makingBase: (city: LocalName) => text(`合成基年人口：${city.zh}`, `making the base population of ${city.en}`),
  tracing: (replicate: number) => text(`重算第 ${replicate} 次重复`, `making replicate ${replicate} again`),
  writing: () => text('写入结果', 'writing results'),
  drawing: () => text('绘制图表', 'drawing charts'),
  simulating: () => text('模拟', 'simulating'),
  progress: (percent: number, left: string) =>
    text(`模拟 ${percent}%，剩余约 ${left}`, `simulating ${percent}%, about ${left} left`),
  seconds: (seconds: number) => text(`${seconds} 秒`, `${seconds} s`),
  minutes: (minutes: number, seconds: number) => text(`${minutes} 分 ${seconds} 秒`, `${minutes} min ${seconds} s`),
  warning: (line: string) => text(`警告：${line}`, `warning: ${line}`),
  interrupted: () => text('已中断，没有写入结果', 'interrupted, no result written'),
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
  headline: (title: LocalName, replicates: number) =>
    text(`${title.zh}：${spread(replicates).zh}`, `${title.en}: ${spread(replicates).en}`),
  counted: {
    place: text('户籍地', 'place of register'),
    kind: text('户口性质', 'kind of register'),
    districts: text('仅市辖区', 'urban districts only'),
  },
  countedByLaw: (definition: LocalName) => text(`按规定：${definition.zh}`, `by law: ${definition.en}`),
  changing: (first: LocalName, firstYear: number, last: LocalName, lastYear: number) =>
    text(
      `${firstYear} 年${first.zh}，${lastYear} 年${last.zh}`,
      `${first.en} in ${firstYear}, ${last.en} in ${lastYear}`,
    ),
  qualified: (name: LocalName, by: LocalName) => text(`${name.zh}（${by.zh}）`, `${name.en} (${by.en})`),
  countedDifferently: (scenarios: readonly LocalName[]) =>
    text(
      `户籍人口城镇化率的统计口径不同（${scenarios.map(({ zh }) => zh).join('；')}），不可比较；加 --definition place 可统一口径`,
      `the registered urbanization rates are counted differently (${scenarios.map(({ en }) => en).join('; ')}) and cannot be compared; --definition place counts them alike`,
    ),
  indicator: () => text('指标', 'Indicator'),
  cumulative: (name: LocalName) => text(`${name.zh}（累计）`, `${name.en}, cumulative`),
  next: () => text('接下来：', 'Next:'),
  nextCharts: (folder: string) => text(`查看图表　${folder}`, `look at the charts in ${folder}`),
  nextReport: (folder: string) =>
    text(`做成网页　npx luohu report ${folder}`, `make a page of it:  npx luohu report ${folder}`),
  nextVerify: (folder: string) =>
    text(`核对结果　npx luohu verify ${folder}`, `check the result:  npx luohu verify ${folder}`),
  nextVariation: (example: string) =>
    text(`试一个变化　npx luohu run ${example}`, `try a variation:  npx luohu run ${example}`),

  // policy, eligible
  documentsHeader: () => text('文件,生效,条款,标题', 'document,in force,clauses,title'),
  inForceFrom: (day: string, source: string) =>
    text(`自 ${day} 生效；来源：${source}`, `in force from ${day}; source: ${source}`),
  readings: (names: string) => text(`有争议的读法：${names}`, `disputed readings: ${names}`),
  silent: () => text('未规定', 'silent'),
  maySettle: (routes: number) =>
    text(`可以落户，${routes} 条途径`, `may settle, by ${routes === 1 ? '1 route' : `${routes} routes`}`),
  mayNotSettle: () => text('不能落户', 'may not settle'),
  permitAnswer: (open: boolean, clause: string) =>
    text(
      `居住证：${open ? '可以办理' : '不能办理'} ${clause}`,
      `residence permit: ${open ? 'may be held' : 'may not be held'} ${clause}`,
    ),
  rightsToday: (gap: string) =>
    text(
      `公共服务：现有 → 落户后，以老住户为100%（平均增加 ${gap}）`,
      `services today -> once settled, in per cent of what old townspeople have (settling adds ${gap} on average)`,
    ),
  eligibleEpilogue: () =>
    text(
      '例：npx luohu eligible data/household.example.yaml --city chifeng --date 2020-01-01\n该示例文件列出家庭文件可写的每一项及其取值；不写的取缺省值',
      'Example: npx luohu eligible data/household.example.yaml --city chifeng --date 2020-01-01\nThat file lists every line a household file may have and its values; what is left out has its default',
    ),

  // check, population, verify, doctor
  fine: (file: string, warnings: number) =>
    text(
      `${file}：没有错误，${warnings} 条警告`,
      `${file}: no mistakes, ${warnings === 1 ? '1 warning' : `${warnings} warnings`}`,
    ),
  populationOf: (city: LocalName, year: number, persons: number, households: number) =>
    text(
      `${city.zh} ${year} 年基年人口：${persons} 人，${households} 户（含外出户籍人口）`,
      `Base population of ${city.en} ${year}: ${persons} persons in ${households} households, registered people away included`,
    ),
  memoryPerRow: (perPerson: number, perHousehold: number, megabytes: number) =>
    text(
      `每人 ${perPerson} 字节，每户 ${perHousehold} 字节，共 ${megabytes} MB`,
      `${perPerson} bytes a person, ${perHousehold} bytes a household, ${megabytes} MB in all`,
    ),
  fitControlled: () => text('用于合成的表', 'Tables used in the synthesis'),
  fitHeldOut: () => text('未用于合成的表（检验）', 'Tables not used in the synthesis (the test)'),
  fitHeader: () => text('表,单位,格数,目标合计,TAE,TAE %,SRMSE', 'table,unit,cells,target,TAE,TAE %,SRMSE'),
  fitMeasures: () =>
    text(
      'TAE 为各格绝对误差之和（TAE % 为其占目标合计的百分比）；SRMSE 为误差的均方根除以各格目标的均值；0 为完全吻合',
      'TAE: total absolute error, the sum over all cells (TAE %: of the target); SRMSE: root mean square error over the mean target; 0 is a perfect fit',
    ),
  fitUnits: {
    persons: text('人', 'persons'),
    households: text('户', 'households'),
    points: text('百分点', 'percentage points'),
    years: text('年', 'years'),
  },
  fitOffRegister: (percent: string) =>
    text(
      `* 不可比：普查的人户分离（占常住人口 ${percent}%）包括在县内换房居住的城镇居民，模型只含户籍与居住分处城乡的人`,
      `* not comparable: the census (${percent}% of the residents) also counts townspeople who moved flat inside a county; the model holds only those whose register lies across town and village`,
    ),
  sameResult: (hash: string) => text(`结果一致：${hash}`, `the same result: ${hash}`),
  differs: {
    file: (what: string) => text(`结果文件 ${what} 在运行之后被改动`, `result file ${what} was changed after the run`),
    input: (what: string) => text(`输入 ${what} 在运行之后被改动`, `input ${what} was changed after the run`),
    version: (recorded: string, found: string) =>
      text(
        `结果由 luohu ${recorded} 得到，现在是 ${found}`,
        `the result was made by luohu ${recorded}, this is ${found}`,
      ),
    scenario: (what: string) =>
      text(`情景 ${what} 解析后与记录不同`, `scenario ${what} resolves to something else than recorded`),
    result: (recorded: string, found: string) =>
      text(`结果不一致：记录 ${recorded}，重算 ${found}`, `not the same result: recorded ${recorded}, now ${found}`),
  },
  doctorNode: (version: string, needed: string) =>
    text(`Node ${version}（需要 ${needed}）`, `Node ${version} (needs ${needed})`),
  doctorMemory: (bytes: number) =>
    text(`可用内存 ${gigabytes(bytes)} GB`, `${gigabytes(bytes)} GB of memory available`),
  doctorData: (cities: number, documents: number) =>
    text(
      `数据：${cities} 个地级单位，${documents} 份政策文件`,
      `data: ${cities} prefectures, ${documents} policy documents`,
    ),
  doctorDataMissing: (why: string) => text(`数据不可读：${why}`, `data cannot be read: ${why}`),
  doctorThreads: () => text('工作线程可启动', 'worker threads start'),
  doctorThreadsFail: (why: string) => text(`工作线程无法启动：${why}`, `worker threads do not start: ${why}`),
};
