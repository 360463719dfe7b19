import { type Localized, text } from '../../language/language.ts';
import { HouseholdKind, NO_TOWN, NONE, Presence, Tenure, tenures } from '../../population/codes.ts';
import { tenureWords } from '../../population/words.ts';
import { areaInCity, areaIndex, areaLabels, cityAreaLabels, sides, statuses } from './codes.ts';
import { type Column, columnsOf, labelsOf, linked, type View, yearOf } from './column.ts';
import { personColumns } from './person-columns.ts';

const columns = ({ people }: View) => people.households.columns;

/** A column of the table that holds 0 or 1. */
const flag = (
  name: 'homestead' | 'herder' | 'aware' | 'landBelief' | 'indifferent',
  label: Localized,
  definition: Localized,
) => ({
  label,
  definition,
  open: (view: View) => {
    const values = columns(view)[name];
    return (h: number) => values[h];
  },
});

/** A number of members, as last grouped. */
const members = (name: 'atHome' | 'inTown' | 'outside', label: Localized, definition: Localized) => ({
  label,
  definition,
  unit: 'persons' as const,
  open: (view: View) => {
    const counts = view.members[name];
    return (h: number) => counts[h];
  },
});

const wheres = ['home', 'home-and-town', 'town', 'home-and-outside', 'town-and-outside', 'all', 'outside'] as const;

/** By [at home, in town, outside]: 1 where members live there. */
const whereOf = [Number.NaN, 6, 2, 4, 0, 3, 1, 5];

/** Status of the reference person, as services count dwellings by it. */
const statusOfPerson = personColumns.find(({ name }) => name === 'status') as Column;

