import { text } from '../../language/language.ts';
import type { Year } from '../year.ts';
import { percent } from './percent.ts';
import { rows } from './row.ts';

const residentRate = ({ count }: Year): number => percent(count('urbanResident'), count('resident'));
const registeredRate = ({ urbanRegistered, count }: Year, definition: Parameters<Year['urbanRegistered']>[0]): number =>
  percent(urbanRegistered(definition), count('registered'));

/** Residents and registers at the year end. */
export const population = rows({
  resident_population: {
    label: text('常住人口', 'Resident population'),
    definition: text(
      '年末住在本地的人，不论户籍在何处',
      'Persons who live here at the year end, wherever they are registered',
    ),
    unit: 'persons',
    kind: 'stock',
    fiscal: 'mean',
    of: ({ count }) => count('resident'),
  },
  urban_resident_population: {
    label: text('城镇常住人口', 'Urban resident population'),
    definition: text('年末住在本地城镇的人', 'Residents who live in towns at the year end'),
    unit: 'persons',
    kind: 'stock',
    of: ({ count }) => count('urbanResident'),
  },
  resident_urbanization_rate: {
    label: text('常住人口城镇化率', 'Resident urbanization rate'),
    definition: text('城镇常住人口占常住人口的百分比', 'Residents of towns, per cent of all residents'),
    unit: 'percent',
    kind: 'rate',
    weight: 'resident_population',
    of: residentRate,
  },
  registered_population: {
    label: text('户籍人口', 'Registered population'),
    definition: text('年末户籍在本地的人，不论住在何处', 'Persons registered here at the year end, wherever they live'),
    unit: 'persons',
    kind: 'stock',
    fiscal: 'mean',
    of: ({ count }) => count('registered'),
  },
  'urban_registered_population.<definition>': {
    label: text('城镇户籍人口', 'Urban registered population'),
    definition: text(
      '户籍人口中按城镇统计的人，口径依当时有效的规定或情景的选择，除非另有指明',
      'Registered persons counted as urban: as the law of the day or the scenario says, unless the name tells the definition',
    ),
    unit: 'persons',
    kind: 'stock',
    fiscal: 'mean',
    of: ({ urbanRegistered }, definition) => urbanRegistered(definition),
  },
  'registered_urbanization_rate.<definition>': {
    label: text('户籍人口城镇化率', 'Registered urbanization rate'),
    definition: text(
      '城镇户籍人口占户籍人口的百分比，口径同城镇户籍人口',
      'Registered persons counted as urban, per cent of all registered persons, by the definition of the urban registered population',
    ),
    unit: 'percent',
    kind: 'rate',
    weight: 'registered_population',
    of: registeredRate,
  },
  rate_gap: {
    label: text('两率之差', 'Gap between the two rates'),
    definition: text(
      '常住人口城镇化率减户籍人口城镇化率',
      'Resident urbanization rate less registered urbanization rate',
    ),
    unit: 'percentage points',
    kind: 'rate',
    weight: 'resident_population',
    of: (year) => residentRate(year) - registeredRate(year, ''),
  },
  absent_registered_persons: {
    label: text('户籍在本地而离开本地的人口', 'Registered persons living away'),
    definition: text(
      '户籍在本地、年末住在本市以外的人',
      'Persons registered here who live outside the city at the year end',
    ),
    unit: 'persons',
    kind: 'stock',
    of: ({ count }) => count('absent'),
  },
  households: {
    label: text('家庭户', 'Households'),
    definition: text(
      '有人住在本地的家庭户；成员分住村和镇的，两处各计一户',
      'Family households with somebody living here; a family that lives both at home and in a town counts in both places',
    ),
    unit: 'households',
    kind: 'stock',
    of: ({ count }) => count('households'),
  },
  mean_household_size: {
    label: text('平均家庭户规模', 'Mean household size'),
    definition: text('家庭户人口除以家庭户', 'Persons in family households over family households'),
    unit: 'persons per household',
    kind: 'rate',
    weight: 'households',
    of: ({ count }) => (count('households') > 0 ? count('familyPersons') / count('households') : Number.NaN),
  },
  children_0_9: {
    label: text('0-9岁人口', 'Children aged 0-9'),
    definition: text(
      '0–9岁的常住人口：十年的出生，减去死亡与迁移',
      'Residents aged 0-9: the births of ten years, less deaths and moves',
    ),
    unit: 'persons',
    kind: 'stock',
    of: ({ count }) => count('under10'),
  },
  age_0_14_share: {
    label: text('0-14岁人口比重', 'Share aged 0-14'),
    definition: text('0–14岁人口占常住人口的百分比', 'Residents aged 0-14, per cent of all residents'),
    unit: 'percent',
    kind: 'rate',
    weight: 'resident_population',
    of: ({ count }) => percent(count('under15'), count('resident')),
  },
  age_60_plus_share: {
    label: text('60岁及以上人口比重', 'Share aged 60 and over'),
    definition: text('60岁及以上人口占常住人口的百分比', 'Residents aged 60 and over, per cent of all residents'),
    unit: 'percent',
    kind: 'rate',
    weight: 'resident_population',
    of: ({ count }) => percent(count('over60'), count('resident')),
  },
  age_60_plus_persons: {
    label: text('60岁及以上人口', 'Persons aged 60 and over'),
    definition: text('60岁及以上的常住人口', 'Residents aged 60 and over'),
    unit: 'persons',
    kind: 'stock',
    of: ({ count }) => count('over60'),
  },
});

export const registeredElsewhere = rows({
  'residents_registered_elsewhere.<elsewhere>': {
    label: text('户籍在外地的常住人口', 'Residents registered elsewhere'),
    definition: text(
      '年末住在本地而户籍在另一个县的人',
      'Persons who live here at the year end and are registered in another county',
    ),
    unit: 'persons',
    kind: 'stock',
    of: ({ count }, elsewhere) => count(elsewhere === 'province' ? 'fromProvince' : 'fromNation'),
  },
});

export const pyramid = rows({
  'residents_by_age.<sex>.<age>': {
    label: text('常住人口', 'Residents'),
    definition: text('全市分性别、年龄组的常住人口', 'Residents of the whole city by sex and age group'),
    unit: 'persons',
    kind: 'stock',
    of: (year, sex, age) => year.pyramid(sex, age),
  },
});
