import type { RouteName } from '../policy/law.ts';
import type { LocalName } from '../scenario/city-data.ts';
import type { Language } from './chart-input.ts';

/** Names of whole indicators; a dotted name listed here is used before its parts are put together. */
const indicatorNames: Readonly<Record<string, LocalName>> = {
  resident_population: { zh: '常住人口', en: 'Resident population' },
  urban_resident_population: { zh: '城镇常住人口', en: 'Urban resident population' },
  resident_urbanization_rate: { zh: '常住人口城镇化率', en: 'Resident urbanization rate' },
  registered_population: { zh: '户籍人口', en: 'Registered population' },
  urban_registered_population: { zh: '城镇户籍人口', en: 'Urban registered population' },
  registered_urbanization_rate: { zh: '户籍人口城镇化率', en: 'Registered urbanization rate' },
  rate_gap: { zh: '两率之差', en: 'Gap between the two rates' },
  settled_persons: { zh: '落户人数', en: 'Persons who settled' },
  settled_households: { zh: '落户户数', en: 'Households that settled' },
  settlement_pool: { zh: '可落户而未落户的人口', en: 'Persons in town without its register' },
  eligible_share: { zh: '符合落户条件的比例', en: 'Share eligible to settle' },
  aware_share: { zh: '知晓政策的比例', en: 'Share aware of the rules' },
  willing_share: { zh: '愿意落户的比例', en: 'Share willing to settle' },
  firm_share: { zh: '落户意愿坚定的比例', en: 'Share firmly willing to settle' },
  permit_holders: { zh: '居住证持有人', en: 'Residence permit holders' },
  job_seekers: { zh: '城镇未就业的求职者', en: 'People looking for work in towns' },
  resident_rate_change: { zh: '常住人口城镇化率变动', en: 'Change of the resident urbanization rate' },
  registered_rate_change: { zh: '户籍人口城镇化率变动', en: 'Change of the registered urbanization rate' },
  permits_issued: { zh: '签发居住证', en: 'Residence permits issued' },
  arrivals: { zh: '市外迁入', en: 'Arrivals from outside' },
  departures: { zh: '市外户籍者离开', en: 'Departures of outsiders' },
  town_moves: { zh: '进城', en: 'Moves to town' },
  village_returns: { zh: '返村', en: 'Returns to the village' },
  unions: { zh: '结婚', en: 'Unions' },
  absent_registered_persons: { zh: '户籍在本地而离开本地的人口', en: 'Registered persons living away' },
  left_behind_children: { zh: '留守儿童', en: 'Left-behind children' },
  net_migration: { zh: '净迁移', en: 'Net migration' },
  out_migrants: { zh: '流出人口', en: 'Out-migrants' },
  return_migrants: { zh: '返乡人口', en: 'Return migrants' },
  births: { zh: '出生', en: 'Births' },
  deaths: { zh: '死亡', en: 'Deaths' },
  registered_births: { zh: '户籍出生', en: 'Births, registered here' },
  registered_deaths: { zh: '户籍死亡', en: 'Deaths, registered here' },
  natural_increase: { zh: '自然增长', en: 'Natural increase' },
  register_in: { zh: '户籍迁入', en: 'Register: moved in' },
  register_out: { zh: '户籍迁出', en: 'Register: moved out' },
  reclassified_persons: { zh: '城乡划分变更的常住人口', en: 'Residents reclassified to town' },
  reclassified_registers: { zh: '城乡划分变更的户籍人口', en: 'Registers reclassified to town' },
  'residents_registered_elsewhere.province': {
    zh: '户籍在本省其他县的常住人口',
    en: 'Residents registered in another county of the province',
  },
  'residents_registered_elsewhere.other_province': {
    zh: '户籍在外省的常住人口',
    en: 'Residents registered in another province',
  },
  households: { zh: '家庭户', en: 'Households' },
  mean_household_size: { zh: '平均家庭户规模', en: 'Mean household size' },
  residents_by_age: { zh: '常住人口', en: 'Residents' },
  age_0_14_share: { zh: '0-14岁人口比重', en: 'Share aged 0-14' },
  age_60_plus_share: { zh: '60岁及以上人口比重', en: 'Share aged 60 and over' },
  age_60_plus_persons: { zh: '60岁及以上人口', en: 'Persons aged 60 and over' },
  pupils: { zh: '在校（园）学生', en: 'Pupils' },
  'pupils.preschool': { zh: '学前教育在园幼儿', en: 'Children in preschool' },
  'pupils.primary': { zh: '小学在校生', en: 'Primary pupils' },
  'pupils.junior': { zh: '初中在校生', en: 'Junior secondary pupils' },
  'pupils.senior': { zh: '高中阶段在校生', en: 'Senior secondary pupils' },
  school_places: { zh: '城镇学位', en: 'Town school places' },
  school_places_asked: { zh: '城镇学位需求', en: 'Town school places asked for' },
  moves: { zh: '迁移人次', en: 'Moves' },
  school_places_short: { zh: '学位缺口', en: 'School places short' },
  public_rental_stock: { zh: '面向外来家庭的公租房', en: 'Public rental open to migrant families' },
  public_rental_demand: { zh: '公租房需求', en: 'Public rental demand' },
  public_rental_occupied: { zh: '公租房在租', en: 'Public rental occupied' },
  public_rental_waiting: { zh: '公租房轮候', en: 'Public rental waiting' },
  rent_subsidy_households: { zh: '租赁补贴户', en: 'Rent subsidy households' },
  fund_rent_households: { zh: '提取公积金付租户', en: 'Households drawing the housing fund for rent' },
  dibao_recipients: { zh: '低保对象', en: 'Subsistence allowance recipients' },
  resident_medical_insured: { zh: '居民医保参保人', en: 'Resident medical insurance' },
  employee_insured: { zh: '职工社保参保人', en: 'Employee insurance' },
  resident_pension_recipients: { zh: '居民养老金领取人', en: 'Resident pension recipients' },
  public_health_persons: { zh: '基本公共卫生服务人数', en: 'Persons in basic public health' },
  training_places: { zh: '培训名额', en: 'Training places' },
  construction_land_hectares: { zh: '建设用地（公顷）', en: 'Construction land (hectares)' },
  service_cost_yuan: { zh: '公共服务成本（元）', en: 'Service cost (yuan)' },
  award_fund_yuan: { zh: '市民化奖励资金（元）', en: 'Citizenization award fund (yuan)' },
};

