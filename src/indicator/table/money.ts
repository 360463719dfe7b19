import { text } from '../../language/language.ts';
import type { Told } from './row.ts';

/** Yearly money: not measured in a replicate but reckoned by the fiscal office from what is, in current prices. */
export const money = {
  public_running_yuan: {
    label: text('公共服务运行支出', 'Running cost of services'),
    definition: text(
      '政府一年为全部常住人口的公共服务承担的运行支出',
      'What the services of all residents cost public payers to run in the year',
    ),
    unit: 'yuan',
    kind: 'flow',
  },
  public_building_yuan: {
    label: text('学校与公租房建设支出', 'Building of schools and public rental'),
    definition: text(
      '政府当年建设学校和公租房的支出',
      'What building schools and public rental costs public payers in the year',
    ),
    unit: 'yuan',
    kind: 'flow',
  },
  settled_running_yuan: {
    label: text('落户新增运行支出', 'Running cost settling adds'),
    definition: text(
      '模拟期内落户使落户地政府当年增加的运行支出',
      'What settling during the run adds to the running cost of the year where the settled live',
    ),
    unit: 'yuan',
    kind: 'flow',
  },
  settled_building_yuan: {
    label: text('落户人口分摊的建设支出', "The settled's part of building"),
    definition: text(
      '当年建设支出中由落户人口分摊的部分',
      'The part of the building of the year that falls to the settled',
    ),
    unit: 'yuan',
    kind: 'flow',
  },
  award_yuan: {
    label: text('市民化奖励资金', 'Award fund'),
    definition: text(
      '当年按因素从总额中分得的农业转移人口市民化奖励资金，含各部分',
      'The award of the year for settled migrants as a share of the envelope, all parts',
    ),
    unit: 'yuan',
    kind: 'flow',
  },
  award_gap_yuan: {
    label: text('资金缺口', 'Gap left by the award'),
    definition: text(
      '落户新增运行支出与分摊的建设支出之和，减去奖励资金',
      'Running cost settling adds and the part of building that falls to the settled, less the award',
    ),
    unit: 'yuan',
    kind: 'flow',
  },
} as const satisfies Readonly<Record<string, Told>>;

export type MoneyName = keyof typeof money;
export const moneyNames = Object.keys(money) as MoneyName[];
