import { text } from '../../language/language.ts';
import { parameters } from '../parameter.ts';
import { studies } from './sources.ts';

/** Who wishes to settle and acts on it. */
export const settlementWish = parameters({
  'settlement.indifferentShare': {
    name: text('认为户口无差别者比例', 'latent class that sees no difference between the registers'),
    value: 0.21,
    unit: 'share',
    range: [0.15, 0.33],
    mark: 'published',
    source: text('认为两种户口没有差别者的比例', 'share who see no difference between the registers'),
  },
  'settlement.willingShare': {
    name: text('愿意落户比例（基年锚定）', 'share willing to settle, anchor on the base-year stock'),
    value: 0.31,
    unit: 'share',
    range: [0.25, 0.4],
    mark: 'published',
    source: text('愿意在小地级市落户者', 'willing to settle in a small prefecture'),
    once: true,
  },
  'settlement.firmShare': {
    name: text('坚定愿意比例（基年锚定）', 'share firmly willing, anchor on the base-year stock'),
    value: 0.1,
    unit: 'share',
    range: [0.08, 0.15],
    mark: 'published',
    source: text('坚定愿意者', 'firmly willing'),
    once: true,
  },
  'settlement.actHazard': {
    name: text('坚定者一年内办理的概率', 'yearly chance that a firm and aware household acts'),
    value: 0.08,
    unit: 'probability/year',
    range: [0.05, 0.17],
    mark: 'assumption',
    source: text(
      '小地级市的取值，各地快慢按全国公安报告的落户人数再乘（src/kernel/settling.ts）；范围使全国落户人数约在报告数上下三成之内',
      'of small prefectures; the pace of each place multiplies it, solved on what police report of the nation (src/kernel/settling.ts); the range keeps the nation within about three tenths of that',
    ),
  },
  'settlement.registerPower': {
    name: text(
      '落户快慢随户籍与常住人口之比下降的幂次',
      'power with which the pace of settling falls with registered over resident persons',
    ),
    value: 2.5,
    unit: 'factor',
    range: [1.5, 4],
    mark: 'derived',
    source: text(
      '2017—2023年21个户籍人口城镇化率的年变化（省、地级市、县），比值的对数限于-0.4至0.25；按农村户籍计为4，按在城的人计则成都、中山约为2.5',
      'yearly changes of 21 registered rates 2017-2023 (provinces, prefectures, counties), the logarithm of the ratio within -0.4 and 0.25; 4 over village registers, about 2.5 over those in town, by Chengdu and Zhongshan',
    ),
  },
  'settlement.placeSpread': {
    name: text('各地落户快慢离散程度的系数', 'factor on the spread of the pace of settling between places'),
    value: 1,
    unit: 'factor',
    range: null,
    mark: 'derived',
    source: text(
      '1为省0.35、地级单位0.45（对数标准差，判断），依21个公布的年变化',
      '1 is 0.35 by province and 0.45 by prefecture, standard deviations of logarithms judged from 21 printed yearly changes',
    ),
    once: true,
  },
  'settlement.reportedRate': {
    name: text(
      '全国报告的落户人数与城镇常住人口减城镇户籍人口之比',
      'settlers the nation reports over urban residents less town registers',
    ),
    value: 0.039,
    unit: 'rate/year',
    range: [0.028, 0.05],
    mark: 'derived',
    source: text(
      '公安部：2019—2023年5000万人落户；户籍账户（data/register-account.csv）',
      'Ministry of Public Security: 50 million settled in 2019-23; account of registers (data/register-account.csv)',
    ),
  },
  'settlement.relabelledShare': {
    name: text(
      '报告的落户人数中户籍随地址改变者的比例',
      'share of the settlers reported whose address was relabelled: resettlement, villages in the city, urban-rural code',
    ),
    value: 0.35,
    unit: 'share',
    range: [0.25, 0.5],
    mark: 'assumption',
    source: text(
      '公安部门报表的落户人数包括移民搬迁、城中村改造、城乡属性调整；没有公布各占多少',
      'the police form counts resettlement, villages in the city and changes of the urban-rural code among the settled; no shares are published',
    ),
  },
  'settlement.unawareFactor': {
    name: text('不知情者系数', 'factor on the chance to act of those who do not know the policy'),
    value: 0.6,
    unit: 'factor',
    range: [0.4, 0.8],
    mark: 'assumption',
    source: studies('information_effect', '信息的作用'),
  },
  'settlement.unawareShare': {
    name: text('不知情比例', 'share that does not know the policy'),
    value: 0.51,
    unit: 'share',
    range: [0.4, 0.6],
    mark: 'published',
    source: text('落户政策知晓情况调查', 'survey of knowledge of settlement policy'),
  },
  'settlement.tasteCorrelation': {
    name: text('偏好年际相关', 'correlation of the taste from year to year'),
    value: 0.85,
    unit: 'factor',
    range: [0.7, 1],
    mark: 'assumption',
    source: text('意愿有持续性', 'wishes persist'),
  },
});
