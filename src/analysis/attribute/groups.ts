import type { Localized } from '../../language/language.ts';
import type { PolicyDocument } from '../../policy/document.ts';
import { canonicalJson } from '../../run/hash.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { type ParameterName, parameterNames, parameterSpecs } from '../../scenario/parameters.ts';
import type { ParameterSetting } from '../../scenario/scenario.ts';
import { splitDocuments } from './split-documents.ts';
import { topicNames, topics } from './topics.ts';

/** One of the things an effect is divided over: what is taken away when it is out. */
export interface Group {
  /** Topic, document, clause or lever, as the user may name it. */
  readonly id: string;
  readonly name: Localized;
  /** Documents and clauses (parts) that go into `policy.without`. */
  readonly clauses: readonly string[];
  /** Clauses tried (`policy.add`) that are left out. */
  readonly added: readonly string[];
  /** Parameters it sets, and what they are without it. */
  readonly parameters: readonly {
    readonly name: ParameterName;
    readonly set: ParameterSetting;
    readonly otherwise: ParameterSetting;
  }[];
}

/** A scenario and the groups of what it does; a coalition is a set of groups by their bits. */
export interface Game {
  readonly inputs: Inputs;
  readonly groups: readonly Group[];
}

/** The documents of the city's own that are in force in a scenario. */
const ownDocuments = ({ documents, scenario }: Inputs): PolicyDocument[] =>
  documents.filter(
    ({ id, level }) => level === 'city' && scenario.documents.includes(id) && !scenario.policy.without.includes(id),
  );

/** The inputs with the city's own documents cut by topic: the same law, of which any topic can be taken out. */
export function cutInputs(
  inputs: Inputs,
): { readonly inputs: Inputs } & Pick<ReturnType<typeof splitDocuments>, 'byTopic' | 'partsOf'> {
  const { scenario, documents } = inputs;
  const ids = new Set(ownDocuments(inputs).map(({ id }) => id));
  const { documents: cut, byTopic, partsOf } = splitDocuments(documents, ids, scenario.policy.readings);
  const without = scenario.policy.without.flatMap((reference) => partsOf.get(reference) ?? [reference]);
  const cutScenario = { ...scenario, policy: { ...scenario.policy, without } };
  return { inputs: { ...inputs, documents: cut, scenario: cutScenario }, byTopic, partsOf };
}

/**
 * The groups of a scenario that says nothing of groups: the topics its documents touch, each clause it tries out, and each
 * parameter it sets otherwise than the scenario it extends.
 * @param parent the scenario it extends, null where there is none
 */
export function groupsOf(original: Inputs, parent: Inputs | null): Game {
  const { inputs, byTopic } = cutInputs(original);
  const { scenario } = inputs;
  const out = new Set(scenario.policy.without);
  const ofTopics = topics.flatMap((topic): Group[] => {
    const clauses = (byTopic.get(topic) ?? []).filter((reference) => !out.has(reference));
    return clauses.length > 0 ? [{ id: topic, name: topicNames[topic], clauses, added: [], parameters: [] }] : [];
  });
  const tried = scenario.policy.add.map(({ clause }): Group => {
    return { id: clause, name: { zh: clause, en: clause }, clauses: [], added: [clause], parameters: [] };
  });
  const set = parent !== null && parent.scenario.baseYear === scenario.baseYear ? changed(inputs, parent) : [];
  return { inputs, groups: [...ofTopics, ...tried, ...set] };
}

/** A group for each drawn parameter that a scenario sets otherwise than its parent. */
function changed({ scenario }: Inputs, parent: Inputs): Group[] {
  return parameterNames.flatMap((name): Group[] => {
    const [set, otherwise] = [scenario.parameters[name], parent.scenario.parameters[name]];
    if (!parameterSpecs[name].drawn || canonicalJson(set) === canonicalJson(otherwise)) return [];
    return [
      {
        id: name,
        name: parameterSpecs[name].name,
        clauses: [],
        added: [],
        parameters: [{ name, set, otherwise }],
      },
    ];
  });
}

/** Every group in. */
export const everybody = ({ groups }: Game): number => 2 ** groups.length - 1;

/** The scenario with the groups of a coalition in, and the others out. */
export function coalitionInputs({ inputs, groups }: Game, coalition: number): Inputs {
  const { scenario } = inputs;
  const out = groups.filter((_, i) => (coalition & (1 << i)) === 0);
  const parameters = { ...scenario.parameters };
  for (const group of out) for (const { name, otherwise } of group.parameters) parameters[name] = otherwise;
  // of two groups that set one parameter either is enough
  for (const [i, group] of groups.entries())
    if (coalition & (1 << i)) for (const { name, set } of group.parameters) parameters[name] = set;
  const without = [...new Set([...scenario.policy.without, ...out.flatMap(({ clauses }) => clauses)])].sort();
  const leftOut = new Set(out.flatMap(({ added }) => added));
  const add = scenario.policy.add.filter(({ clause }) => !leftOut.has(clause));
  return { ...inputs, scenario: { ...scenario, parameters, policy: { ...scenario.policy, without, add } } };
}
