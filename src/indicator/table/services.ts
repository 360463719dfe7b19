import { text } from '../../language/language.ts';
import { rows } from './row.ts';

/** Who uses public services at the year end. */
export const inServices = rows({
  'pupils.preschool.<company>': {
    label: text('学前教育在园幼儿', 'Children in preschool'),
    definition: text('年末在幼儿园的3–5岁常住儿童', 'Residents of 3-5 in kindergarten at the year end'),
    unit: 'persons',
    kind: 'stock',
    fiscal: 'mean',
    of: ({ count, preschoolShare }, company) => count(company ? 'preschoolAccompanying' : 'preschool') * preschoolShare,
  },
  'pupils.primary.<company>': {
    label: text('小学在校生', 'Primary pupils'),
    definition: text('年末6–11岁的常住儿童', 'Residents aged 6-11 at the year end'),
    unit: 'persons',
    kind: 'stock',
    fiscal: 'mean',
    of: ({ count }, company) => count(company ? 'primaryAccompanying' : 'primary'),
  },
  'pupils.junior.<company>': {
    label: text('初中在校生', 'Junior secondary pupils'),
    definition: text('年末12–14岁的常住少年', 'Residents aged 12-14 at the year end'),
    unit: 'persons',
    kind: 'stock',
    fiscal: 'mean',
    of: ({ count }, company) => count(company ? 'juniorAccompanying' : 'junior'),
  },
  'pupils.senior.<company>': {
    label: text('高中阶段在校生', 'Senior secondary pupils'),
    definition: text('年末15–17岁在校的常住人口', 'Residents of 15-17 who are enrolled at the year end'),
    unit: 'persons',
    kind: 'stock',
    fiscal: 'mean',
    of: ({ count }, company) => count(company ? 'seniorAccompanying' : 'senior'),
  },
  left_behind_children: {
    label: text('留守儿童', 'Left-behind children'),
    definition: text(
      '住在村里、父母至少一方住在别处的16岁以下儿童',
      'Children below 16 in villages at least one of whose parents lives elsewhere',
    ),
    unit: 'persons',
    kind: 'stock',
    of: ({ count }) => count('leftBehind'),
  },
  permit_holders: {
    label: text('居住证持有人', 'Residence permit holders'),
    definition: text('年末持有居住证的常住人口', 'Residents who hold a residence permit at the year end'),
    unit: 'persons',
    kind: 'stock',
    fiscal: 'mean',
    of: ({ count }) => count('permits'),
  },
  employee_insured: {
    label: text('职工社保参保人', 'Employee insurance'),
    definition: text(
      '年末从事正规就业、参加职工社会保险的常住人口',
      'Residents in formal work, with employee insurance, at the year end',
    ),
    unit: 'persons',
    kind: 'stock',
    of: ({ count }) => count('insured'),
  },
  resident_pension_recipients: {
    label: text('居民养老金领取人', 'Resident pension recipients'),
    definition: text('60岁及以上、没有职工养老金的常住人口', 'Residents aged 60 and over without an employee pension'),
    unit: 'persons',
    kind: 'stock',
    of: ({ count }) => count('pensioners'),
  },
  public_health_persons: {
    label: text('基本公共卫生服务人数', 'Persons in basic public health'),
    definition: text(
      '基本公共卫生服务的对象，即全部常住人口',
      'Persons basic public health services are for: all residents',
    ),
    unit: 'persons',
    kind: 'stock',
    of: ({ count }) => count('resident'),
  },
  public_rental_occupied: {
    label: text('公租房在租', 'Public rental occupied'),
    definition: text('年末家庭租住的公租房', 'Dwellings of public rental that families live in at the year end'),
    unit: 'dwellings',
    kind: 'stock',
    scarce: true,
    of: ({ count }) => count('publicRental'),
  },
});

