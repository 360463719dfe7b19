import { text } from '../../language/language.ts';
import { type OriginTier, originTiers } from '../names.ts';
import type { Year } from '../year.ts';
import { rows } from './row.ts';

const fromTier = ({ awardSettlers }: Year, tier: OriginTier): number =>
  awardSettlers(tier, 'others') + awardSettlers(tier, 'students') + awardSettlers(tier, 'veterans');

/** Those the award fund counts: settlers who held a village register until they settled. */
export const awardSettlers = rows({
  'award_settlers.<counted>': {
    label: text('奖励资金计入的落户人数', 'Settlers the award counts'),
    definition: text(
      '当年落户、落户前持农村户籍的人',
      'Persons who settled in the year and held a village register until then',
    ),
    unit: 'persons',
    kind: 'flow',
    fiscal: 'replicates',
    yearByYear: true,
    of(year, counted) {
      if (counted === 'agricultural') return year.event('awardAgricultural');
      if (counted === 'left_for_other_county') return year.event('awardLeft');
      return originTiers.reduce((sum, tier) => sum + fromTier(year, tier), 0);
    },
  },
  'award_settlers.<tier>': {
    label: text('奖励资金计入的落户人数', 'Settlers the award counts'),
    definition: text(
      '当年落户、落户前持农村户籍的人，按原户籍所在地分',
      'Persons who settled in the year and held a village register until then, by where they were registered',
    ),
    unit: 'persons',
    kind: 'flow',
    fiscal: 'replicates',
    yearByYear: true,
    of: fromTier,
  },
  'award_settlers.<tier>.<students>': {
    label: text('奖励资金计入的落户人数', 'Settlers the award counts'),
    definition: text(
      '当年作为学生落户、落户前持农村户籍的人，是否计入有争议',
      'Persons who settled as students in the year and held a village register until then; whether the award counts them is disputed',
    ),
    unit: 'persons',
    kind: 'flow',
    fiscal: 'replicates',
    yearByYear: true,
    of: (year, tier) => year.awardSettlers(tier, 'students'),
  },
  'award_settlers.<tier>.<veterans>': {
    label: text('奖励资金计入的落户人数', 'Settlers the award counts'),
    definition: text(
      '当年作为退役军人落户、落户前持农村户籍的人，是否计入有争议',
      'Persons who settled as veterans in the year and held a village register until then; whether the award counts them is disputed',
    ),
    unit: 'persons',
    kind: 'flow',
    fiscal: 'replicates',
    yearByYear: true,
    of: (year, tier) => year.awardSettlers(tier, 'veterans'),
  },
});

export const awardChildren = rows({
  award_children: {
    label: text('义务教育阶段随迁子女', 'Accompanying children in compulsory schooling'),
    definition: text(
      '年末住在城镇、户籍在其他县的村的6–14岁儿童',
      'Children of 6-14 who live in towns at the year end on a village register of another county',
    ),
    unit: 'persons',
    kind: 'stock',
    fiscal: 'replicates',
    of: ({ awardChildren: children }) => children(),
  },
});
