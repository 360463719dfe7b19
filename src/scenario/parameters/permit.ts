import { text } from '../../language/language.ts';
import { parameters } from '../parameter.ts';
import { judgement } from './sources.ts';

/** Residence permit. */
export const permit = parameters({
  'permit.applyHazard': {
    name: text('申领居住证概率', 'yearly chance that an eligible person applies for a permit'),
    value: 0.135,
    unit: 'probability/year',
    range: [0.08, 0.2],
    mark: 'derived',
    source: text(
      '全国2019—2023年签发8400万张，合每年为在他县居住者（按县级普查2020年占常住人口22.2%，约3.13亿）的5.4%；28个地方的运行定出',
      '84 million were issued in 2019-23, 5.4 % a year of those who live in another county (22.2 % of residents in the county census of 2020, some 313 million); set by runs of 28 places',
    ),
  },
  'permit.lapse': {
    name: text('居住证未签注失效概率', 'yearly chance that a permit is not endorsed and lapses'),
    value: 0.1,
    unit: 'probability/year',
    range: [0.05, 0.15],
    mark: 'assumption',
    source: text(
      '居住证每年签注一次（居住证暂行条例第十条），未签注者无统计；使持证人数自2020年起与流动人口同步',
      'a permit is to be endorsed every year (Interim Regulations on Residence Permits, art. 10); how many are not was counted nowhere: keeps holders in step with those who may hold one from 2020 on',
    ),
  },
  'permit.paperworkGain': {
    name: text('简化办证的系数', 'factor on it where the paperwork is eased'),
    value: 1.3,
    unit: 'factor',
    range: [1, 1.6],
    mark: 'assumption',
    source: judgement,
  },
});
