import { text } from '../../language/language.ts';
import { parameters } from '../parameter.ts';
import { judgement } from './sources.ts';

/** What an applicant is, and who follows. */
export const applicant = parameters({
  'applicant.publicEmployeeShare': {
    name: text(
      '参保就业者中机关事业单位职工比例',
      'employees of public bodies among insured workers off their register',
    ),
    value: 0.1,
    unit: 'share',
    range: [0.03, 0.2],
    mark: 'assumption',
    source: judgement,
  },
  'applicant.certificateShare': {
    name: text(
      '持有职业资格证书比例',
      'holders of a vocational certificate among those with junior secondary schooling or more',
    ),
    value: 0.12,
    unit: 'share',
    range: [0.05, 0.25],
    mark: 'assumption',
    source: judgement,
  },
  'applicant.vocationalShare': {
    name: text('高中阶段中职比例', 'vocational schools among senior secondary leavers'),
    value: 0.42,
    unit: 'share',
    range: [0.38, 0.46],
    mark: 'published',
    source: text(
      '教育部：2020年高中阶段招生中约42%进入中等职业学校',
      'Ministry of Education: about 42 % of senior secondary entrants in 2020 entered vocational schools',
    ),
  },
  'applicant.veteranShare': {
    name: text('退役军人比例', 'veterans among men'),
    value: 0.03,
    unit: 'share',
    range: [0.01, 0.05],
    mark: 'assumption',
    source: judgement,
  },
  'applicant.leaseRegisteredShare': {
    name: text('租赁登记备案比例', 'private leases registered with the housing authority'),
    value: 0.25,
    unit: 'share',
    range: [0.1, 0.5],
    mark: 'assumption',
    source: judgement,
  },
  'applicant.returneeShare': {
    name: text('大专以上者中留学归国比例', 'returnees from studying abroad among those with college schooling'),
    value: 0.005,
    unit: 'share',
    range: [0.001, 0.015],
    mark: 'assumption',
    source: judgement,
  },
  'applicant.bachelorShare': {
    name: text('大专以上者中本科以上比例', "bachelor's degrees or higher among those with college schooling"),
    value: 0.48,
    unit: 'share',
    range: [0.35, 0.65],
    mark: 'derived',
    source: text(
      '2020年普查：3岁以上人口中本科以上8.0%，专科8.5%（data/education.csv）',
      "2020 census: of people of 3 and older 8.0 % bachelor's or higher, 8.5 % of a college of three years (data/education.csv)",
    ),
  },
  'applicant.masterShare': {
    name: text('本科以上者中研究生比例', "master's degrees or higher among those with a bachelor's or higher"),
    value: 0.1,
    unit: 'share',
    range: [0.05, 0.25],
    mark: 'assumption',
    source: judgement,
  },
  'applicant.doctorShare': {
    name: text('研究生中博士比例', "doctorates among those with a master's degree or higher"),
    value: 0.1,
    unit: 'share',
    range: [0.05, 0.2],
    mark: 'assumption',
    source: judgement,
  },
  'applicant.talentCardShare': {
    name: text(
      '大专以上参保就业者中持人才卡比例',
      'holders of a talent card among insured workers with college schooling',
    ),
    value: 0.005,
    unit: 'share',
    range: [0, 0.02],
    mark: 'assumption',
    source: judgement,
  },
  'applicant.floorAreaPerHead': {
    name: text('人均住房建筑面积', 'floor area of town dwellings a head'),
    value: 33,
    unit: 'm2',
    range: [25, 40],
    mark: 'assumption',
    source: judgement,
  },
  'settlement.followSpouse': {
    name: text('配偶随迁概率', 'chance that the spouse in town follows'),
    value: 0.85,
    unit: 'probability',
    range: [0.6, 1],
    mark: 'assumption',
    source: judgement,
  },
  'settlement.followChild': {
    name: text('子女随迁概率', 'chance that a child follows'),
    value: 0.95,
    unit: 'probability',
    range: [0.8, 1],
    mark: 'assumption',
    source: judgement,
  },
  'settlement.followParent': {
    name: text('父母随迁概率', 'chance that a parent follows'),
    value: 0.35,
    unit: 'probability',
    range: [0.1, 0.6],
    mark: 'assumption',
    source: judgement,
  },
});
