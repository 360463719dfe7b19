import { text } from '../../language/language.ts';
import { parameters } from '../parameter.ts';
import { judgement } from './sources.ts';

/** Deaths, births, unions, leaving home and schooling. */
export const vital = parameters({
  'mortality.factor': {
    name: text('死亡概率系数', 'factor on the probability of dying'),
    value: 1,
    unit: 'factor',
    range: [0.9, 1.1],
    mark: 'assumption',
    source: text('在数据的省级系数之上', 'on top of the provincial factor of the data'),
  },
  'fertility.factor': {
    name: text('生育率系数', 'factor on fertility'),
    value: 1,
    unit: 'factor',
    range: [0.85, 1.15],
    mark: 'assumption',
    source: text('在使模型得出普查儿童数的系数之上', 'on top of the factor that reproduces the children counted'),
  },
  'union.hazard': {
    name: text('未婚女性结婚概率峰值', 'highest yearly chance of a single woman to form a union'),
    value: 0.17,
    unit: 'probability/year',
    range: [0.12, 0.22],
    mark: 'assumption',
    source: text(
      '使女性平均初婚年龄接近28岁（2020年普查）',
      'reproduces a mean age at first marriage of women near 28 (2020 census)',
    ),
  },
  'union.peakAge': {
    name: text('结婚概率峰值年龄', 'age of that chance'),
    value: 26,
    unit: 'year',
    range: [25, 28],
    mark: 'assumption',
    source: text('2020年普查：女性平均初婚年龄28.0岁', '2020 census: women first marry at 28.0 on average'),
  },
  'union.ageSpread': {
    name: text('结婚概率年龄宽度', 'width of its profile over age'),
    value: 7,
    unit: 'year',
    range: [5, 9],
    mark: 'assumption',
    source: judgement,
  },
  'union.newHousehold': {
    name: text('婚后另立门户的概率', 'chance that a new couple founds a household of its own'),
    value: 0.6,
    unit: 'probability',
    range: [0.4, 0.8],
    mark: 'assumption',
    source: judgement,
  },
  'leavingHome.hazard': {
    name: text('未婚成年人离家独居概率', 'yearly chance of a single adult of 20-35 to leave the parental home'),
    value: 0.015,
    unit: 'probability/year',
    range: [0.005, 0.03],
    mark: 'assumption',
    source: text(
      '两次普查之间户均人数每年约减少0.05人',
      'household size fell by about 0.05 a year between the censuses',
    ),
  },
  'education.seniorShare': {
    name: text('初中毕业升入高中阶段比例', 'share entering senior secondary school after junior'),
    value: 0.9,
    unit: 'probability',
    range: [0.85, 0.95],
    mark: 'published',
    source: text(
      '教育部：2020年高中阶段毛入学率91.2%',
      'Ministry of Education: gross enrolment of senior secondary 91.2 % in 2020',
    ),
  },
  'education.collegeShare': {
    name: text('高中毕业升入大专以上比例', 'share of senior secondary leavers entering college'),
    value: 0.55,
    unit: 'probability',
    range: [0.45, 0.62],
    mark: 'published',
    source: text(
      '教育部：2020年高等教育毛入学率54.4%',
      'Ministry of Education: gross enrolment of higher education 54.4 % in 2020',
    ),
  },
  'education.collegeOutside': {
    name: text('在市外上大学的比例', 'share of college entrants who study outside the city'),
    value: 0.85,
    unit: 'probability',
    range: [0.6, 0.95],
    mark: 'assumption',
    source: judgement,
  },
  'education.registerAtAdmission': {
    name: text('入学迁户口比例', 'share of college entrants outside the city who take their register along'),
    value: 0.25,
    unit: 'probability',
    range: [0.1, 0.4],
    mark: 'assumption',
    source: text('录取学生中迁移户口者的比例', 'share of admitted students who transfer their register'),
  },
});
