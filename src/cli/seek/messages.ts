import { type Localized, text } from '../../language/language.ts';

const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** Sentences of `luohu seek`, in both languages side by side. */
export const seekMessages = {
  // command and options
  command: () =>
    text(
      '以最低费用达到目标的措施组合：概率、预算和学位均有约束',
      'the cheapest mix of levers that meets a target with a probability, within budget and school places',
    ),
  target: () =>
    text(
      '目标：指标=数值（至少）或 指标<=数值（至多）',
      'target: INDICATOR=VALUE (at least) or INDICATOR<=VALUE (at most)',
    ),
  by: () => text('目标年', 'year the target is for'),
  probability: () => text('应达到的概率', 'probability of meeting it'),
  budget: () => text('预算（元，2020年价格，各年合计）', 'budget in yuan of 2020, all years together'),
  levers: () =>
    text(
      '措施，逗号分隔（缺省：全部）；也可写政策条款 文件:条款',
      'levers, comma separated (default: all); also clauses document:clause',
    ),
  costs: () => text('措施费用和范围的 YAML 文件', 'YAML file of lever costs and bounds'),
  area: () =>
    text('目标所指区县，代码或名称（缺省：全市）', 'area the target is of, by code or name (default: the city)'),
  replicates: () =>
    text(
      '搜索所用的重复次数（缺省：从 16 次起加倍，直到概率的标准误达到 --precision，最多 64 次）',
      'replicates of the search (default: doubled from 16 on until the standard error of the probability is --precision, 64 at most)',
    ),
  verify: () =>
    text(
      '用新种子检验所选方案的重复次数（缺省由 --precision 定）',
      'replicates with fresh seeds that the answer is held to (default: what --precision takes)',
    ),
  precision: () =>
    text(
      '所选方案达标概率的标准误（缺省 0.05；给出时搜索的重复可至 1024 次）',
      'standard error of the probability with which the answer meets the target (default 0.05; where given, the search takes up to 1024 replicates)',
    ),
  epilogue: () =>
    text(
      '例：npx luohu seek scenarios/chifeng.yaml --target registered_urbanization_rate=33 --by 2030\n费用文件的格式见 src/analysis/README.md',
      'Example: npx luohu seek scenarios/chifeng.yaml --target registered_urbanization_rate=33 --by 2030\nThe shape of a costs file is in src/analysis/README.md',
    ),

  // answers that are no plan
  alreadyMet: (target: Localized, share: string, probability: number) =>
    text(
      `不必采取措施：已有 ${share} 的概率达到${target.zh}（要求 ${percent(probability)}）`,
      `No lever is needed: without any, ${target.en} comes with a probability of ${share} (asked: ${percent(probability)})`,
    ),
  beyondLevers: (target: Localized, share: string, reached: string, plan: Localized, folder: string) =>
    text(
      `达不到，受限于措施本身：效果最好的组合（${plan.zh}）达到${target.zh}的概率只有 ${share}，平均为 ${reached}；详见 ${folder}`,
      `Out of reach of the levers, which bind: with the best of them (${plan.en}) ${target.en} comes with a probability of ${share}, mean ${reached}; see ${folder}`,
    ),
  decides: (probability: number, replicates: number, verify: number, [low, high]: readonly [number, number]) =>
    text(
      `至多 ${replicates} 次重复：达标概率算得低于 ${percent(low)} 视为达不到 ${percent(probability)}，高于 ${percent(high)} 视为达到（90%区间），其间分不清；所选方案另用 ${verify} 次新种子检验`,
      `${replicates} replicates at most: a plan counts as missing ${percent(probability)} where its probability comes out below ${percent(low)}, as reaching it above ${percent(high)} (90% interval); between the two it cannot be told; the answer is then tried on ${verify} fresh ones`,
    ),
  undecided: {
    looks: {
      'already-met': text('看来不必采取措施', 'it looks as if no lever were needed'),
      levers: text('看来措施本身达不到', 'it looks out of reach of the levers'),
      capacity: text('看来受限于学位', 'it looks out of reach of the school places'),
      budget: text('看来受限于预算', 'it looks out of reach of the budget'),
    },
    replicates: (
      target: Localized,
      looks: Localized,
      share: string,
      asked: number,
      replicates: number,
      more: Localized,
    ) =>
      text(
        `不能判断：${looks.zh}（${target.zh}），但 ${replicates} 次重复只知概率在 ${share}，与要求的 ${percent(asked)} 分不开；${more.zh}`,
        `Not decided: ${looks.en} (${target.en}), but ${replicates} replicates only know the probability to be ${share}, which holds the ${percent(asked)} asked for; ${more.en}`,
      ),
    sample: (target: Localized, looks: Localized, asked: number) =>
      text(
        `不能判断：${looks.zh}（${target.zh}），但样本太小，去掉抽样的偶然后概率与要求的 ${percent(asked)} 分不开；请加大或不写 --sample`,
        `Not decided: ${looks.en} (${target.en}), but the sample is too small: without its luck the probability cannot be told from the ${percent(asked)} asked for; raise --sample or leave it out`,
      ),
    more: (needed: number | null) =>
      needed === null
        ? text('两者太近，加大 --replicates 也无济于事', 'the two are too near for any number of --replicates')
        : text(`--replicates ${needed} 大概可以判断`, `--replicates ${needed} would probably tell`),
  },
  withError: (share: number, error: number) => `${Math.round(100 * share)} ± ${Math.ceil(100 * error)} %`,
  beyondCapacity: (target: Localized, share: number, short: string, folder: string) =>
    text(
      `达不到，受限于学位：达到${target.zh}的方案使缺学位增加 ${short} 人次，守住学位时概率至多约 ${percent(share)}；详见 ${folder}`,
      `Out of reach of the school places, which bind: plans that reach ${target.en} leave ${short} more pupil-years without a place, and plans that do not come to a probability of ${percent(share)}; see ${folder}`,
    ),
  beyondBudget: (target: Localized, budget: string, needed: string, share: number, folder: string) =>
    text(
      `达不到，受限于预算 ${budget}：达到${target.zh}至少需 ${needed}，预算之内概率至多约 ${percent(share)}；详见 ${folder}`,
      `Out of reach of the budget, which binds: ${target.en} takes at least ${needed}; ${budget} buys a probability of about ${percent(share)}; see ${folder}`,
    ),

  bestSoFar: (plan: Localized, target: Localized, share: number, replicates: number, cost: Localized) =>
    text(
      `到此为止最好的方案（未经新种子检验）：${plan.zh}；${replicates} 次重复中${target.zh}的概率 ${percent(share)}，费用 ${cost.zh}`,
      `the best plan so far, not tried on fresh replicates: ${plan.en}; in ${replicates} replicates ${target.en} comes with a probability of ${percent(share)}, at ${cost.en}`,
    ),

  // while it works
  phases: {
    base: () => text('合成基年人口', 'making the base population'),
    levers: () => text('试算每项措施', 'trying every lever'),
    search: (plans: number) => text(`已试算 ${plans} 个方案`, `${plans} plans tried`),
    widen: (replicates: number) =>
      text(`把较好的方案扩大到 ${replicates} 次重复`, `the best plans over ${replicates} replicates`),
    frontier: (plans: number) => text(`已试算 ${plans} 个方案；其他概率`, `${plans} plans tried; other probabilities`),
    verify: (attempt: number) =>
      text(`用新种子检验所选方案（第 ${attempt} 次）`, `checking the answer with fresh seeds (attempt ${attempt})`),
  },
  // results
  target_: (indicator: Localized, sense: 'at-least' | 'at-most', value: string, year: number) =>
    text(
      `${year}年${indicator.zh}${sense === 'at-least' ? '不低于' : '不高于'} ${value}`,
      `${indicator.en} of ${value} or ${sense === 'at-least' ? 'more' : 'less'} in ${year}`,
    ),
  heading: (title: Localized, target: Localized, probability: number) =>
    text(
      `${title.zh}：以 ${percent(probability)} 的概率实现${target.zh}`,
      `${title.en}: ${target.en} with a probability of ${percent(probability)}`,
    ),
  planHead: () =>
    text('措施,力度,单独全力时的作用 ± 标准误,单独全力的费用', 'lever,setting,alone in full ± s.e.,cost alone in full'),
  idle: (names: Localized) =>
    text(
      `没有作用的措施（已在实施，或无人受影响）：${names.zh}`,
      `levers that change nothing (in force already, or reaching nobody): ${names.en}`,
    ),
  cut: () =>
    text(
      '搜索以约两分钟为限，到此为止：也许还有更好的方案；加 --precision 则不限时间',
      'the search ended after some two minutes’ worth of simulations: there may be a better plan; with --precision it goes on, however long it takes',
    ),
  answerLine: (share: string, replicates: number, cost: string, low: string, high: string) =>
    text(
      `搜索所用的 ${replicates} 次重复中概率 ${share}；费用 ${cost}（单位费用在其范围内时 ${low} 至 ${high}）`,
      `probability ${share} in the ${replicates} replicates of the search; cost ${cost} (${low} to ${high} over the ranges of the unit costs)`,
    ),
  proof: (met: number, of: number, share: number, low: number, high: number, base: number) =>
    text(
      `新种子检验：${of} 次中 ${met} 次达到，概率 ${percent(share)}（90%区间 ${percent(low)} 至 ${percent(high)}）；不采取措施为 ${percent(base)}`,
      `fresh seeds: met in ${met} of ${of}, probability ${percent(share)} (90% interval ${percent(low)} to ${percent(high)}); ${percent(base)} without any lever`,
    ),
  sure: {
    proven: () => text('区间下端高于要求的概率', 'the whole interval lies above the probability asked for'),
    likely: () =>
      text(
        '估计值不低于要求的概率，区间下端低于它；加大 --verify 可更确定',
        'the estimate reaches the probability asked for, the low end of the interval does not; more --verify would tell',
      ),
    unproven: (attempts: number) =>
      text(
        `${attempts} 次检验均未达到要求的概率；可加大 --replicates`,
        `not reached with fresh seeds in ${attempts} attempts; more --replicates would help`,
      ),
  },
  frontierHead: () => text('概率,费用（90%区间）,方案', 'probability,cost (90%),plan'),
  binds: {
    capacity: (cost: string) =>
      text(
        `学位约束起作用：若容许学位短缺加剧，只需 ${cost}`,
        `school places bind: were they allowed to run shorter, ${cost} would do`,
      ),
    budget: (left: string) => text(`预算尚余 ${left}`, `${left} of the budget is left`),
    levers: (names: Localized) => text(`已用到上限的措施：${names.zh}`, `levers at their most: ${names.en}`),
  },
  nothing: () => text('不采取措施', 'no lever'),
  assumptions: () =>
    text(
      '费用多为假设：逐项见 costs.csv，可用 --costs 改动；不含新增落户者长期享受公共服务的费用',
      'Most unit costs are assumptions: costs.csv lists them, --costs changes them; what the public services of new settlers cost later is not in them',
    ),
} as const;
