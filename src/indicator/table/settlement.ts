import { text } from '../../language/language.ts';
import { originTiers } from '../names.ts';
import type { Year } from '../year.ts';
import { percent } from './percent.ts';
import { rows } from './row.ts';

const settledFrom = ({ settled }: Year, register: 'rural' | 'urban'): number =>
  originTiers.reduce((sum, tier) => sum + settled(tier, register), 0);

/** Those who settle: whose register moves to the town of an area. */
export const settled = rows({
  settled_persons: {
    label: text('落户人数', 'Persons who settled'),
    definition: text(
      '当年户籍迁入本地城镇的人，含随迁家属',
      'Persons whose register moved to a town here in the year, relatives who followed included',
    ),
    unit: 'persons',
    kind: 'flow',
    fiscal: 'mean',
    of: (year) => settledFrom(year, 'rural') + settledFrom(year, 'urban'),
  },
  'settled_persons.<tier>': {
    label: text('落户人数', 'Persons who settled'),
    definition: text(
      '当年落户的人，按原户籍所在地分',
      'Persons who settled in the year, by where they were registered before',
    ),
    unit: 'persons',
    kind: 'flow',
    fiscal: 'mean',
    of: (year, tier) => year.settled(tier, 'urban') + year.settled(tier, 'rural'),
  },
  'settled_persons.<origin>': {
    label: text('落户人数', 'Persons who settled'),
    definition: text(
      '当年落户的人，按最初户籍的城乡分',
      'Persons who settled in the year, by the side of their first register',
    ),
    unit: 'persons',
    kind: 'flow',
    of: (year, origin) => settledFrom(year, origin === 'rural_origin' ? 'rural' : 'urban'),
  },
  settled_households: {
    label: text('落户户数', 'Households that settled'),
    definition: text(
      '当年有人作为申请人落户的家庭和单身者',
      'Families and single persons who settled in the year, counted by the applicant',
    ),
    unit: 'households',
    kind: 'flow',
    of: ({ event }) => event('settledHouseholds'),
  },
});

const heldVillage = ({ awardSettlers }: Year, group: 'others' | 'students' | 'veterans'): number =>
  originTiers.reduce((sum, tier) => sum + awardSettlers(tier, group), 0);

/** The settled as police report them: whoever had a village register and has one of a town, relabelled addresses included. */
export const reported = rows({
  'settled_reported.<reported>': {
    label: text('报告的落户人数', 'Settled, as reported'),
    definition: text(
      '当年由农村户籍转为城镇户籍的人，含地址随城乡划分改变者，按公安部门报表的口径',
      'Persons whose village register became one of a town in the year, addresses that were relabelled included, as the police form counts them',
    ),
    unit: 'persons',
    kind: 'flow',
    of(year, part) {
      const relabelled = year.event('reclassifiedRegisters');
      if (part === 'relabelled') return relabelled;
      if (part === 'kin') return year.event('awardKin');
      if (part === 'students' || part === 'veterans') return heldVillage(year, part);
      const others = heldVillage(year, 'others');
      if (part === 'decision') return others - year.event('awardKin');
      return others + heldVillage(year, 'students') + heldVillage(year, 'veterans') + relabelled;
    },
  },
  registers_set_right: {
    label: text('户籍整顿', 'Registers set right'),
    definition: text(
      '普查前后订正为城镇户籍的人，不计入落户',
      'Persons whose village register was set right as one of a town around a census; not settled',
    ),
    unit: 'persons',
    kind: 'flow',
    of: ({ event }) => event('registersSetRight'),
  },
  register_out_town: {
    label: text('城镇户籍迁出', 'Register: moved out of towns'),
    definition: text('当年迁出本市的城镇户籍', 'Town registers moved out of the city in the year, students included'),
    unit: 'persons',
    kind: 'flow',
    of: ({ event }) => event('registerOutTown'),
  },
});

/** Who could settle and who wants to. */
export const willingness = rows({
  settlement_pool: {
    label: text('可落户而未落户的人口', 'Persons in town without its register'),
    definition: text(
      '当年住在城镇而持农村户籍的人',
      'Persons who live in towns on a village register, counted in the course of the year',
    ),
    unit: 'persons',
    kind: 'stock',
    of: ({ event }) => event('settlementPool'),
  },
  eligible_share: {
    label: text('符合落户条件的比例', 'Share eligible to settle'),
    definition: text(
      '问到的城镇农村户籍人口中，有一条落户途径对其开放的百分比',
      'Persons in towns on village registers to whom some route is open, per cent of those asked',
    ),
    unit: 'percent',
    kind: 'rate',
    weight: 'settlement_pool',
    of: ({ event }) => percent(event('settlementEligible'), event('settlementAsked')),
  },
  aware_share: {
    label: text('知晓政策的比例', 'Share aware of the rules'),
    definition: text(
      '问到的城镇农村户籍人口中，知晓落户规定的百分比',
      'Persons in towns on village registers who know the rules of settling, per cent of those asked',
    ),
    unit: 'percent',
    kind: 'rate',
    weight: 'settlement_pool',
    of: ({ event }) => percent(event('settlementAware'), event('settlementAsked')),
  },
  willing_share: {
    label: text('愿意落户的比例', 'Share willing to settle'),
    definition: text(
      '问到的城镇农村户籍人口中，认为落户利大于弊的百分比',
      'Persons in towns on village registers who would rather settle than not, per cent of those asked',
    ),
    unit: 'percent',
    kind: 'rate',
    weight: 'settlement_pool',
    of: ({ event }) => percent(event('settlementWilling'), event('settlementAsked')),
  },
  firm_share: {
    label: text('落户意愿坚定的比例', 'Share firmly willing to settle'),
    definition: text(
      '问到的城镇农村户籍人口中，落户意愿强到会去办理的百分比',
      'Persons in towns on village registers willing enough to act on it, per cent of those asked',
    ),
    unit: 'percent',
    kind: 'rate',
    weight: 'settlement_pool',
    of: ({ event }) => percent(event('settlementFirm'), event('settlementAsked')),
  },
});

export const settlersByTrait = rows({
  'settled_persons.<trait>': {
    label: text('落户人数', 'Persons who settled'),
    definition: text(
      '当年落户的人，按落户时的特征分',
      'Persons who settled in the year, by what they were when they settled',
    ),
    unit: 'persons',
    kind: 'flow',
    of: ({ settledAs }, group) => settledAs(group),
  },
});
