import { text } from '../../language/language.ts';
import { parameters } from '../parameter.ts';
import { judgement } from './sources.ts';

/** Return, in-migration and the other doors of the register. */
export const moves = parameters({
  'return.hazard': {
    name: text('返乡概率', 'yearly chance of a migrant without a town register to return, first year'),
    value: 0.04,
    unit: 'probability/year',
    range: [0.015, 0.08],
    mark: 'derived',
    source: text(
      '百村：一生平均每年1.5%，头几年较高',
      'hundred villages 1.5 % a year over a lifetime, higher in the first years',
    ),
  },
  'return.perYear': {
    name: text('在外年数系数', 'log-odds a year away'),
    value: -0.107,
    unit: 'utility/year',
    range: [-0.15, -0.05],
    mark: 'published',
    source: text('中国流动人口动态监测调查（CMDS）2018年，短期居留意愿', 'CMDS 2018, short-stay intention'),
  },
  'return.family': {
    name: text('同住家人系数', 'log-odds a family member present'),
    value: -0.279,
    unit: 'utility',
    range: [-0.4, -0.15],
    mark: 'published',
    source: text('中国流动人口动态监测调查（CMDS）2018年，在本地的家庭人数', 'CMDS 2018, local family size'),
  },
  'return.seeking': {
    name: text('失业者返乡系数', 'factor on the chance of return of those who find no work'),
    value: 2,
    unit: 'factor',
    range: [1, 3],
    mark: 'assumption',
    source: judgement,
  },
  'return.insurance': {
    name: text('职工保险系数', 'log-odds of employee insurance'),
    value: -0.546,
    unit: 'utility',
    range: [-0.8, -0.3],
    mark: 'published',
    source: text('中国流动人口动态监测调查（CMDS）2018年，职工保险', 'CMDS 2018, employee insurance'),
  },
  'return.toTown': {
    name: text(
      '返乡者落脚县城的概率',
      'chance that a return from outside the city ends in the county town, not the village',
    ),
    value: 0.5,
    unit: 'probability',
    range: [0.3, 0.7],
    mark: 'assumption',
    source: judgement,
  },
  'inMigration.factor': {
    name: text('外来迁入的系数', 'factor on arrivals of people registered outside the city'),
    value: 1,
    unit: 'factor',
    range: null,
    mark: 'derived',
    source: text(
      '在各县自身的迁入（data/county-flows）之上；其不确定性由各县的路径承担',
      "on top of each county's own arrivals (data/county-flows); what is not known of them is in the paths of the counties",
    ),
  },
  'inMigration.jobs': {
    name: text('迁入对求职运气的弹性', 'elasticity of arrivals to how easily jobs were found there'),
    value: 1,
    unit: 'factor',
    range: [0.5, 1.5],
    mark: 'assumption',
    source: text(
      '求职者得到岗位的比例对该县通常比例之比；老乡传信',
      "share of job seekers who found one over the county's usual share; word gets home",
    ),
  },
  'moves.netSpread': {
    name: text('净迁移路径离散程度的系数', 'factor on the spread of the paths of net migration'),
    value: 1,
    unit: 'factor',
    range: null,
    mark: 'derived',
    source: text(
      '1为回溯检验的误差；0为各县都走中间的路径',
      '1 is what hindcasts missed; with 0 every county keeps to the middle',
    ),
  },
  'moves.urbanSpread': {
    name: text('城镇化路径离散程度的系数', 'factor on the spread of the paths of the urban share'),
    value: 1,
    unit: 'factor',
    range: null,
    mark: 'derived',
    source: text(
      '1为回溯检验的误差；0为各县都走中间的路径',
      '1 is what hindcasts missed; with 0 every county keeps to the middle',
    ),
  },
  'inMigration.provinceClosure': {
    name: text('省内迁入的平衡系数', 'factor on arrivals from the own province that closes the account of moves'),
    value: 1,
    unit: 'factor',
    range: null,
    mark: 'derived',
    source: text(
      '全省或全国运行时求得，使省内流动有出有到；单个城市为1',
      'found when a province or the nation is run, so that who leaves arrives; 1 for a city by itself',
    ),
  },
  'inMigration.nationClosure': {
    name: text('跨省迁入的平衡系数', 'factor on arrivals from other provinces that closes the account of moves'),
    value: 1,
    unit: 'factor',
    range: null,
    mark: 'derived',
    source: text(
      '全国运行时求得，使跨省流动有出有到；单个城市为1',
      'found when the nation is run, so that who leaves arrives; 1 for a city by itself',
    ),
  },
  'inMigration.leaveHazard': {
    name: text(
      '外来人口离开概率（最高）',
      'highest yearly chance of a resident registered outside the city to leave it',
    ),
    value: 0.16,
    unit: 'probability/year',
    range: [0.11, 0.22],
    mark: 'derived',
    source: text(
      '第二至四年最高，第一年为其0.625，六年以后为0.375，平均约0.115；至今平均居留5.3年、半数超过4年、19%超过10年（2009年五城市，人口计生委2010年报告），2015年平均4—5年',
      'highest in the second to fourth year, 0.625 of it in the first, 0.375 after six, 0.115 on average; mean stay so far 5.3 years, half over 4, 19 % over 10 (five cities 2009, family planning commission 2010), 4 to 5 years in 2015',
    ),
  },
  'doors.settledElsewhere': {
    name: text('外出者在外地落户概率', 'yearly chance of a person away from the city to move the register there'),
    value: 0.012,
    unit: 'probability/year',
    range: [0.005, 0.02],
    mark: 'assumption',
    source: text(
      '赤峰2016—2022年每年迁出户籍1.7万—2.4万（户籍总数与自然增长推算）；全国迁出须与迁入相近，取高',
      'in Chifeng 17,000 to 24,000 registers left a year in 2016-22 (registered totals less natural increase); the upper part, since over the nation as many must leave as arrive',
    ),
  },
  'doors.urbanFactor': {
    name: text('城镇户籍者系数', 'factor on it for persons with a town register'),
    value: 3,
    unit: 'factor',
    range: [2, 6],
    mark: 'assumption',
    source: text(
      '迁出户籍的五至八成为城镇户籍：赤峰城镇户籍2016—2022年每年减少六七千；取低，使全国迁出的城镇户籍与迁入的相近',
      'half to four fifths of what leaves are town registers: those of Chifeng fell by 6,000 to 7,000 a year in 2016-22; the lower end, so that over the nation about as many town registers leave as arrive',
    ),
  },
  'doors.cleanUp': {
    name: text(
      '2020—2021年户籍整顿的规模，相对于全国账户',
      'size of the clean-up of registers in 2020-21, against the account of the nation',
    ),
    value: 1,
    unit: 'factor',
    range: [0.4, 1.6],
    mark: 'derived',
    source: text(
      '全国城镇户籍增加5019万人，报告落户3000万人，自然增长650万人（2019—2021年）',
      'rise of 50.2 million town registers in 2019-21 less 30 reported settled and 6.5 of natural increase',
    ),
  },
});
