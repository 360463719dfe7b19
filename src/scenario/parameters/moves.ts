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
  'inMigration.rate': {
    name: text(
      '迁入率（对基年市外户籍常住人口）',
      'arrivals a year per base-year resident registered outside the city',
    ),
    value: 0.055,
    unit: 'rate/year',
    range: [0.03, 0.09],
    mark: 'assumption',
    source: text(
      '每年迁入人数与基年户籍在市外的常住人口之比',
      'arrivals a year per resident registered outside the city in the base year',
    ),
    ofPlace: true,
  },
  'inMigration.provinceFactor': {
    name: text('省内迁入率的系数', 'factor on the arrival rate of people registered elsewhere in the province'),
    value: 1,
    unit: 'factor',
    range: [0.7, 2.5],
    mark: 'assumption',
    source: text(
      '2010年与2020年两次普查之间，省内流动人口增加86%，跨省流动人口增加45%（普查公报，凭记忆）；此后尚无定论',
      'between the censuses of 2010 and 2020 the floating population inside provinces grew by 86 %, that between provinces by 45 % (census bulletin, recalled); later years are open',
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
    name: text('外来人口离开概率', 'yearly chance of a resident registered outside the city to leave it, first year'),
    value: 0.05,
    unit: 'probability/year',
    range: [0.03, 0.08],
    mark: 'assumption',
    source: text('流动人口平均居留十年或更长', "floating population of ten years' mean stay or more"),
  },
  'doors.settledElsewhere': {
    name: text('外出者在外地落户概率', 'yearly chance of a person away from the city to move the register there'),
    value: 0.006,
    unit: 'probability/year',
    range: [0.002, 0.015],
    mark: 'assumption',
    source: text('赤峰户籍人口每年减少0.4%', 'registered population of Chifeng fell by 0.4 % a year'),
  },
  'doors.urbanFactor': {
    name: text('城镇户籍者系数', 'factor on it for persons with a town register'),
    value: 2.5,
    unit: 'factor',
    range: [1, 4],
    mark: 'assumption',
    source: text('城镇户籍者更容易在外地落户', 'urban-registered people settle elsewhere more readily'),
  },
});
