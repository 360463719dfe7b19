import { text } from '../../language/language.ts';
import { parameters } from '../parameter.ts';
import { studies } from './sources.ts';

/** How the policy becomes known. */
export const settlementAwareness = parameters({
  'settlement.exploreStrength': {
    name: text('“探索”条款的强度', 'strength of a clause that only explores'),
    value: 0,
    unit: 'factor',
    range: [0, 0.3],
    mark: 'assumption',
    source: text('只提“探索”的条款缺省不起作用', 'clauses that only explore do not act by default'),
    drawn: false,
  },
  'settlement.outreach': {
    name: text('宣传使人知情的概率', 'yearly chance that outreach makes a household aware'),
    value: 0.08,
    unit: 'probability/year',
    range: [0.03, 0.2],
    mark: 'assumption',
    source: studies('information_effect', '信息的作用'),
  },
  'settlement.neighbour': {
    name: text('邻里传播系数', 'yearly chance to learn the policy, times the share of the village that has settled'),
    value: 0.3,
    unit: 'probability/year',
    range: [0.1, 0.6],
    mark: 'assumption',
    source: studies('peer_effect', '同伴的作用'),
  },
});
