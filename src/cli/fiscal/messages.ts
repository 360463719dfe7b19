import { type Localized, text } from '../../language/language.ts';

/** What `luohu fiscal` says, in both languages. */
export const fiscalMessages = {
  command: () =>
    text(
      '测算一次运行的公共服务成本和市民化奖励资金，写出工作簿 fiscal.xlsx',
      'service cost and award fund of a finished run, with the workbook fiscal.xlsx',
    ),
  coefficients: () => text('系数文件（YAML，按系数名给值）', 'YAML file of coefficients by id'),
  runs: () =>
    text(
      '一次运行的结果文件夹；同一地方的两次运行则两方并列（前为基准），同省多个地市的结果则编省级分配表',
      'result folder of a run; two of one place set both side by side, the first the base; several prefectures of a province make the book of the province',
    ),
  envelope: () =>
    text('省级总额（元），用于多个地市的结果', "envelope of a province in yuan, for several prefectures' results"),
  otherProvince: (folder: string, first: string) =>
    text(
      `应与 ${first} 同省，实际 ${folder} 属另一省`,
      `must be of the province of ${first}, got one of another: ${folder}`,
    ),
  sameCity: (folder: string, before: string) =>
    text(
      `应每个地市一次运行，实际 ${folder} 与 ${before} 是同一地市`,
      `must be one run a prefecture, got that of ${before} again: ${folder}`,
    ),
  twoTitle: (city: Localized, base: Localized, alternative: Localized) =>
    text(
      `${city.zh}：${alternative.zh}（对照）减去 ${base.zh}（基准）`,
      `${city.en}: ${alternative.en} (alternative) less ${base.en} (base)`,
    ),
  twoHead: (from: number, to: number) =>
    text(
      `${from}至${to}年合计（万元，当年价）|基准|对照|差异 ± 标准误|均值的90%区间`,
      `All years ${from} to ${to} (10,000 yuan, current prices)|base|alternative|difference ± s.e.|90 % interval of the mean`,
    ),
  twoNote: (replicates: number) =>
    text(
      `${replicates} 次重复配对：同一次重复两边的人、运气和参数相同，逐次相减${replicates < 10 ? '；重复少于10次，区间两端粗略' : ''}`,
      `${replicates} paired ${replicates === 1 ? 'replicate' : 'replicates'}: the same people, luck and parameters on both sides${replicates < 10 ? '; fewer than ten, so the ends of intervals are rough' : ''}`,
    ),
  twoWritten: (workbook: string) => text(`两方并列的工作簿：${workbook}`, `workbook of both sides: ${workbook}`),
  provinceHead: (year: number, envelope: string) =>
    text(
      `${year}年，总额 ${envelope} 万元|份额|万元|元/常住人口|加权落户人数|随迁子女`,
      `${year}, ${envelope} of 10,000 yuan|share|10,000 yuan|yuan a resident|weighted settlers|children`,
    ),
  provinceWritten: (folder: string) =>
    text(`省级工作簿 province.xlsx 与表格：${folder}`, `workbook province.xlsx and tables: ${folder}`),
  unitOf: () => text('编制单位，印在每页页脚', 'office that draws the book up, printed on every page'),
  counted: () =>
    text(
      '部门填报数文件（CSV：area,item,year,value,source），以之代替模拟数',
      'CSV file of what bureaus state (area,item,year,value,source) in place of simulated figures',
    ),
  from: () => text('预算视图首年', 'first year of the budget view'),
  ofRegion: (folder: string) =>
    text(
      `应为单个地方（地市或直管县）的结果，实际为省（区）或全国的结果 ${folder}：其中不存各地的财政人数；请单独运行一个地方再测算`,
      `must be the result of a single place, got that of a province or the nation, which keeps no fiscal counts of its places: ${folder}; run a place by itself`,
    ),
  otherVersion: (recorded: string, now: string) =>
    text(
      `由 luohu ${recorded} 得到，现在是 ${now}；请重新运行该情景`,
      `was made by luohu ${recorded}, this is ${now}; run the scenario again`,
    ),
  lacks: (what: string) => text(`缺少 ${what}；请重新运行该情景`, `lacks ${what}; run the scenario again`),
  sharedTooWidely: () =>
    text(
      '所给的 award.envelope 远小于全国总额，却仍由全国落户人口（pool.settlers）分享；若为本省资金，请同时给出 pool.settlers、pool.share.* 和 pool.children',
      'the award.envelope given is far below the nation’s, and still shared over the nation’s settlers (pool.settlers); if it is the province’s money, state pool.settlers, pool.share.* and pool.children too',
    ),
  title: (city: Localized, scenario: string) =>
    text(`${city.zh}（${scenario}）：预算年度测算`, `${city.en} (${scenario}): the budget years`),
  unit: () => text('市县两级，万元，当年价', 'City and counties, 10,000 yuan, current prices'),
  nobodySettled: () => text('本次运行至预算年度无人落户', 'Nobody has settled in this run by the budget years'),
  newSettler: (year: number, steps: number, told: Localized) =>
    text(
      `${year}年每新增一名落户者带来的奖励资金（总额分配，首年 / ${steps}年合计，元）：${told.zh}`,
      `What one more settler of ${year} brings (share of the envelope, first year / ${steps} years in all, yuan): ${told.en}`,
    ),
  persons: (line: Localized) => text(`${line.zh}（人）`, `${line.en} (persons)`),
  ofIt: (line: Localized) => text(`其中：${line.zh}`, `of it: ${line.en.toLowerCase()}`),
  byForm: (line: Localized, form: Localized) => text(`${line.zh}：${form.zh}`, `${line.en}, ${form.en.toLowerCase()}`),
  cover: (line: Localized, form: Localized) =>
    text(`${line.zh} %：${form.zh}`, `${line.en} in %, ${form.en.toLowerCase()}`),
  perPerson: (year: number, settled: string, permit: string, added: string) =>
    text(
      `${year}年每名落户者的各级政府运行支出 ${settled} 元，同一人持居住证时 ${permit} 元，落户新增 ${added} 元（当年价）`,
      `In ${year} one settled person costs public payers ${settled} yuan to serve, the same person with a permit ${permit}; settling adds ${added} (current prices)`,
    ),
  between: (arrival: string, saving: string, net: string) =>
    text(
      `预算年度合计（市县两级）：迁入县增加 ${arrival}，市内迁出县减少 ${saving}，全市净增 ${net}`,
      `Over the budget years, city and counties: counties of arrival pay ${arrival} more, counties of origin in the city save ${saving}, the city pays ${net} net`,
    ),
  definition: (name: Localized, low: string, high: string) =>
    text(
      `口径影响：${name.zh}以外的口径，预算年度奖励资金在 ${low} 至 ${high} 之间（总额分配）`,
      `What hangs on the definition: counted in other ways than "${name.en}", the award of the budget years lies between ${low} and ${high} (share of the envelope)`,
    ),
  lifetime: (least: string, most: string, ours: string, added: string) =>
    text(
      `公开的人均公共成本估算（终身合计）折价后为 ${least} 至 ${most} 元，不是年度支出；本表一家三口人均一生的现值为 ${ours} 元，其中落户新增 ${added} 元；逐项差异见 comparison.csv`,
      `Published estimates of the public cost of one settler are lifetimes, ${least} to ${most} yuan at our prices, never a year's. Ours, the present value of a life a head of a family of three, is ${ours} yuan, of which settling adds ${added}: comparison.csv tells why they differ`,
    ),
  assumed: (assumed: number, all: number) =>
    text(
      `${all} 个系数中 ${assumed} 个为假设（见 coefficients.csv）：结果用于测算，不是规定`,
      `${assumed} of ${all} coefficients are assumptions (coefficients.csv): these figures size, they do not rule`,
    ),
  written: (folder: string, workbook: string) =>
    text(
      `财政工作簿（公式可改）：${workbook}\n表格与图：${folder}`,
      `workbook for the fiscal office, live formulas: ${workbook}\ntables and charts: ${folder}`,
    ),
};
