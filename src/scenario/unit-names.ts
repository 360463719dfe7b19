import { type Language, text } from '../language/language.ts';
import type { Unit } from './parameter.ts';

const ofParameters: Readonly<Record<Unit, string>> = {
  probability: '概率',
  'probability/year': '概率/年',
  share: '比例',
  factor: '系数',
  'rate/year': '增长率/年',
  'log-odds': '对数几率',
  utility: '效用',
  'utility/year': '效用/年',
  'utility/km-log': '效用/对数公里',
  'yuan/month': '元/月',
  'yuan/year': '元/年',
  'yuan/m2': '元/平方米',
  m2: '平方米',
  mu: '亩',
  km: '公里',
  year: '年',
  households: '户',
};

/** Units of coefficients, beside those they share with parameters. */
const ofCoefficients: Readonly<Record<string, string>> = {
  'share/year': '比例/年',
  'share of wage': '占工资比例',
  'share of revenue': '占收入比例',
  'share of townspeople': '相对城镇户籍的比例',
  yuan: '元',
  'yuan/pupil': '元/生·年',
  'yuan/insured': '元/参保人·年',
  'yuan/resident': '元/人·年',
  'yuan/resident of a town': '元/城镇常住人口·年',
  'yuan/bed': '元/床',
  'yuan/seat': '元/学位',
  'yuan/case': '元/人次',
  'yuan/place': '元/名额',
  'yuan/dwelling': '元/套',
  persons: '人',
  'persons/year': '人/年',
  children: '人',
  weight: '权重',
  coefficient: '系数',
  years: '年',
  '0 or 1': '0 否 / 1 是',
  classes: '班',
  'pupils/class': '人/班',
  'children/class': '人/班',
  'pupils/staff': '生/教职工',
  'children/staff': '生/教职工',
  'seats/pupil': '学位/生',
  'beds/1000 residents': '床/千常住人口',
  'beds/1000 aged 60+': '床/千名60岁及以上老人',
  'm2/person': '平方米/人',
  m2: '平方米',
  hectares: '公顷',
  pupils: '人',
  teachers: '人',
  schools: '所',
  seats: '个',
  beds: '张',
  residents: '人',
  dwellings: '套',
  places: '名额',
  recipients: '人',
  insured: '人',
  cases: '人次',
};

const chinese: Readonly<Record<string, string>> = { ...ofCoefficients, ...ofParameters };

/** A unit in words: in English, or where it has no Chinese word here, as it is written in files. */
export const unitName = (unit: string, lang: Language): string => text(chinese[unit] ?? unit, unit)[lang];