/** Households with somebody in them. */
export const householdColumns = columnsOf({
  household_id: {
    label: text('户的标识', 'Household identity'),
    definition: text(
      '户的标识；模拟期内分立或迁入的户小于零',
      'Identity of the household; below zero for those founded or arrived during the run',
    ),
    type: 'identity',
    open:
      ({ identities }) =>
      (h) =>
        identities.of(h),
  },
  household_kind: {
    label: text('户类别', 'Kind of household'),
    definition: text('家庭户或集体户', 'Family or collective household'),
    labels: labelsOf(['family', 'collective'], {
      family: text('家庭户', 'family'),
      collective: text('集体户', 'collective'),
    }),
    open: (view) => {
      const { kind } = columns(view);
      return (h) => kind[h];
    },
  },
  head_id: {
    gaps: true,
    label: text('户主的标识', 'Identity of the head'),
    definition: text('户主的标识', 'Identity of the reference person'),
    type: 'identity',
    open: (view) => linked(view.people, columns(view).head),
  },
  head_status: {
    gaps: true,
    label: text('户主的服务身份', 'Status of the head'),
    definition: text('户主的服务身份', 'Status for services of the reference person'),
    labels: statuses,
    open: (view) => {
      const { head } = columns(view);
      const { presence } = view.people.persons.columns;
      const status = statusOfPerson.open(view);
      return (h) => (head[h] === NONE || presence[head[h]] === Presence.gone ? Number.NaN : status(head[h]));
    },
  },
  home_area: {
    label: text('家所在地', 'Area of the home'),
    definition: text('家（原籍的村或城镇的家）所在的县区', 'Area of the family home, in its village or in town'),
    labels: areaLabels,
    open: (view) => {
      const { homeArea } = columns(view);
      return (h) => areaIndex(homeArea[h], view.place);
    },
  },
  home_side: {
    label: text('家的城乡', 'Side of the home'),
    definition: text('家在城镇或村', 'Whether the family home lies in a town or a village'),
    labels: sides,
    open: (view) => {
      const { homeUrban } = columns(view);
      return (h) => homeUrban[h];
    },
  },
  village: {
    gaps: true,
    label: text('村', 'Village'),
    definition: text('家所在的村的编号，没有则为空', 'Number of the home village, empty without one'),
    type: 'identity',
    open: (view) => {
      const { village } = columns(view);
      return (h) => (village[h] === NONE ? Number.NaN : village[h]);
    },
  },
  town_area: {
    gaps: true,
    label: text('进城所在地', 'Area of the town'),
    definition: text(
      '有成员离家住在其城镇的县区，没有则为空',
      'Area in whose town members live away from home, empty without any',
    ),
    labels: cityAreaLabels,
    open: (view) => {
      const { townArea } = columns(view);
      return (h) => (townArea[h] === NO_TOWN ? Number.NaN : areaInCity(townArea[h]));
    },
  },
  persons: {
    label: text('户人口', 'Persons'),
    definition: text('户的成员数，在外者计入', 'Members of the household, those away included'),
    unit: 'persons',
    open:
      ({ members: { atHome, inTown, outside } }) =>
      (h) =>
        atHome[h] + inTown[h] + outside[h],
  },
  persons_home: members(
    'atHome',
    text('在家人数', 'Persons at home'),
    text('住在家里的成员数', 'Members who live at the family home'),
  ),
  persons_town: members(
    'inTown',
    text('进城人数', 'Persons in town'),
    text('离家住在本市城镇的成员数', 'Members who live in a town of the city away from home'),
  ),
  persons_outside: members(
    'outside',
    text('在市外人数', 'Persons outside'),
    text('住在市外的成员数', 'Members who live outside the city'),
  ),
  whereabouts: {
    label: text('成员所在', 'Where the members live'),
    definition: text(
      '成员住在家、本市城镇、市外中的哪些地方',
      'Where members live: at home, in a town of the city, outside it',
    ),
    labels: labelsOf(wheres, {
      home: text('都在家', 'all at home'),
      'home-and-town': text('家和城镇', 'home and town'),
      town: text('都在城镇', 'all in town'),
      'home-and-outside': text('家和市外', 'home and outside'),
      'town-and-outside': text('城镇和市外', 'town and outside'),
      all: text('家、城镇和市外', 'home, town and outside'),
      outside: text('都在市外', 'all outside'),
    }),
    open:
      ({ members: { atHome, inTown, outside } }) =>
      (h) =>
        whereOf[(atHome[h] > 0 ? 4 : 0) | (inTown[h] > 0 ? 2 : 0) | (outside[h] > 0 ? 1 : 0)],
  },
  children: {
    label: text('儿童数', 'Children'),
    definition: text('15岁以下的成员数', 'Members below 15'),
    unit: 'persons',
    open: (view) => {
      const { first, next } = view.members;
      const { age } = view.people.persons.columns;
      return (h) => {
        let count = 0;
        for (let i = first[h]; i !== NONE; i = next[i]) if (age[i] < 15) count++;
        return count;
      };
    },
  },
  land_mu: {
    label: text('承包地', 'Land'),
    definition: text('承包地面积', 'Contracted land'),
    type: 'number',
    unit: 'mu',
    open: (view) => {
      const { landMu } = columns(view);
      return (h) => landMu[h];
    },
  },
  homestead: flag('homestead', text('有宅基地', 'Homestead'), text('有宅基地', 'Has a homestead')),
  herder: flag('herder', text('牧户', 'Herder'), text('牧业户', 'Pastoral household')),
  tenure: {
    label: text('城镇住房', 'Dwelling in town'),
    definition: text('家庭在城镇的住房', 'Tenure of the dwelling of the family in town'),
    labels: labelsOf(tenures, tenureWords),
    open: (view) => {
      const { tenure } = columns(view);
      return (h) => tenure[h];
    },
  },
  dwelling_place: {
    gaps: true,
    label: text('住房所在', 'Where the dwelling is'),
    definition: text('公租房所在的县区，其余为空', 'Area of the dwelling of public rental, empty for all others'),
    labels: cityAreaLabels,
    open: (view) => {
      const { kind, tenure, townArea, homeArea, homeUrban } = columns(view);
      const { atHome, inTown } = view.members;
      return (h) => {
        if (kind[h] !== HouseholdKind.family || tenure[h] !== Tenure.publicRental) return Number.NaN;
        if (inTown[h] > 0) return areaInCity(townArea[h]);
        return atHome[h] > 0 && homeUrban[h] === 1 ? areaInCity(homeArea[h]) : Number.NaN;
      };
    },
  },
  waiting_since: {
    gaps: true,
    label: text('轮候起始年', 'Waiting since'),
    definition: text(
      '开始轮候公租房的年份，没有则为空',
      'Year of joining the waiting list for public rental, empty without',
    ),
    unit: 'year',
    open: (view) => yearOf(columns(view).waitingSince),
  },
  aware: flag('aware', text('知晓政策', 'Aware'), text('知晓落户政策', 'Knows the rules of settling')),
  believes_land_lost: flag(
    'landBelief',
    text('认为落户失地', 'Believes land is lost'),
    text('认为落户要交出土地', 'Believes that settling costs the land'),
  ),
  indifferent: flag(
    'indifferent',
    text('不在意户籍', 'Indifferent'),
    text('不认为两种户籍有差别的一类家庭', 'Of the latent class that sees no difference between the registers'),
  ),
});
