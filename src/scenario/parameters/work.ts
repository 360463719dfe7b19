import { text } from '../../language/language.ts';
import { parameters } from '../parameter.ts';
import { capacityLever, judgement, survey } from './sources.ts';

/** Jobs, and the rent a wage is set against. */
export const work = parameters({
  'job.townChance': {
    name: text('县城找到工作的概率', 'chance of a job in a town of the city'),
    value: 0.88,
    unit: 'probability',
    range: [0.75, 0.95],
    mark: 'assumption',
    source: judgement,
  },
  'job.outsideChance': {
    name: text('市外找到工作的概率', 'chance of a job outside the city'),
    value: 0.93,
    unit: 'probability',
    range: [0.85, 0.98],
    mark: 'assumption',
    source: judgement,
  },
  'job.formalHazard': {
    name: text('非正规就业转为参保就业的概率', 'yearly chance of an informal worker in town to find an insured job'),
    value: 0.03,
    unit: 'probability/year',
    range: [0.01, 0.06],
    mark: 'assumption',
    source: judgement,
  },
  'job.trainingGain': {
    name: text('补贴培训使转入参保就业概率提高的系数', 'factor on finding an insured job where training is subsidised'),
    value: 1.2,
    unit: 'factor',
    range: [1, 1.5],
    mark: 'assumption',
    source: text('培训人数与效果大小均未公布', 'no published number of trained or size of effect'),
  },
  'job.startupHazard': {
    name: text(
      '创业担保贷款使工人创业的概率',
      'yearly chance that a worker or job seeker in town starts a business where start-up loans are given',
    ),
    value: 0.004,
    unit: 'probability/year',
    range: [0, 0.012],
    mark: 'assumption',
    source: text('创业担保贷款的笔数与金额均未公布', 'no published number or size of start-up loans'),
  },
  'job.hiredInsured': {
    name: text(
      '用工社保补贴使新招者参保的概率',
      'chance that a newly found job is an insured one where employers are subsidised for hiring',
    ),
    value: 0.1,
    unit: 'probability',
    range: [0, 0.25],
    mark: 'assumption',
    source: text('享受补贴的岗位数未公布', 'no published number of subsidised posts'),
  },
  'job.vacantShare': {
    name: text('基年空缺岗位比例', 'free town jobs in the base year over those taken'),
    value: 0.03,
    unit: 'share',
    range: [0.01, 0.08],
    mark: 'assumption',
    source: judgement,
  },
  'job.capacityFactor': {
    name: text('城镇岗位容量系数', 'factor on the town jobs; a dated one acts on those there are by then'),
    value: 1,
    unit: 'factor',
    range: null,
    mark: 'assumption',
    source: capacityLever,
  },
  'job.creation': {
    name: text('城镇新增岗位（对16—59岁常住人口）', 'town jobs created in a year per resident of 16-59'),
    value: 0.004,
    unit: 'rate/year',
    range: [0.001, 0.009],
    mark: 'derived',
    source: text(
      '全国城镇就业人员2020—2024年每年增加270万人，为16—59岁人口的0.3%；2010—2020年每年增加1160万人，为1.26%（统计公报，凭记忆）',
      'urban employment of the country grew by 2.7 million a year in 2020-24, 0.3 % of the people of 16-59, and by 11.6 million, 1.26 %, in 2010-20 (statistical communiques, recalled)',
    ),
  },
  'job.spread': {
    name: text(
      '按居民分布的新增岗位比例',
      'share of the new jobs that arise where people live; the others where the jobs are',
    ),
    value: 0.5,
    unit: 'share',
    range: [0.2, 0.8],
    mark: 'assumption',
    source: judgement,
  },
  'job.ownAccount': {
    name: text(
      '求职者自营就业的概率',
      'yearly chance that somebody looking for work in town makes a living on his own account',
    ),
    value: 0.17,
    unit: 'probability/year',
    range: [0.1, 0.35],
    mark: 'derived',
    source: survey(
      '2014年：自营就业的农民工占17%，凭记忆',
      ' 2014: 17 % of migrant workers work on their own account, recalled',
    ),
  },
  'job.news': {
    name: text(
      '对求职运气的预期中，上年消息所占的比重',
      "weight of the last year's news in what people expect of the luck of job seekers; the rest is what they expected before",
    ),
    value: 0.5,
    unit: 'share',
    range: [0.3, 0.8],
    mark: 'assumption',
    source: judgement,
  },
  'job.policyGrowth': {
    name: text(
      '文件承诺产业与公益岗位的岗位增长',
      'growth added where a document promises industry, public posts or works',
    ),
    value: 0.003,
    unit: 'rate/year',
    range: [0, 0.01],
    mark: 'assumption',
    source: judgement,
  },
  'housing.rent': {
    name: text('城镇房租', 'monthly rent of a dwelling in town'),
    value: 800,
    unit: 'yuan/month',
    range: [450, 1200],
    mark: 'assumption',
    source: text('70平方米，按毛租金收益率2.3%', 'gross yield of 2.3 % on 70 m2'),
    ofPlace: true,
  },
});