/** Words for the parts of an indicator's name after its first dot. */
const dimensionNames: Readonly<Record<string, LocalName>> = {
  age: { zh: '年龄', en: 'age' },
  years_in_town: { zh: '进城年数', en: 'years in town' },
  living_elsewhere: { zh: '不住在该镇', en: 'living elsewhere' },
  always: { zh: '一直在此', en: 'always there' },
  dwelling: { zh: '住房', en: 'dwelling' },
  no_dwelling: { zh: '无城镇住房', en: 'none in town' },
  employer: { zh: '单位提供', en: 'from the employer' },
  private_rent: { zh: '市场租赁', en: 'private rent' },
  public_rental: { zh: '公租房', en: 'public rental' },
  own: { zh: '自有', en: 'own' },
  collective: { zh: '集体居住', en: 'collective' },
  schooling: { zh: '受教育程度', en: 'schooling' },
  no_schooling: { zh: '未上学', en: 'none' },
  college: { zh: '大专及以上', en: 'college' },
  village: { zh: '村', en: 'village' },
  town: { zh: '县城和镇', en: 'county town' },
  centre: { zh: '中心城区', en: 'central city' },
  outside: { zh: '市外', en: 'outside' },
  male: { zh: '男', en: 'male' },
  female: { zh: '女', en: 'female' },
  preschool: { zh: '学前', en: 'preschool' },
  primary: { zh: '小学', en: 'primary' },
  junior: { zh: '初中', en: 'junior secondary' },
  senior: { zh: '高中阶段', en: 'senior secondary' },
  accompanying: { zh: '随迁', en: 'accompanying' },
  students: { zh: '学生', en: 'students' },
  by_place: { zh: '按登记地', en: 'by place of register' },
  by_kind: { zh: '按户口性质', en: 'by kind of register' },
  by_district: { zh: '仅市辖区', en: 'urban districts only' },
  natural: { zh: '自然增长', en: 'natural increase' },
  moves: { zh: '市内迁移', en: 'moves inside the city' },
  migration: { zh: '跨市迁移', en: 'migration over the border' },
  settlement: { zh: '落户', en: 'settlement' },
  elsewhere: { zh: '在外地落户', en: 'settled elsewhere' },
  reclassification: { zh: '城乡划分变更', en: 'reclassification' },
  same_county: { zh: '本县', en: 'same county' },
  same_city: { zh: '本市其他县', en: 'same city' },
  province: { zh: '本省其他市', en: 'same province' },
  other_province: { zh: '外省', en: 'other province' },
  rural_origin: { zh: '农村户籍', en: 'rural register' },
  urban_origin: { zh: '城镇户籍', en: 'urban register' },
};

const routes: Readonly<Record<RouteName, LocalName>> = {
  'zero-threshold': { zh: '零门槛落户', en: 'Zero threshold' },
  'stable-dwelling': { zh: '合法稳定住所（含租赁）', en: 'Stable dwelling, leases included' },
  kin: { zh: '投靠亲属', en: 'Joining kin' },
  owner: { zh: '自有住房', en: 'Home owner' },
  business: { zh: '投资经商', en: 'Business owner' },
  'public-employee': { zh: '机关事业单位录用', en: 'Public employee' },
  job: { zh: '合法稳定就业', en: 'Stable job' },
  graduate: { zh: '高校毕业生', en: 'Graduate' },
  talent: { zh: '人才与技能人员', en: 'Talent or skill certificate' },
  student: { zh: '在校学生迁入', en: 'Student at admission' },
  'student-at-origin': { zh: '学生原籍转城镇户籍', en: 'Student, urban register at origin' },
  veteran: { zh: '退役军人', en: 'Veteran' },
  'long-stay': { zh: '长期居住就业', en: 'Long stay' },
  'whole-family': { zh: '举家迁徙', en: 'Whole family in town' },
  'key-groups': { zh: '重点人群', en: 'Key groups' },
  'collective-address': { zh: '社区集体户', en: 'Community collective household' },
};

const own = <T>(words: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(words, key) ? words[key] : undefined;

/** Name of an indicator for readers; parts nobody has named are shown as they are. */
export function indicatorLabel(indicator: string, lang: Language): string {
  const whole = own(indicatorNames, indicator);
  if (whole) return whole[lang];
  const [stem, ...dimensions] = indicator.split('.') as [string, ...string[]];
  const name = own(indicatorNames, stem)?.[lang] ?? stem;
  const parts = dimensions.map((part) => own(dimensionNames, part)?.[lang] ?? part);
  if (parts.length === 0) return name;
  return lang === 'zh' ? `${name}（${parts.join('，')}）` : `${name} (${parts.join(', ')})`;
}

/** Name of a legal route for readers; a route of a later law shows its own name. */
export function routeLabel(route: string, lang: Language): string {
  return own<LocalName>(routes, route)?.[lang] ?? route;
}
