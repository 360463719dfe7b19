import type { Reason } from '../../analysis/attribute/reasons.ts';
import { type Localized, text } from '../../language/language.ts';

/** Sentences of `luohu attribute`, in both languages side by side. */
export const attributeMessages = {
  // command and options
  command: () =>
    text(
      '归因：情景中每项措施的作用（单独、最后、沙普利值、交互），每名落户者的原因，缺学位和缺公租房的影子价格',
      'what each measure of a scenario did: alone, last, Shapley values and interactions; why each settler settles; shadow prices',
    ),
  precision: () =>
    text(
      '全部措施对落户人数（累计）作用的标准误，人（缺省：该作用的二十分之一，至多用情景的重复次数，运行总数约 2400）；由试运行定重复次数',
      'standard error of the effect of all measures on settled persons, cumulative (default: a twentieth of it, within the replicates of the scenario and some 2,400 runs); a pilot finds the replicates it takes',
    ),
  lever: () =>
    text(
      '措施：主题（thresholds、permit、school、housing、land、information、jobs、counting）、文件、条款（可用 + 连接）或 参数=值[@年]；可重复（缺省：本市文件的各主题、试用的条款、情景所改的参数）',
      'a measure: topic (thresholds, permit, school, housing, land, information, jobs, counting), document, clause (several joined by +) or parameter=value[@year]; repeatable (default: the topics of the city’s documents, clauses tried, parameters the scenario changes)',
    ),
  orders: (exact: number) =>
    text(
      `每次重复抽取的加入次序数（缺省：${exact} 组以内模拟全部组合，更多时为 16）`,
      `orders sampled a replicate (default: all combinations up to ${exact} groups, 16 orders above)`,
    ),
  microdata: () =>
    text('写出每名落户者的原因（settlers.parquet）', 'write the reason of every settler (settlers.parquet)'),

  // mistakes
  unknown: (given: string, meant: string | undefined) =>
    text(
      `--lever 应为主题、文件、条款或参数${meant ? `（是否为 ${meant}？）` : ''}，实际为 ${given}`,
      `--lever must be a topic, document, clause or parameter${meant ? ` (${meant}?)` : ''}, got ${given}`,
    ),
  outside: (name: string, least: number, most: number, given: string) =>
    text(
      `--lever ${name} 应在 ${least} 到 ${most} 之间，实际为 ${given}`,
      `--lever ${name} must lie between ${least} and ${most}, got ${given}`,
    ),
  year: (from: number, to: number, given: string) =>
    text(
      `--lever 的年份应在 ${from} 到 ${to} 之间，实际为 ${given}`,
      `--lever must begin in a year from ${from} to ${to}, got ${given}`,
    ),
  baseOnly: (name: string) =>
    text(
      `--lever ${name} 只在基年起作用，不应带年份`,
      `--lever ${name} acts in the base year alone and must be without a year`,
    ),
  builds: (name: string) =>
    text(
      `--lever ${name} 决定各情景共有的基年人口，不能作为措施`,
      `--lever ${name} builds the base population, which all combinations share, and cannot be a measure`,
    ),
  calibrated: (name: string) =>
    text(
      `--lever 应为未经校准的参数，实际 ${name} 取自校准结果`,
      `--lever must be a parameter that is not calibrated, got ${name}, which is drawn from the calibration`,
    ),
  twice: (given: string) => text(`--lever ${given} 应只给出一次`, `--lever ${given} must be given once`),
  piloting: () => text('试运行，以定重复次数', 'a pilot, to find how many replicates it takes'),
  sized: (replicates: number, effect: string, error: string, time: string) =>
    text(
      `${replicates} 次重复：全部措施的作用约 ${effect} 人落户，标准误约 ${error}；约需 ${time}`,
      `${replicates} replicates: all measures together about ${effect} settled persons, standard error about ${error}; takes about ${time}`,
    ),
  nothing: () =>
    text(
      '应有可归因的措施（本市文件、试用的条款或所改的参数），实际没有；可用 --lever 指定',
      'must have measures to attribute to (documents of the city, clauses tried, parameters changed), got none; name some with --lever',
    ),
  tooMany: (most: number, given: number) =>
    text(`措施应不多于 ${most} 组，实际为 ${given} 组`, `must have at most ${most} groups of measures, got ${given}`),
  tooManyForAll: (given: number, exact: number) =>
    text(
      `${given} 组措施多于 ${exact} 组：按抽取的次序计算`,
      `${given} groups are more than ${exact}: Shapley values are taken from sampled orders`,
    ),

  // while running
  simulating: (groups: number, runs: number, replicates: number) =>
    text(
      `${groups} 组措施，${runs} 种组合，各 ${replicates} 次重复`,
      `${groups} ${groups === 1 ? 'group' : 'groups'}, ${runs} combinations, ${replicates} ${replicates === 1 ? 'replicate' : 'replicates'} each`,
    ),
  simulatingOrders: (groups: number, orders: number, replicates: number) =>
    text(
      `${groups} 组措施，每次重复 ${orders} 种次序，${replicates} 次重复`,
      `${groups} groups, ${orders} orders a replicate, ${replicates} ${replicates === 1 ? 'replicate' : 'replicates'}`,
    ),

  // results
  title: (scenario: Localized, replicates: number) =>
    text(
      `${scenario.zh}：各项措施的作用，${replicates} 次重复配对`,
      `${scenario.en}: what each measure did, ${replicates} ${replicates === 1 ? 'replicate' : 'replicates'}, paired`,
    ),
  measure: (indicator: string, year: number, cumulative: boolean): Localized =>
    text(
      `${indicator}${cumulative ? '（累计）' : ''} ${year}`,
      `${indicator}${cumulative ? ' cumulative' : ''} ${year}`,
    ),
  inWan: (name: Localized) => text(`${name.zh}（万元）`, `${name.en} (10,000 yuan)`),
  header: (what: string) =>
    text(
      `${what},单独,最后,沙普利值 ± 标准误,与其他措施的交互`,
      `${what},alone,last,Shapley value ± s.e.,interaction with the others`,
    ),
  whole: () => text('全部', 'all together'),
  levels: (baseline: string, whole: string) =>
    text(`没有这些措施 ${baseline}，全部 ${whole}`, `without these measures ${baseline}, with all ${whole}`),
  howToRead: () =>
    text(
      '配对：同一次重复的人、运气和参数相同，逐次相减；单独：只加入该项；最后：从全部中去掉该项所失；沙普利值：所有加入次序的平均，合计为全部作用；交互：最后减单独，大于 0 为相互促进',
      'Paired: a replicate has the same people, luck and parameters under every measure. Alone: added to nothing else. Last: lost when taken out of the whole. Shapley value: mean over all orders of joining; they add up to the whole effect. Interaction: last less alone, above 0 where measures help each other',
    ),
  pairsHead: () =>
    text(
      '最大的两两交互（落户人数）,交互 ± 标准误',
      'largest interactions of two (settled persons),interaction ± s.e.',
    ),
  reasonsHead: () =>
    text(
      '落户原因（逐人配对）,人 ± 标准误,户 ± 标准误',
      'why people settle (matched person by person),persons ± s.e.,households ± s.e.',
    ),
  reason: (reason: Reason, nameOf: (group: string) => Localized): Localized => {
    if (reason.startsWith('because:')) {
      const name = nameOf(reason.slice('because:'.length));
      return text(`因${name.zh}`, `because of ${name.en}`);
    }
    return reasons[reason as keyof typeof reasons];
  },
  priceHead: (year: number) =>
    text(
      `影子价格，到 ${year} 年,${year} 年缺,少落户 ± 标准误,每缺一年少落户 ± 标准误,首个`,
      `shadow prices by ${year},missing in ${year},settlers lost ± s.e.,per missing place-year ± s.e.,of the first`,
    ),
  constraints: { school: text('学位', 'school places'), rental: text('公租房', 'public rental') },
  priceNote: () =>
    text(
      '少落户为负：放宽后进城而不落户者更多，或有位即不必落户；缺口与 0 分不开者不列单价',
      'Settlers lost below 0: relief draws people who stay unsettled, or makes settling unnecessary. No price where what is missing cannot be told from 0',
    ),
  nothingBinds: () =>
    text('学位和公租房都不缺：影子价格均为 0', 'Neither school places nor dwellings run out: all shadow prices are 0'),
};

const reasons = {
  anyway: text('本来也会落户', 'would settle anyway'),
  several: text('几项措施任何一项即可', 'any one of several measures would do'),
  jointly: text('只因几项措施合力', 'only because of measures jointly'),
  displaced: text(
    '没有措施时落户，因容量不足而未落户',
    'displaced: settles without the measures, kept out by capacity with them',
  ),
  'put-off': text(
    '没有措施时落户，有措施而不再需要',
    'put off: settles without the measures, and has no need to with them',
  ),
  'kept-out': text(
    '有措施而因容量不足未落户',
    'kept out by capacity: would settle with the measures if nothing ran out',
  ),
} as const;
