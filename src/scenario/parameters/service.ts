import { text } from '../../language/language.ts';
import { parameters } from '../parameter.ts';
import { capacityLever, judgement } from './sources.ts';

/** Schools and kindergartens. */
export const service = parameters({
  'school.placesPerPupil': {
    name: text('基年每名学生对应的城镇学位', 'town school places a pupil in the base year'),
    value: 1.03,
    unit: 'factor',
    range: [0.97, 1.1],
    mark: 'assumption',
    source: text('县城学位不足，乡镇有余', 'county seats are short, townships have room'),
  },
  'school.capacityFactor': {
    name: text('城镇学位容量系数', 'factor on the town school places of the base year'),
    value: 1,
    unit: 'factor',
    range: null,
    mark: 'assumption',
    source: capacityLever,
  },
  'school.placesGrowth': {
    name: text('城镇学位年增长率', 'yearly growth of town school places'),
    value: 0,
    unit: 'rate/year',
    range: [-0.02, 0.03],
    mark: 'assumption',
    source: judgement,
  },
  'school.sendBack': {
    name: text('无学位子女送回农村的概率', 'chance that a child without a town place is sent back to the village home'),
    value: 0.3,
    unit: 'probability',
    range: [0.1, 0.5],
    mark: 'assumption',
    source: judgement,
  },
  'service.preschoolShare': {
    name: text('学前三年入园率', 'children of 3-5 in kindergarten'),
    value: 0.88,
    unit: 'share',
    range: [0.83, 0.92],
    mark: 'published',
    source: text(
      '教育部：学前教育毛入园率2020年85.2%，2021年88.1%',
      'Ministry of Education: gross kindergarten enrolment 85.2 % in 2020, 88.1 % in 2021',
    ),
  },
});
