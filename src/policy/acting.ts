import type { Localized } from '../language/language.ts';
import { pointsFactsOf } from './compile-condition.ts';
import type { Condition, PointsItem } from './condition.ts';
import { conditionKeys, type LeafKey } from './condition-keys.ts';
import type { PolicyDocument, Rule } from './document.ts';
import { facts } from './facts.ts';

/** What of a document `luohu eligible` alone answers: the simulation knows nothing of it. */
interface EligibleOnly {
  readonly clause: string;
  /** Place of the rule in `sets`. */
  readonly rule: number;
  readonly what: Localized;
}

/** Rules and conditions the simulation cannot apply, in the order of the document. */
export const eligibleOnly = ({ clauses }: PolicyDocument): EligibleOnly[] =>
  clauses.flatMap(({ id, sets }) =>
    sets.flatMap((rule, n) => unknownOf(rule).map((what) => ({ clause: id, rule: n, what }))),
  );

function unknownOf(rule: Rule): Localized[] {
  if (rule.rule === 'return') return [{ zh: '迁回村里', en: 'moving the register back to the village' }];
  const when =
    'when' in rule ? rule.when : rule.rule === 'points' ? [{ points: { atLeast: 0, items: rule.items } }] : [];
  const ofRelatives =
    'relatives' in rule ? rule.relatives.flatMap((each) => (typeof each === 'string' ? [] : each.when)) : [];
  return [...new Set([...when, ...ofRelatives].flatMap(factsAsked))]
    .filter((fact) => facts[fact].known === 'nowhere')
    .map((fact) => facts[fact].about);
}

type FactName = keyof typeof facts;

/** Facts a condition asks about, those of relatives included. */
function factsAsked(condition: Condition): FactName[] {
  const { anyOf = [], allOf = [], not, joins, relative, points } = condition;
  const counts = (points?.items ?? []).flatMap(countsOf);
  const inner = [
    ...anyOf,
    ...allOf,
    ...[not, joins?.sponsor, relative?.when].filter((each) => each !== undefined),
    ...counts.flatMap(({ when }) => when ?? []),
  ];
  const plain = Object.keys(condition).filter((key): key is LeafKey => Object.hasOwn(conditionKeys, key));
  return [
    ...plain.map((key) => conditionKeys[key].fact),
    ...counts.flatMap(({ per }) => pointsFactsOf(per)),
    ...inner.flatMap(factsAsked),
  ];
}

const countsOf = (item: PointsItem) => ('highestOf' in item ? item.highestOf : [item]);