/** What can run out in towns, and who waits for it. */
export const capacity = rows({
  job_seekers: {
    label: text('城镇未就业的求职者', 'People looking for work in towns'),
    definition: text(
      '当年在城镇求职而没有得到岗位的人',
      'Persons who looked for work in towns in the year and found no job',
    ),
    unit: 'persons',
    kind: 'stock',
    of: ({ event }) => event('jobSeekers'),
  },
  jobs_found: {
    label: text('城镇求职者当年找到岗位', 'People who found work in towns'),
    definition: text(
      '当年在城镇求职并得到岗位的人；自营者不计',
      'Persons who looked for work in towns in the year and found a job; those who work on their own account left out',
    ),
    unit: 'persons',
    kind: 'flow',
    of: ({ event }) => event('jobsFound'),
  },
  public_rental_stock: {
    label: text('面向外来家庭的公租房', 'Public rental open to migrant families'),
    definition: text(
      '当年可供外来家庭租住的公租房，含在租',
      'Dwellings of public rental for migrant families in the year, those in use included',
    ),
    unit: 'dwellings',
    kind: 'stock',
    fiscal: 'mean',
    of: ({ event }) => event('rentalStock'),
  },
  public_rental_demand: {
    label: text('公租房需求', 'Public rental demand'),
    definition: text(
      '租住市场房源、住房困难且有权申请公租房的家庭',
      'Families in private rent and in housing difficulty who may apply for public rental',
    ),
    unit: 'households',
    kind: 'stock',
    of: ({ event }) => event('rentalDemand'),
  },
  public_rental_waiting: {
    label: text('公租房轮候', 'Public rental waiting'),
    definition: text(
      '当年分配后仍在轮候的家庭',
      'Families still waiting after the dwellings of the year were given out',
    ),
    unit: 'households',
    kind: 'stock',
    scarce: true,
    of: ({ event }) => event('rentalWaiting'),
  },
  rent_subsidy_households: {
    label: text('租赁补贴户', 'Rent subsidy households'),
    definition: text('当年领取租赁补贴的家庭', 'Families that draw a rent subsidy in the year'),
    unit: 'households',
    kind: 'flow',
    scarce: true,
    fiscal: 'mean',
    of: ({ event }) => event('rentSubsidies'),
  },
  fund_rent_households: {
    label: text('提取公积金付租户', 'Households drawing the housing fund for rent'),
    definition: text(
      '当年可提取住房公积金付房租的家庭',
      'Families that may draw the housing fund for their rent in the year',
    ),
    unit: 'households',
    kind: 'flow',
    fiscal: 'mean',
    of: ({ event }) => event('fundRents'),
  },
  'school_places_short.<stage>': {
    label: text('学位缺口', 'School places short'),
    definition: text(
      '当年在城镇求学而没有得到学位的儿童',
      'Children in towns who were given no school place in the year',
    ),
    unit: 'persons',
    kind: 'stock',
    scarce: true,
    of: ({ school }, stage) => school('schoolShort', stage),
  },
});

export const rentSubsidies = rows({
  'rent_subsidy_households.<subsidised>': {
    label: text('租赁补贴户', 'Rent subsidy households'),
    definition: text('当年领取租赁补贴的家庭，按户籍分', 'Families that draw a rent subsidy in the year, by register'),
    unit: 'households',
    kind: 'flow',
    scarce: true,
    fiscal: 'mean',
    of: ({ event }, who) => event(who === 'settled' ? 'rentSubsidiesSettled' : 'rentSubsidiesRegistered'),
  },
});

export const schoolPlaces = rows({
  'school_places.<stage>': {
    label: text('城镇学位', 'Town school places'),
    definition: text('当年城镇学校的学位', 'Places of the schools in towns in the year'),
    unit: 'places',
    kind: 'stock',
    of: ({ school }, stage) => school('schoolPlaces', stage),
  },
  'school_places_asked.<stage>': {
    label: text('城镇学位需求', 'Town school places asked for'),
    definition: text('当年在城镇求学的儿童', 'Children who ask for a school place in towns in the year'),
    unit: 'persons',
    kind: 'stock',
    of: ({ school }, stage) => school('schoolAsked', stage),
  },
});

/** Who is served, by the register status at the year end. */
export const byStatus = rows({
  'by_status.<counter>.<group>': {
    label: text('按户籍状态分的服务对象', 'Served, by register status'),
    definition: text(
      '年末一项服务的对象，按其户籍状态分',
      'Persons a service counts at the year end, by the status of their register',
    ),
    unit: 'persons',
    kind: 'stock',
    fiscal: 'mean',
    of: ({ served }, counter, group) => served(counter, group),
  },
  'by_status.<dwellings>.<group>': {
    label: text('按户籍状态分的服务对象', 'Served, by register status'),
    definition: text(
      '年末家庭租住的公租房，按家庭主申请人的户籍状态分',
      'Dwellings of public rental at the year end, by the status of the reference person of the family',
    ),
    unit: 'dwellings',
    kind: 'stock',
    scarce: true,
    fiscal: 'mean',
    of: ({ served }, counter, group) => served(counter, group),
  },
  'town_pupils.<stage>': {
    label: text('城镇学生', 'Pupils living in towns'),
    definition: text('年末住在城镇的学生', 'Pupils who live in towns at the year end'),
    unit: 'persons',
    kind: 'stock',
    fiscal: 'mean',
    of: ({ townPupils }, stage) => townPupils(stage),
  },
});
