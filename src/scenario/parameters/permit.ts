import { text } from '../../language/language.ts';
import { parameters } from '../parameter.ts';
import { judgement } from './sources.ts';

/** Residence permit. */
export const permit = parameters({
  'permit.applyHazard': {
    name: text('申领居住证概率', 'yearly chance that an eligible person applies for a permit'),
    value: 0.08,
    unit: 'probability/year',
    range: [0.03, 0.2],
    mark: 'assumption',
    source: text('存量持证率20%—65%', 'stock uptake 20-65 %'),
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
