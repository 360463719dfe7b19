import { text } from '../../language/language.ts';
import { rows } from './row.ts';

/** Of all over the city's border, those inside the province or those from and to others. */
function overBorder(all: number, inProvince: number, border: '' | 'province' | 'other_province'): number {
  if (border === '') return all;
  return border === 'province' ? inProvince : all - inProvince;
}

/** What happens to people in the year: births and deaths, moves of residence and of registers. */
export const events = rows({
  births: {
    label: text('出生', 'Births'),
    definition: text('常住人口中当年出生的人', 'Births to residents in the year'),
    unit: 'persons',
    kind: 'flow',
    of: ({ event }) => event('births'),
  },
  deaths: {
    label: text('死亡', 'Deaths'),
    definition: text('常住人口中当年死亡的人', 'Deaths of residents in the year'),
    unit: 'persons',
    kind: 'flow',
    of: ({ event }) => event('deaths'),
  },
  deaths_reported: {
    label: text('死亡（公报口径）', 'Deaths in bulletins'),
    definition: text(
      '当年死亡中登记上报、见于公报的人：死亡人数减去漏登的比例',
      'Deaths of the year that are reported and stand in bulletins: deaths less the share that goes unregistered',
    ),
    unit: 'persons',
    kind: 'flow',
    of: ({ event, deathsMissed }) => event('deaths') * (1 - deathsMissed),
  },
  natural_increase: {
    label: text('自然增长', 'Natural increase'),
    definition: text('常住人口出生减死亡', 'Births less deaths of residents'),
    unit: 'persons',
    kind: 'flow',
    of: ({ event }) => event('births') - event('deaths'),
  },
  registered_births: {
    label: text('户籍出生', 'Births, registered here'),
    definition: text(
      '当年出生、户籍随父母登记在本地的人，不论生于何处',
      'Newborns registered here in the year, wherever they are born',
    ),
    unit: 'persons',
    kind: 'flow',
    of: ({ event }) => event('registeredBirths'),
  },
  registered_deaths: {
    label: text('户籍死亡', 'Deaths, registered here'),
    definition: text(
      '当年死亡的户籍人口，不论住在何处',
      'Deaths in the year of persons registered here, wherever they live',
    ),
    unit: 'persons',
    kind: 'flow',
    of: ({ event }) => event('registeredDeaths'),
  },
  'arrivals.<border>': {
    label: text('市外迁入', 'Arrivals from outside'),
    definition: text(
      '户籍在市外、当年从市外迁来居住的人',
      'Persons registered outside the city who came to live here in the year',
    ),
    unit: 'persons',
    kind: 'flow',
    of: ({ event }, border) => overBorder(event('arrivals'), event('arrivalsInProvince'), border),
  },
  'departures.<border>': {
    label: text('市外户籍者离开', 'Departures of outsiders'),
    definition: text(
      '户籍在市外、当年离开本市的常住者',
      'Residents registered outside the city who left it in the year',
    ),
    unit: 'persons',
    kind: 'flow',
    of: ({ event }, border) => overBorder(event('departures'), event('departuresInProvince'), border),
  },
  'out_migrants.<border>': {
    label: text('流出人口', 'Out-migrants'),
    definition: text('户籍在本市、当年离开本市的常住者', 'Residents registered in the city who left it in the year'),
    unit: 'persons',
    kind: 'flow',
    of: ({ event }, border) => overBorder(event('outMigrants'), event('outMigrantsInProvince'), border),
  },
  'return_migrants.<border>': {
    label: text('返乡人口', 'Return migrants'),
    definition: text(
      '户籍在本市、当年从市外回来居住的人',
      'Persons registered in the city who came back to live here in the year',
    ),
    unit: 'persons',
    kind: 'flow',
    of: ({ event }, border) => overBorder(event('returnMigrants'), event('returnMigrantsInProvince'), border),
  },
  net_migration: {
    label: text('净迁移', 'Net migration'),
    definition: text(
      '市外迁入与返乡之和，减去市外户籍者离开与流出',
      'Arrivals and return migrants less departures and out-migrants',
    ),
    unit: 'persons',
    kind: 'flow',
    of: ({ event }) => event('arrivals') + event('returnMigrants') - event('departures') - event('outMigrants'),
  },
  town_moves: {
    label: text('进城', 'Moves to town'),
    definition: text('当年从本市的村迁到本市城镇的人次', 'Moves in the year from villages of the city to its towns'),
    unit: 'persons',
    kind: 'flow',
    of: ({ event }) => event('townMoves'),
  },
  village_returns: {
    label: text('返村', 'Returns to the village'),
    definition: text('当年从本市城镇迁到本市的村的人次', 'Moves in the year from towns of the city to its villages'),
    unit: 'persons',
    kind: 'flow',
    of: ({ event }) => event('villageReturns'),
  },
  unions: {
    label: text('结婚', 'Unions'),
    definition: text('当年结合的夫妻，一对计一次', 'Couples formed in the year, each counted once'),
    unit: 'persons',
    kind: 'flow',
    of: ({ event }) => event('unions'),
  },
  register_in: {
    label: text('户籍迁入', 'Register: moved in'),
    definition: text(
      '当年经落户从市外迁来的户籍',
      'Registers moved here in the year from outside the city, by settlement',
    ),
    unit: 'persons',
    kind: 'flow',
    of: ({ event }) => event('registerIn'),
  },
  'register_out.<leaver>': {
    label: text('户籍迁出', 'Register: moved out'),
    definition: text('当年迁出本市的户籍', 'Registers moved out of the city in the year'),
    unit: 'persons',
    kind: 'flow',
    of: ({ event }, leaver) =>
      leaver === 'students' ? event('registerOutStudents') : event('registerOut') + event('registerOutStudents'),
  },
  permits_issued: {
    label: text('签发居住证', 'Residence permits issued'),
    definition: text('当年领到居住证的人', 'Persons who were given a residence permit in the year'),
    unit: 'persons',
    kind: 'flow',
    fiscal: 'replicates',
    of: ({ event }) => event('permitsIssued'),
  },
});

