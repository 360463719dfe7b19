import type { Unit } from './parameters.ts';

/** Units of parameters in Chinese; in English they are read as they are written. */
export const unitNames: Readonly<Record<Unit, string>> = {
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
