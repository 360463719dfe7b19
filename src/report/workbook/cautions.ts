import type { FiscalResult } from '../../fiscal/result.ts';
import { tiers } from '../../fiscal/result.ts';
import { type Localized, text } from '../../language/language.ts';

/** What a reader of the first sheet must know of a run that cannot carry all that the book shows. */
export function cautions({ counts: { run, award, stated = [] }, years }: FiscalResult): Localized[] {
  const settled = award.some(({ settlers }) => tiers.some((tier) => settlers[tier] > 0));
  const isStated = stated.some(({ item, value }) => item.startsWith('settlers.') && value > 0);
  return [
    ...(settled || isStated
      ? []
      : [
          text(
            '本次运行无人由农村户籍落户：落户人数、落户净支出与奖励的落户部分为零或只来自运行前各年。',
            'Nobody settled from a village register in this run: settlers, their net cost and the settlers’ part of the award are nothing, or rest on the years before the run.',
          ),
        ]),
    ...(run.replicates === 1
      ? [
          text(
            '单次模拟：P10、P50、P90 相同，不是分位数，区间不说明任何不确定性。',
            'A single replicate: P10, P50 and P90 are the same and no percentiles; nothing here tells of uncertainty.',
          ),
        ]
      : []),
    ...(run.sample < 1
      ? [
          text(
            `只模拟 ${share(run.sample)} 的家庭：几百人以下的数字（县区、途径、公租房）主要取决于抽样。`,
            `Only ${share(run.sample)} of the households were simulated: figures below some hundred persons (counties, tiers, public rental) are mostly the luck of the sample.`,
          ),
        ]
      : []),
    ...(years.length === 1
      ? [
          text(
            `只模拟了 ${years[0]} 一年：没有此后各年的退坡、结转与滚动，预算年度只有这一年。`,
            `One year was simulated, ${years[0]}: no step-down, carry-over or rolling plan follows it, and it is the only year of the budget.`,
          ),
        ]
      : []),
  ];
}

const share = (of: number): string => `${Number((100 * of).toFixed(1))}%`;
