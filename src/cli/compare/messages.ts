import { type Localized, text } from '../../language/language.ts';

/** Sentences of `luohu compare`, in both languages side by side. */
export const compareMessages = {
  // command and options
  command: () =>
    text(
      '比较情景或已完成的结果：逐次重复配对的差异、标准误、增加与本会发生的落户、受益与受损者',
      'compare scenarios or finished results: paired differences with errors, additional settlers and deadweight, winners and losers',
    ),
  base: () => text('基准：情景文件或结果文件夹', 'base: scenario file or result folder'),
  alternatives: () => text('与之比较的情景文件或结果文件夹', 'scenario files or result folders to compare with it'),
  sample: () =>
    text(
      '情景文件：保留家庭的比例，0 到 1（缺省约 50000 人）',
      'scenario files: share of the households to keep, above 0 up to 1 (default: about 50,000 persons)',
    ),
  precision: () =>
    text(
      '情景文件：增加重复，直到差异的标准误不大于此值',
      'scenario files: add replicates until the standard error of the difference is no larger than this',
    ),
  indicator: () => text('--precision 所指的全市指标', 'indicator of the city that --precision is about'),
  year: () => text('--precision 所指的年份（缺省为结束年）', 'year that --precision is about (default: the last)'),
  most: () => text('--precision 最多增加到的重复次数', 'replicates that --precision never exceeds'),
  fixedCost: () => text('对照情景另需的费用（元）', 'yuan the alternatives cost besides'),
  unitCost: () =>
    text(
      '每单位指标每年的费用，例如 rent_subsidy_households=4000，可重复',
      'yuan for each unit of an indicator and year, such as rent_subsidy_households=4000, repeatable',
    ),

  // mistakes
  unitCostForm: (given: string) =>
    text(
      `--unit-cost 应写作 指标=元，例如 rent_subsidy_households=4000，实际为 ${given}`,
      `--unit-cost must be INDICATOR=YUAN, such as rent_subsidy_households=4000, got ${given}`,
    ),
  unknownIndicator: (option: string, given: string, meant: string | undefined) =>
    text(
      `--${option} 应为全市的指标${meant ? `（是否为 ${meant}？）` : '（见 indicators.csv）'}，实际为 ${given}`,
      `--${option} must be an indicator of the city${meant ? ` (${meant}?)` : ' (see indicators.csv)'}, got ${given}`,
    ),
  yearOutside: (from: number, to: number, given: number) =>
    text(
      `--year 应在 ${from} 到 ${to} 之间，实际为 ${given}`,
      `--year must lie between ${from} and ${to}, got ${given}`,
    ),
  mixed: (folder: string, file: string) =>
    text(
      `应全部为情景文件或全部为结果文件夹，实际 ${folder} 为结果文件夹，${file} 不是`,
      `must be all scenario files or all result folders, got the result folder ${folder} and ${file}`,
    ),
  onlyScenarios: (option: string) =>
    text(
      `--${option} 只用于情景文件；已完成的结果不再模拟`,
      `--${option} must go with scenario files; finished results are not simulated again`,
    ),
  oneReplicate: () =>
    text(
      '--precision 需要两次以上重复，实际为 1 次',
      '--precision must have two replicates or more to begin with, got 1',
    ),

  // while running
  simulating: (scenarios: number, replicates: number) =>
    text(
      `模拟 ${scenarios} 个情景，各 ${replicates} 次重复`,
      `simulating ${scenarios === 1 ? '1 scenario' : `${scenarios} scenarios`}, ${replicates} ${replicates === 1 ? 'replicate' : 'replicates'} each`,
    ),
  first: (replicates: number, differences: Localized) =>
    text(`前 ${replicates} 次重复：${differences.zh}`, `the first ${replicates} replicates: ${differences.en}`),
  more: (replicates: number, se: string) =>
    text(`标准误 ${se}：增加到 ${replicates} 次重复`, `standard error ${se}: going on to ${replicates} replicates`),
  notReached: (se: string, most: number) =>
    text(
      `${most} 次重复后标准误为 ${se}，未达到 --precision`,
      `standard error ${se} after ${most} replicates: --precision is not reached`,
    ),

  // results
  title: (alternative: Localized, base: Localized, replicates: number) =>
    text(
      `${alternative.zh}，减去 ${base.zh}：${replicates} 次重复配对`,
      `${alternative.en}, less ${base.en}: ${replicates} ${replicates === 1 ? 'replicate' : 'replicates'}, paired`,
    ),
  identical: () =>
    text('两者在每个指标、区县和年份完全相同', 'The two are identical in every indicator, area and year'),
  differsFrom: (year: number, baseYear: number) =>
    year === baseYear
      ? text(`自基年 ${year} 年起即不同`, `They differ from the base year ${year} on`)
      : text(
          `${year - 1} 年及以前完全相同，自 ${year} 年起不同`,
          `Identical in every number up to ${year - 1}; they differ from ${year} on`,
        ),
  /** Nothing but money differs until `people`; null where nothing else does at all. */
  moneyDiffersFirst: (money: number, people: number | null) =>
    people === null
      ? text(
          `只有金额不同，自 ${money} 年起：两边计算金额的系数或依据不同`,
          `Only money differs, from ${money} on: both sides reckon it with coefficients or a law of their own`,
        )
      : text(
          `除金额外 ${people - 1} 年及以前完全相同，自 ${people} 年起不同；金额自 ${money} 年起不同：学校按今后几年持续有的学生数建（系数 school.lasting_years），以后的变化因此提前反映，两边系数不同时亦然`,
          `Identical up to ${people - 1} in all but money; they differ from ${people} on, money from ${money} on: schools are built for the pupils that the years ahead keep (coefficient school.lasting_years), so later changes show in it sooner, as do coefficients that differ`,
        ),
  header: (year: number) =>
    text(
      `${year} 年,基准,对照,差异 ± 标准误,均值的90%区间,90%的重复,方差比`,
      `${year},base,alternative,difference ± s.e.,90 % interval of the mean,90 % of replicates,variance ratio`,
    ),
  cumulative: (name: Localized) => text(`${name.zh}（累计）`, `${name.en}, cumulative`),
  ratioNote: () =>
    text(
      '配对：两边同一次重复的人、运气和参数相同，只差政策，逐次相减；标准误：再多重复时差异的均值还会变动多少。方差比：不配对比较时差异的方差是配对时的几倍，即不配对需要几倍的重复才有同样的精度；差异按其误差取位',
      'Paired: the same replicate of both sides has the same people, luck and parameters and differs in policy alone; s.e.: how far more replicates would still move the mean difference. Variance ratio: how many times larger the variance of an unpaired difference is, so how many times more replicates it would take; digits as far as the error justifies',
    ),
  bases: (simulated: boolean) =>
    simulated
      ? text(
          '各次重复从同一个基年人口开始；已完成的结果（run 未加 --bases 1）各次轮流用多个，比较它们得到的差异因此略有出入',
          'All replicates begin with one base population; those of finished runs (without run --bases 1) take several in turn, so comparing them gives slightly other differences',
        )
      : text(
          '这些结果各次重复轮流用多个基年人口；直接比较情景文件（或用 run --bases 1 的结果）时只用一个，差异因此略有出入',
          'Replicates of these runs take several base populations in turn; comparing the scenario files (or runs with --bases 1) uses one and gives slightly other differences',
        ),
  areasHead: (year: number) =>
    text(
      `到 ${year} 年,落户人数差异（累计）± 标准误,户籍人口城镇化率差异 ± 标准误`,
      `by ${year},settled persons cumulative ± s.e.,registered urbanization rate ± s.e.`,
    ),
  moneyHeader: (year: number) =>
    text(
      `到 ${year} 年合计（万元，当年价）|基准|对照|差异 ± 标准误|均值的90%区间`,
      `all years to ${year} (10,000 yuan, current prices)|base|alternative|difference ± s.e.|90 % interval of the mean`,
    ),
  moneyNote: () =>
    text(
      '金额按 luohu fiscal 的系数逐次重复配对计算；分服务、分负担者的差异见 differences.csv（service_*、payer_*）',
      'Money is reckoned replicate by replicate with the coefficients of luohu fiscal, paired; by service and payer: differences.csv (service_*, payer_*)',
    ),
  ownTable: (title: Localized, year: number, unit: Localized) =>
    text(
      `自定表：${title.zh}，全市 ${year} 年（${unit.zh}）`,
      `Own table: ${title.en}, whole city ${year} (${unit.en})`,
    ),
  ownHead: () =>
    text(
      '格|基准|对照|差异 ± 标准误|均值的90%区间',
      'cell|base|alternative|difference ± s.e.|90 % interval of the mean',
    ),
  ownSame: () => text('各格相同', 'the same in every cell'),
  ownMore: (cells: number) =>
    text(`另有 ${cells} 格见 differences.csv（table.*）`, `${cells} more cells in differences.csv (table.*)`),
  settlersHead: () => text('落户者（逐人配对）', 'Settlers, matched person by person'),
  settlers: {
    additional: text('只在对照情景中落户', 'settle in the alternative only'),
    anyway: text('两种情景中都落户', 'settle in both'),
    lost: text('只在基准情景中落户', 'settle in the base only'),
    sooner: text('　其中对照情景中更早', '  of both: sooner in the alternative'),
    later: text('　其中对照情景中更晚', '  of both: later in the alternative'),
    yearsGained: text('　提前的人年数', '  person-years gained by settling sooner'),
  },
  settlersHeader: () => text('落户,人 ± 标准误,均值的90%区间', 'settlers,persons ± s.e.,90 % interval of the mean'),
  deadweight: (share: string) =>
    text(
      `对照情景的落户者中，${share} 在基准情景中也会落户`,
      `Of those who settle in the alternative, ${share} would settle in the base as well`,
    ),
  winnersHeader: () =>
    text(
      '只在一种情景中落户的人,基年人数,受益 ± 标准误,受损 ± 标准误,净增 ± 标准误',
      'settled in one run only,persons in base year,winners ± s.e.,losers ± s.e.,net ± s.e.',
    ),
  grossNote: () =>
    text(
      '受益与受损是毛数：一人的改变也会改变他人的名额、工作和邻里，净数才是政策的作用',
      'Winners and losers are gross: whoever acts otherwise also changes places, jobs and peers of others; the net is the effect',
    ),
  notFollowed: () =>
    text(
      '未逐人配对：两种情景的基年人口不同',
      'People are not matched: the two runs begin with different base populations',
    ),
  notSimulated: () =>
    text(
      '逐人配对（本会发生的落户、受益与受损者）需要给出情景文件',
      'Matching people (deadweight, winners and losers) takes scenario files',
    ),
  /** @param runs commands that run the scenarios one by one */
  nextPages: (runs: string) =>
    text(
      `接下来：要网页或汇报材料，先各自运行（${runs}），再把两个结果文件夹写在一条 npx luohu report 或 npx luohu brief 后面`,
      `Next: for a page or a briefing run each by itself (${runs}) and give both folders to npx luohu report or npx luohu brief`,
    ),
  nextOfFolders: (folders: string) =>
    text(
      `接下来：做成网页　npx luohu report ${folders}；汇报材料　npx luohu brief ${folders}`,
      `Next: a page  npx luohu report ${folders}; a briefing  npx luohu brief ${folders}`,
    ),
  cost: (cost: string, settlers: string) =>
    text(`费用 ${cost} 元，增加落户 ${settlers} 人`, `Cost ${cost} yuan, additional settlers ${settlers}`),
  perSettler: (yuan: string, low: string, high: string) =>
    text(
      `每增加一名落户者 ${yuan} 元（90%区间 ${low} 至 ${high}）`,
      `${yuan} yuan for each additional settler (90 % interval ${low} to ${high})`,
    ),
  perSettlerLess: (yuan: string, low: string, high: string) =>
    text(
      `每减少一名落户者少支出 ${yuan} 元（90%区间 ${low} 至 ${high}）`,
      `${yuan} yuan saved for each settler fewer (90 % interval ${low} to ${high})`,
    ),
  noPerSettler: () =>
    text(
      '增加的落户人数与 0 分不开，无法给出每人费用',
      'Additional settlers cannot be told from 0: no cost for each of them',
    ),
};
