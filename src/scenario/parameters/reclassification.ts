import { text } from '../../language/language.ts';
import { parameters } from '../parameter.ts';
import { judgement } from './sources.ts';

/** Statistics of place. */
export const reclassification = parameters({
  'reclassification.factor': {
    name: text('村改居速度的系数', 'factor on the pace at which villages are reclassified'),
    value: 1,
    unit: 'factor',
    range: [0.6, 1.4],
    mark: 'assumption',
    source: text(
      '在各县自身的速度（data/county-flows）之上；1991—2010年约占城镇人口增长的31%',
      "on top of each county's own pace (data/county-flows); about 31 % of urban growth 1991-2010",
    ),
  },
  'reclassification.policyFactor': {
    name: text('文件要求村改居时的系数', 'factor on it where a document orders reclassification'),
    value: 1.5,
    unit: 'factor',
    range: [1, 2],
    mark: 'assumption',
    source: judgement,
  },
  'reclassification.registerShare': {
    name: text('户籍随之改为城镇的概率', 'chance that the registers of a reclassified village count as urban'),
    value: 0.5,
    unit: 'share',
    range: [0, 1],
    mark: 'assumption',
    source: text('户籍是否随统计口径改变', 'whether the register follows the statistics'),
  },
});