export const reclassified = rows({
  reclassified_persons: {
    label: text('城乡划分变更的常住人口', 'Residents reclassified to town'),
    definition: text(
      '所住的村当年改划为城镇、没有搬家而计为城镇的常住人口',
      'Residents counted as urban without moving, because their village became a neighbourhood in the year',
    ),
    unit: 'persons',
    kind: 'flow',
    of: ({ event }) => event('reclassifiedPersons'),
  },
  residents_turned_village: {
    label: text('改计为乡村的常住人口', 'Residents counted as villagers from now on'),
    definition: text(
      '没有搬家、因城乡划分代码变更而由城镇改计为乡村的常住人口',
      'Residents of towns counted as rural without moving, because the urban-rural code of their place changed in the year',
    ),
    unit: 'persons',
    kind: 'flow',
    of: ({ event }) => event('turnedVillagePersons'),
  },
  reclassified_registers: {
    label: text('城乡划分变更的户籍人口', 'Registers reclassified to town'),
    definition: text(
      '随所在的村当年改划为城镇的户籍',
      'Registers counted as urban because their village became a neighbourhood in the year',
    ),
    unit: 'persons',
    kind: 'flow',
    fiscal: 'mean',
    of: ({ event }) => event('reclassifiedRegisters'),
  },
});

export const rateChanges = rows({
  'resident_rate_change.<residentChannel>': {
    label: text('常住人口城镇化率变动', 'Change of the resident urbanization rate'),
    definition: text(
      '常住人口城镇化率比上年的变动中由某一原因引起的部分，各部分之和等于全部变动',
      'Part of the change of the resident urbanization rate since last year by what changed it: the parts add up to the change',
    ),
    unit: 'percentage points',
    kind: 'rate',
    of: ({ residentRateChange }, channel) => residentRateChange(channel),
  },
  'registered_rate_change.<registerChannel>': {
    label: text('户籍人口城镇化率变动', 'Change of the registered urbanization rate'),
    definition: text(
      '户籍人口城镇化率（按登记地）比上年的变动中由某一原因引起的部分，各部分之和等于全部变动',
      'Part of the change of the registered urbanization rate (by place) since last year by what changed it: the parts add up to the change',
    ),
    unit: 'percentage points',
    kind: 'rate',
    of: ({ registeredRateChange }, channel) => registeredRateChange(channel),
  },
});

export const moves = rows({
  'moves.<inside>.<place>': {
    label: text('迁移人次', 'Moves'),
    definition: text(
      '全市当年从一类地方迁到另一类地方的人次，先写迁出地',
      'Moves in the year from one kind of place to another in the whole city, the place left named first',
    ),
    unit: 'persons',
    kind: 'flow',
    yearByYear: true,
    of: (year, from, to) => year.moves(from, to),
  },
  'moves.<outside>.<inside>': {
    label: text('迁移人次', 'Moves'),
    definition: text(
      '全市当年从市外迁到市内某类地方的人次',
      'Moves in the year from outside the city to a kind of place inside it, for the whole city',
    ),
    unit: 'persons',
    kind: 'flow',
    yearByYear: true,
    of: (year, from, to) => year.moves(from, to),
  },
});
