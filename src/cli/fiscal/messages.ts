import { type Localized, text } from '../../language/language.ts';

/** What `luohu fiscal` says, in both languages. */
export const fiscalMessages = {
  command: () =>
    text(
      '测算一次运行的公共服务成本和市民化奖励资金，写出工作簿 fiscal.xlsx',
      'service cost and award fund of a finished run, with the workbook fiscal.xlsx',
    ),
  coefficients: () => text('系数文件（YAML，按系数名给值）', 'YAML file of coefficients by id'),
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
  unit: () => text('万元，当年价', '10,000 yuan, current prices'),
  persons: (line: Localized) => text(`${line.zh}（人）`, `${line.en} (persons)`),
  ofIt: (line: Localized) => text(`其中：${line.zh}`, `of it: ${line.en.toLowerCase()}`),
  award: (line: Localized, form: Localized) =>
    text(`${line.zh}：${form.zh}（平均，P10–P90）`, `${line.en}, ${form.en.toLowerCase()} (mean, P10-P90)`),
  byForm: (line: Localized, form: Localized) => text(`${line.zh}：${form.zh}`, `${line.en}, ${form.en.toLowerCase()}`),
  cover: (line: Localized, form: Localized) =>
    text(`${line.zh} %：${form.zh}`, `${line.en} in %, ${form.en.toLowerCase()}`),
  perPerson: (year: number, settled: string, permit: string, added: string) =>
    text(
      `${year}年每名落户者的政府运行支出 ${settled} 元，同一人持居住证时 ${permit} 元，落户新增 ${added} 元（当年价）`,
      `In ${year} one settled person costs public payers ${settled} yuan to serve, the same person with a permit ${permit}; settling adds ${added} (current prices)`,
    ),
  between: (arrival: string, saving: string, net: string) =>
    text(
      `预算年度合计：迁入县增加 ${arrival}，市内迁出县减少 ${saving}，全市净增 ${net}`,
      `Over the budget years: counties of arrival pay ${arrival} more, counties of origin in the city save ${saving}, the city pays ${net} net`,
    ),
  definition: (name: Localized, low: string, high: string) =>
    text(
      `口径影响：${name.zh}以外的口径，预算年度奖励资金在 ${low} 至 ${high} 之间（总额分配）`,
      `What hangs on the definition: counted in other ways than "${name.en}", the award of the budget years lies between ${low} and ${high} (share of the envelope)`,
    ),
  lifetime: (least: string, most: string) =>
    text(
      `公开的人均公共成本估算（终身合计）折价后为 ${least} 至 ${most} 元，不是年度支出；逐项差异见 comparison.csv`,
      `Published estimates of the public cost of one settler are lifetimes, ${least} to ${most} yuan at our prices, never a year's: comparison.csv tells why they differ`,
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
