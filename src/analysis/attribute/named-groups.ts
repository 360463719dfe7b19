import type { Localized } from '../../language/language.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { InputError, type Issue } from '../../scenario/errors.ts';
import { type ParameterName, parameterNames, parameterSpecs } from '../../scenario/parameters.ts';
import type { ParameterSetting, Scenario } from '../../scenario/scenario.ts';
import { suggest } from '../../scenario/suggest.ts';
import { setByAnalysis } from '../set-by-analysis.ts';
import { cutInputs, type Game, type Group } from './groups.ts';
import { type Topic, topicNames, topics } from './topics.ts';

/** Sentences about levers that are not understood. */
interface LeverMessages {
  readonly unknown: (given: string, meant: string | undefined) => Localized;
  readonly outside: (name: string, least: number, most: number, given: string) => Localized;
  readonly year: (from: number, to: number, given: string) => Localized;
  readonly baseOnly: (name: string) => Localized;
  readonly builds: (name: string) => Localized;
  readonly calibrated: (name: string) => Localized;
  readonly twice: (given: string) => Localized;
}

/**
 * Groups as the user names them: a topic (`school`), a document (`chifeng-2016`), a clause (`chifeng-2016:2.1.1`), several of
 * these joined by `+`, or a parameter and its value, from the start or from a year on (`housing.rent=1200@2027`).
 * @throws InputError with every mistake found
 */
export function namedGroups(
  original: Inputs,
  levers: readonly string[],
  messages: LeverMessages,
  lang: 'zh' | 'en',
): Game {
  const { inputs, byTopic, partsOf } = cutInputs(original);
  const issues: Issue[] = [];
  const refuse = (message: Localized): void => void issues.push({ message: message[lang] });
  const known = new Set(inputs.documents.flatMap(({ id, clauses }) => [id, ...clauses.map((c) => `${id}:${c.id}`)]));
  const clausesOf = (reference: string): readonly string[] => {
    if (isTopic(reference)) return byTopic.get(reference) ?? [];
    const parts = partsOf.get(reference);
    if (parts === undefined && !known.has(reference))
      refuse(messages.unknown(reference, suggest(reference, [...topics, ...parameterNames, ...known])));
    return parts ?? [reference];
  };
  const groups = levers.map((lever, n): Group => {
    if (levers.indexOf(lever) !== n) refuse(messages.twice(lever));
    const name = nameOf(lever);
    if (lever.includes('=')) {
      const parameters = parameterOf(lever, inputs.scenario, messages, refuse);
      return { id: lever, name, clauses: [], added: [], parameters };
    }
    const parts = lever.split('+');
    const tried = parts.filter((part) => inputs.scenario.policy.add.some(({ clause }) => clause === part));
    return { id: lever, name, clauses: parts.flatMap(clausesOf), added: tried, parameters: [] };
  });
  if (issues.length > 0) throw new InputError(issues);
  return withSetParameters({ inputs, groups });
}

const isTopic = (word: string): word is Topic => (topics as readonly string[]).includes(word);

function nameOf(lever: string): Localized {
  if (isTopic(lever)) return topicNames[lever];
  const parameter = lever.split('=')[0] as ParameterName;
  if (!lever.includes('=') || !Object.hasOwn(parameterSpecs, parameter)) return { zh: lever, en: lever };
  const rest = lever.slice(parameter.length);
  const { zh } = parameterSpecs[parameter].name;
  return { zh: `${zh}${rest.replace('=', ' ')}`, en: lever };
}

/** `name=value` or `name=value@year`: the setting with it and without it. */
function parameterOf(
  lever: string,
  { parameters, baseYear, endYear, posterior }: Scenario,
  messages: LeverMessages,
  refuse: (message: Localized) => void,
): Group['parameters'] {
  const [name, rest] = lever.split('=') as [ParameterName, string];
  const [valueText = '', yearText] = rest.split('@');
  if (!Object.hasOwn(parameterSpecs, name) || !parameterSpecs[name].drawn) {
    const builds = Object.hasOwn(parameterSpecs, name);
    refuse(builds ? messages.builds(name) : messages.unknown(name, suggest(name, parameterNames)));
    return [];
  }
  const [least, most] = parameterSpecs[name].limits;
  const value = Number(valueText);
  if (valueText.trim() === '' || !(value >= least && value <= most)) {
    refuse(messages.outside(name, least, most, valueText));
    return [];
  }
  const otherwise = parameters[name];
  if (posterior?.parameters.includes(name)) refuse(messages.calibrated(name));
  const entry = { value, range: null, mark: 'assumption', source: setByAnalysis, origin: 'analysis' } as const;
  if (yearText === undefined) return [{ name, set: [{ ...entry, from: baseYear }], otherwise }];
  const year = Number(yearText);
  if (!Number.isInteger(year) || year <= baseYear || year > endYear)
    refuse(messages.year(baseYear + 1, endYear, yearText));
  if (name.endsWith('.capacityFactor')) refuse(messages.baseOnly(name));
  const before = otherwise.filter(({ from }) => from < year);
  // the first entry holds before its year too
  const set: ParameterSetting = [...(before.length > 0 ? before : [otherwise[0]]), { ...entry, from: year }];
  return [{ name, set, otherwise }];
}

/** The game in which the scenario itself has every parameter its groups set. */
function withSetParameters(game: Game): Game {
  const parameters = { ...game.inputs.scenario.parameters };
  for (const group of game.groups) for (const { name, set } of group.parameters) parameters[name] = set;
  return { ...game, inputs: { ...game.inputs, scenario: { ...game.inputs.scenario, parameters } } };
}
