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
    name: text(
      '户籍随之改为城镇的概率；0表示取报告的落户人数中应有的部分',
      'chance that the registers of a reclassified village count as urban; 0 takes what the settlers reported need',
    ),
    value: 0,
    unit: 'share',
    range: null,
    mark: 'derived',
    source: text(
      'settlement.reportedRate与settlement.relabelledShare：改变登记的人数除以村改居速度',
      'settlement.reportedRate and settlement.relabelledShare: registers relabelled over the pace of reclassification',
    ),
  },
});
