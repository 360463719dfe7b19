import { type Language, text } from '../language/language.ts';
import type { Unit } from './parameter.ts';

const chinese: Readonly<Record<Unit, string>> = {
  probability: '概率',
  'probability/year': '概率/年',
  share: '比例',
  factor: '系数',
  'rate/year': '增长率/年',
  utility: '效用',
  'utility/year': '效用/年',
  'utility/km-log': '效用/对数公里',
  'yuan/month': '元/月',
  'yuan/year': '元/年',
  'yuan/m2': '元/平方米',
  mu: '亩',
  km: '公里',
  year: '年',
  households: '户',
};

/** Unit of a parameter in words; in English it is read as it is written in scenario files. */
export const unitName = (unit: Unit, lang: Language): string => text(chinese[unit], unit)[lang];
