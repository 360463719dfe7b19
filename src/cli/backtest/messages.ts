import { type Localized, text } from '../../language/language.ts';

const ahead = (years: string): string => `${years === '1' ? '1 year' : `${years} years`} ahead`;

/** Sentences of `luohu backtest`, in both languages side by side. */
export const backtestMessages = {
  // command and options
  command: () =>
    text(
      '检验：与起点之后的公布数字比较，并与简单外推比较',
      'score forecasts against figures published later, beside naive forecasts',
    ),
  scenarios: () =>
    text(
      '情景文件：与其基年之后的公布数字比较',
      'scenario files, scored against what was published after their base year',
    ),
  design: () =>
    text(
      '不给情景时：prefectures 逐个地级单位留出（2010–2020年普查）；counties 全国各县由2010年推到2020年，本模型、分县回归与统计方法并列；recent 由2020年推到2021–2023年的公布数字；registers 全国户籍由2010年推到2023年，与公布的户籍城镇化率和落户人数比较；rolling 逐年滚动起点（只有简单外推）',
      'without a scenario: prefectures leaves each prefecture out (censuses of 2010 and 2020); counties forecasts every county of the nation from 2010 for 2020, the model beside a regression and statistics; recent runs from 2020 for what was published of 2021-23; registers runs all places from 2010 to 2023 beside printed registered rates and settled persons; rolling forecasts yearly series from every year (naive forecasts only)',
    ),
  fold: (fold: number, folds: number, units: number) =>
    text(`第 ${fold} 折（共 ${folds} 折，${units} 个单元）`, `fold ${fold} of ${folds} (${units} units)`),
  countiesTitle: (units: number, folds: number) =>
    text(
      `由2010年普查预测2020年：全国${units}个土地不变的单元，按地级单位分${folds}折留出`,
      `From the census of 2010 to that of 2020: ${units} units of equal land, ${folds} folds of prefectures left out in turn`,
    ),
  biasByProvince: (provinces: readonly string[]) =>
    text(
      `各省常住人口偏差（%，预测减实际）：${provinces.join('，')}`,
      `Bias of residents by province, percent: ${provinces.join(', ')}`,
    ),
  spreadOfGrowth: (forecast: number, counted: number) =>
    text(
      `各县十年增长的离散（对数标准差）：预测 ${forecast.toFixed(3)}，实际 ${counted.toFixed(3)}`,
      `Spread of county growth over ten years (sd of logs): forecast ${forecast.toFixed(3)}, counted ${counted.toFixed(3)}`,
    ),
  errorCorrelations: (strongest: readonly string[]) =>
    text(
      `误差与2010年变量的最大相关：${strongest.join('，')}`,
      `Strongest correlations of errors with covariates of 2010: ${strongest.join(', ')}`,
    ),
  recentTitle: (places: number) =>
    text(
      `由2020年普查预测2021–2023年的公布数字：${places}个地级单位`,
      `From the census of 2020 to the figures of 2021-23: ${places} prefectures`,
    ),
  recentNotes: () =>
    text(
      '各地2020年以后的数字均未用于该地的推演；但2020年后的总体步伐与路径的离散程度参照了这些地区的平均情况，略有利于本模型',
      'no run has seen a figure of its own place after 2020; the pace after 2020 and the spread of paths were judged on all these places together, which favours the model a little',
    ),
  registers: {
    title: (places: number) =>
      text(
        `户籍由2010年推到2023年：${places}个地级单位，各地推演不用本省公布的户籍城镇化率`,
        `Registers from 2010 to 2023: ${places} places, each run without the registered rates printed of its own province`,
      ),
    nation: () =>
      text(
        '全国户籍人口城镇化率（%）。全国的数字用于全国落户账，以下是再现，不是预测能力：',
        'Registered urbanization rate of the nation, percent. Its figures went into the national account: a reproduction, no skill:',
      ),
    nationHead: () => text('年份,公布,本模型,差,90%,落户加倍', 'Year,printed,model,difference,90%,settling doubled'),
    settled: () => text('报告的落户人数（百万人）：', 'Persons reported settled, million:'),
    settledHead: () =>
      text('年份,公布,本模型,90%,在取整之内,落户加倍', 'Years,printed,model,90%,within rounding,settling doubled'),
    rise: () =>
      text('全国城镇户籍人口的增加，分渠道（百万人）：', 'Rise of the nation’s town registers by channel, million:'),
    riseHead: () =>
      text(
        '年份,增加,落户,改变登记,清理更正,迁出,自然增长与其他',
        'Year,rise,settled,relabelled,set right,left,births less deaths and other',
      ),
    counts: () =>
      text(
        '全国的其他数字（百万人）。出生、死亡用于全国生命表（再现）；随迁子女、居住证、留守儿童没有用过：',
        'Other counts of the nation, million. Births and deaths went into its vital tables (a reproduction); accompanying pupils, permits and left-behind children were used nowhere:',
      ),
    countsHead: () =>
      text(
        '指标,年份,末年公布,末年本模型,平均误差,最大误差（年）',
        'Count,years,printed in the last,model in the last,mean error,largest error (year)',
      ),
    countNames: {
      births: text('出生', 'births'),
      deaths: text('死亡', 'deaths'),
      accompanying: text('义务教育随迁子女', 'accompanying pupils, compulsory school'),
      permits: text('当年发放居住证', 'residence permits issued in the year'),
      leftBehind: text(
        '农村留守儿童（公布：0–17岁；本模型：住在村里的16岁以下）',
        'left-behind children (printed: of 0-17; model: below 16, in villages)',
      ),
    },
    steps: (places: number) =>
      text(
        `户籍由按性质改为按登记地统计，一年间户籍城镇化率的变动（点）；${places}个完整地区，两种口径都公布过的：`,
        `From kind to place of register: what the rate did in that year, points; ${places} whole regions, those with both rates printed:`,
      ),
    stepsHead: () => text('地区,年末,公布,本模型,90%', 'Place,year ends,printed,model,90%'),
    ofNation: () => text('全国', 'nation'),
    places: () =>
      text(
        '公布过户籍城镇化率的省、市、县，推演不用本省数字（预测能力）：',
        'Provinces, prefectures and counties with printed rates, run without those of their province (skill):',
      ),
    placesHead: () =>
      text(
        '指标,个数,平均绝对误差（点）,偏差,90%区间含实际,落户加倍的误差',
        'Figure,n,mean absolute error (points),bias,inside 90 %,error with settling doubled',
      ),
    levels: () => text('首个公布年的水平', 'level, first printed year'),
    changes: () => text('每年变化', 'yearly change'),
    yes: () => text('是', 'yes'),
    no: () => text('否', 'no'),
    refuted: (doubled: string, usual: string, periods: readonly string[]) =>
      text(
        `落户加倍：2023年全国率偏离 ${doubled} 点（本模型 ${usual} 点）；落户人数超出公布值与90%区间的时段：${periods.join('、') || '无'}`,
        `Settling doubled: the nation’s rate of 2023 is off by ${doubled} points (model ${usual}); settled persons lie outside the printed figure and its 90 % in ${periods.join(', ') || 'no period'}`,
      ),
  },
  countyNotes: () =>
    text(
      '分县回归：在封闭人口之上按年龄预测净迁移，高斯过程，变量全部取自2010年普查与位置；参数设定看过这些得分，略有利于它',
      'county regression: net migration by age over a closed population, a Gaussian process on covariates of the census of 2010 and of where a county lies; its settings were chosen with an eye on these scores, which favours it a little',
    ),
  prefectures: () =>
    text(
      '与 --design 合用（rolling 除外）：只预测这些代码，逗号分隔',
      'with --design other than rolling: forecast only these codes, comma separated',
    ),
  naive: () =>
    text(
      '与 --design prefectures 合用：只用简单外推，不模拟',
      'with --design prefectures: naive forecasts only, nothing simulated',
    ),
  calibration: () =>
    text(
      '与 --design prefectures 合用：校准结果的名称，每个单位用不含它的拟合抽取参数（缺省：先验范围）',
      'with --design prefectures: name of a calibration; each prefecture takes parameter draws of the fit without it (default: prior ranges)',
    ),
  replicates: () =>
    text(
      '重复次数（缺省：情景文件的值；--design prefectures 为 100）',
      'number of replicates (default: what the scenario says; 100 with --design prefectures)',
    ),
  sample: () =>
    text(
      '保留家庭的比例，0 到 1（缺省 0.1；--seal 为 1）',
      'share of the households to keep, above 0 up to 1 (default 0.1; 1 with --seal)',
    ),
  seal: () =>
    text(
      '封存情景的预测，待日后数字公布时检验',
      'seal the forecasts of the scenarios, to be scored when later figures are published',
    ),
  date: () => text('与 --seal 合用：封存日期（年-月-日）', 'with --seal: day of sealing (year-month-day)'),
  sealed: () =>
    text(
      '核对封存的预测，并用其后年份的数字评分；同时给出情景时，也用情景所列的自有数字',
      'check the sealed forecasts and score them against figures of later years, of scenarios given besides also their own figures',
    ),
  forecasts: () => text('封存预测的文件夹', 'folder of sealed forecasts'),

  // mistakes
  nothingAsked: () =>
    text(
      '应给出情景文件、--design 或 --sealed，实际都没有',
      'a scenario file, --design or --sealed must be given, got none',
    ),
  oneThing: (given: string) =>
    text(
      `情景文件、--design 与 --sealed 应只给出一种，实际为 ${given}`,
      `only one of scenario files, --design and --sealed must be given, got ${given}`,
    ),
  onlyWith: (option: string, needed: string) =>
    text(`--${option} 应与 ${needed} 合用`, `--${option} must go with ${needed}`),
  notForecast: (code: string, known: number, example: string) =>
    text(
      `--prefectures 应为这种检验能预测的地级代码（${known} 个，例如 ${example}），实际为 ${code}`,
      `--prefectures must be codes of prefectures this design can forecast (${known}, such as ${example}), got ${code}`,
    ),
  noObservations: (baseYear: number, endYear: number) =>
    text(
      `应有 ${baseYear} 年之后到 ${endYear} 年的公布数字可供检验（data/observations），实际没有`,
      `must have figures published for ${baseYear + 1} to ${endYear} to be scored against (data/observations), got none`,
    ),
  sameCity: (other: string) =>
    text(
      `应为另一个城市或基年的情景，实际与 ${other} 相同`,
      `must be of another city or base year, got those of ${other}`,
    ),
  sealedAlready: () =>
    text(
      '应为新的封存名称，实际已有另一份预测；请换一个日期',
      'must be a new name, got another forecast sealed under it; choose another date',
    ),

  // while running
  preparing: () => text('读取普查与观测序列', 'reading censuses and observed series'),
  task: (name: Localized, number: number, of: number, known: boolean) =>
    known
      ? text(`${name.zh}（${number}/${of}）已完成，沿用`, `${name.en} (${number} of ${of}): finished before, kept`)
      : text(`模拟${name.zh}（${number}/${of}）`, `simulating ${name.en} (${number} of ${of})`),
  stopped: (folder: string) =>
    text(
      `已完成的部分留在 ${folder}，再次运行将从此继续`,
      `what was finished is kept in ${folder}; the same command goes on from there`,
    ),

  // tables
  prefecturesTitle: (prefectures: number) =>
    text(
      `从2010年普查预测2020年普查：${prefectures === 1 ? '一个地级单位' : `${prefectures} 个地级单位逐个`}留出`,
      `From the census of 2010 to that of 2020: ${prefectures === 1 ? 'one prefecture' : `${prefectures} prefectures, each`} left out`,
    ),
  rollingTitle: () =>
    text('逐年滚动起点的简单外推', 'Naive forecasts of yearly series, the origin rolled year by year'),
  scenariosTitle: (titles: readonly Localized[]) =>
    text(
      `与基年之后的公布数字比较：${titles.map(({ zh }) => zh).join('、')}`,
      `Against what was published after the base year: ${titles.map(({ en }) => en).join(', ')}`,
    ),
  sealedTitle: () => text('封存的预测与其后公布的数字', 'Sealed forecasts against figures of later years'),
  levels: { prefecture: text('地级', 'by prefecture'), county: text('分县', 'by county') },
  groupTitle: (
    indicator: Localized,
    level: Localized,
    horizon: string,
    unit: Localized,
    areas: number,
    prefectures: number,
  ) =>
    text(
      `${indicator.zh}，${level.zh}，${horizon} 年后；误差单位：${unit.zh}（${areas} 个数字，${prefectures} 个地级单位）`,
      `${indicator.en}, ${level.en}, ${ahead(horizon)}; errors in ${unit.en} (${areas} ${areas === 1 ? 'unit' : 'units'}, ${prefectures} ${prefectures === 1 ? 'prefecture' : 'prefectures'})`,
    ),
  points: () => text('百分点', 'percentage points'),
  percentOfObserved: () => text('占实际的百分比', 'percent of the observed'),
  header: (reference: Localized) =>
    text(
      `预测,数目,误差,偏差,50%区间,90%区间,区间评分,CRPS,误差减去${reference.zh}（90%区间）`,
      `Forecast,units,error,bias,in 50 %,in 90 %,interval score,CRPS,error less ${reference.en} (90 %)`,
    ),
  notApplicable: (name: Localized, because: Localized) =>
    text(`不适用：${name.zh}（${because.zh}）`, `not applicable: ${name.en} (${because.en})`),
  partly: (name: Localized, because: Localized) =>
    text(`只用于一部分：${name.zh}（其余：${because.zh}）`, `in part: ${name.en} (the rest: ${because.en})`),
  howToRead: () =>
    text(
      '误差：平均绝对误差；50%、90%区间：实际值落入区间的比例；区间评分针对90%区间；CRPS 用无偏的集合形式，只有一个数字的预测即绝对误差。误差、区间评分和 CRPS 越小越好。误差之差的区间按地级单位重抽样',
      'Error: mean absolute error. In 50 %, in 90 %: share of units inside that interval. Interval score: of the 90 % interval. CRPS: fair ensemble form, of a single figure its absolute error. Smaller is better for error, interval score and CRPS. Differences of errors are bootstrapped over prefectures',
    ),
  resultIn: (folder: string) => text(`结果：${folder}`, `Results: ${folder}`),
  chartsIn: (folder: string) => text(`图表：${folder}`, `Charts: ${folder}`),

  // verdict
  verdictHead: () => text('结论', 'Verdict'),
  measures: { error: text('误差', 'error'), crps: text('CRPS', 'CRPS') },
  what: (indicator: Localized, level: Localized, horizon: string, measure: string) =>
    text(
      `${indicator.zh}，${level.zh}，${horizon} 年后，${measure}`,
      `${indicator.en}, ${level.en}, ${ahead(horizon)}, ${measure}`,
    ),
  naiveWins: (what: string, name: string, naive: string, model: string, difference: string) =>
    text(
      `${what}：简单外推更好。${name} ${naive}，本模型 ${model}；差 ${difference}`,
      `${what}: the naive forecast wins. ${name} ${naive}, the model ${model}; difference ${difference}`,
    ),
  modelWins: (what: string, name: string, naive: string, model: string, difference: string) =>
    text(
      `${what}：本模型更好。本模型 ${model}，最好的简单外推（${name}）${naive}；差 ${difference}`,
      `${what}: the model wins. The model ${model}, the best naive forecast (${name}) ${naive}; difference ${difference}`,
    ),
  undecided: (what: string, name: string, naive: string, model: string, difference: string) =>
    text(
      `${what}：分不出高下。本模型 ${model}，最好的简单外推（${name}）${naive}；差 ${difference}`,
      `${what}: no telling. The model ${model}, the best naive forecast (${name}) ${naive}; difference ${difference}`,
    ),
  fewPrefectures: (prefectures: number, closer: number, of: number) =>
    text(
      `${prefectures} 个地级单位不足以分出高下；${of} 次比较中本模型 ${closer} 次比最好的简单外推更接近`,
      `${prefectures === 1 ? 'One prefecture proves' : `${prefectures} prefectures prove`} nothing either way; in ${closer} of ${of} comparisons the model came closer than the best naive forecast`,
    ),
  bestNaive: (what: string, name: string, score: string) =>
    text(
      `${what}：给出全部数字的简单外推中 ${name} 最好，${score}`,
      `${what}: of the naive forecasts that speak of all units the best is ${name}, ${score}`,
    ),
  tally: (model: number, naive: number, undecided: number) =>
    text(
      `合计：本模型更好 ${model} 次，简单外推更好 ${naive} 次，分不出 ${undecided} 次`,
      `In all: the model wins ${model} times, the naive forecast ${naive}, no telling ${undecided}`,
    ),
  inSample: () =>
    text(
      '情景的参数若曾参照这些数字设定，这里就不是样本外检验；逐个地级单位留出的检验用 --design prefectures',
      'Where parameters of a scenario were set by these very figures this is no test out of sample; --design prefectures leaves each prefecture out',
    ),
  wagesKnown: () =>
    text(
      '模型使用了 2010–2020 年全国工资增长和各地 2020 年收入的已知数字；生育系数取自同省其他地级单位，不含被预测者自己的 2020 年普查',
      'The model is told how wages grew in the nation over the decade and incomes of 2020; its fertility comes from other prefectures of the province, not from the 2020 census of the one forecast',
    ),
  landMatched: () =>
    text(
      '分县按可比的地域：换了代码或划出新区的县区合并比较',
      'County units cover the same land in both censuses: areas that were renumbered or gave land to new zones are compared as sums',
    ),
  neverAcross: () =>
    text(
      '不跨 2019/2020 年比较：2020 年普查使序列断开，2019 年及以前的公报数字此后没有修订',
      'Never across 2019/2020: the census of 2020 broke the series, and bulletins up to 2019 were not revised after it',
    ),
  calibrated: (name: string) =>
    text(
      `参数取自校准 ${name} 中不含被预测者的拟合`,
      `Parameters are drawn from the fit of calibration ${name} without the prefecture forecast`,
    ),
  priorOnly: () =>
    text('没有校准结果：参数取自先验范围', 'No calibration: parameters are drawn from their prior ranges'),

  // documents' targets and register balance
  targetsHead: () =>
    text('文件目标实现的概率（从不用于拟合）', "Chances that the documents' targets are met (never used to fit)"),
  registerHead: () => text('户籍人口的平衡', 'Balance of the register'),
  ofScenario: (heading: Localized, title: Localized) =>
    text(`${heading.zh}：${title.zh}`, `${heading.en}: ${title.en}`),

  // sealing
  sealedIn: (file: string, sha256: string) =>
    text(`已封存：${file}（sha256 ${sha256}）`, `Sealed: ${file} (sha256 ${sha256})`),
  sealedSame: (file: string) => text(`此前已封存同样的预测：${file}`, `The same forecast was sealed before: ${file}`),
  publish: () =>
    text(
      '把哈希公布在别处（例如提交到公开的版本库），以证明日期',
      'Publish the hash elsewhere, for example by committing the files in public: only that proves the date',
    ),
  sealFine: (id: string, scenario: Localized, replicates: number, sha256: string) =>
    text(
      `${id}：${scenario.zh}，${replicates} 次重复，哈希一致（${sha256}）`,
      `${id}: ${scenario.en}, ${replicates} replicates, hash as sealed (${sha256})`,
    ),
  noSeals: (folder: string) =>
    text(
      `${folder} 中没有封存的预测；用 luohu backtest --seal <情景> --date <日期> 封存`,
      `no sealed forecasts in ${folder}; luohu backtest --seal <scenario> --date <day> seals one`,
    ),
  nothingLater: (year: number) =>
    text(
      `尚无可评分的数字：data/observations 中没有 ${year} 年及以后的数字。公布后在该省的表中加一行（area_code,year,indicator,value,unit,source,url,confidence,note），再运行 luohu backtest --sealed；自有数字列入情景的 observations，用 luohu backtest 情景 --sealed`,
      `nothing to score yet: data/observations has no figures for ${year} or later. When one is published add a line to the table of its province (area_code,year,indicator,value,unit,source,url,confidence,note) and run luohu backtest --sealed again; figures of your own go into observations of a scenario: luohu backtest SCENARIO --sealed`,
    ),
};
