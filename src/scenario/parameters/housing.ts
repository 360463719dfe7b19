import { text } from '../../language/language.ts';
import { parameters } from '../parameter.ts';
import { capacityLever, judgement, survey } from './sources.ts';

/** Tenure, public rental dwellings and the housing fund. */
export const housing = parameters({
  'tenure.buyHazard': {
    name: text('租房家庭购房概率', 'yearly chance that a renting migrant household buys'),
    value: 0.012,
    unit: 'probability/year',
    range: [0.005, 0.03],
    mark: 'assumption',
    source: survey('：两年间购房比例由17.8%升至19.0%', ': share owning rose from 17.8 to 19.0 % in two years'),
  },
  'rental.spareShare': {
    name: text(
      '公租房可供外来家庭的空置比例',
      'free public rental dwellings in the base year over those migrant households hold',
    ),
    value: 0.1,
    unit: 'share',
    range: [0, 0.3],
    mark: 'assumption',
    source: text(
      '公租房约为城镇家庭的3.5%（2%—6%），大多租给本地居民；此为可供外来家庭的部分',
      'public rental stock of 3.5 % of urban households (2-6) is mostly let to townspeople; this is what is free for migrants',
    ),
  },
  'rental.capacityFactor': {
    name: text('公租房容量系数', 'factor on the public rental dwellings of the base year'),
    value: 1,
    unit: 'factor',
    range: null,
    mark: 'assumption',
    source: capacityLever,
  },
  'rental.growth': {
    name: text('面向外来家庭的公租房增长率', 'yearly growth of the dwellings open to migrant households'),
    value: 0.02,
    unit: 'rate/year',
    range: [-0.02, 0.08],
    mark: 'assumption',
    source: judgement,
  },
  'rental.subsidyTakeUp': {
    name: text('符合条件者每年申领租赁补贴的概率', 'yearly chance that an entitled family asks for the rent subsidy'),
    value: 0.2,
    unit: 'probability/year',
    range: [0.1, 0.4],
    mark: 'assumption',
    source: judgement,
  },
  'rental.subsidyBudget': {
    name: text('租赁补贴名额与公租房套数之比', 'rent subsidies the budget pays for, to public rental dwellings'),
    value: 0.3,
    unit: 'factor',
    range: [0.1, 1],
    mark: 'assumption',
    source: judgement,
  },
  'rental.subsidyBuildUp': {
    name: text(
      '租赁补贴户数每年最多比上年增加名额的几成',
      'share of the rent subsidies the budget pays for by which a year may rise above the last',
    ),
    value: 0.2,
    unit: 'share',
    range: [0.1, 0.4],
    mark: 'assumption',
    source: text(
      '判断：补贴列入年度预算，文件只说“稳步扩大”“加快推广”，设五年到位（两年半至十年）；1为当年到位',
      'judgement: subsidies stand in yearly budgets and the documents say "steadily" or "faster", so five years, two and a half to ten; 1 is at once',
    ),
  },
  'rental.subsidyShare': {
    name: text('租赁补贴占房租比例', 'share of the rent a rent subsidy pays'),
    value: 0.3,
    unit: 'share',
    range: [0.15, 0.5],
    mark: 'assumption',
    source: judgement,
  },
  'rental.leaveHazard': {
    name: text('公租房退出概率', 'yearly chance that tenants give up a public dwelling'),
    value: 0.08,
    unit: 'probability/year',
    range: [0.04, 0.15],
    mark: 'assumption',
    source: judgement,
  },
  'rental.needShare': {
    name: text('租房家庭中住房困难比例', 'renting families in housing difficulty'),
    value: 0.2,
    unit: 'share',
    range: [0.1, 0.35],
    mark: 'assumption',
    source: judgement,
  },
  'fund.coverage': {
    name: text('进城务工者公积金覆盖率', 'share of newcomers in town whose employer pays into the housing fund'),
    value: 0.055,
    unit: 'share',
    range: [0.03, 0.2],
    mark: 'derived',
    source: survey(
      '2014年：5.5%的农民工有住房公积金，凭记忆；此后上升',
      ' 2014: 5.5 % of migrant workers had a housing fund, recalled; growing since',
    ),
  },
  'fund.rentShare': {
    name: text('公积金可付房租的比例', 'share of the rent that drawing the housing fund pays'),
    value: 0.5,
    unit: 'share',
    range: [0.25, 1],
    mark: 'assumption',
    source: text(
      '单位与个人缴存合计为工资的10%—24%，房租约为工资的四分之一',
      'contributions of 10-24 % of the wage, of both sides, against a rent of a quarter of it',
    ),
  },
  'tenure.leaseBreak': {
    name: text('换租概率', 'yearly chance that a private lease is broken and begins anew'),
    value: 0.25,
    unit: 'probability/year',
    range: [0.1, 0.4],
    mark: 'assumption',
    source: judgement,
  },
});
