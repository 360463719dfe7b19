import type { Localized } from '../../language/language.ts';
import { parameterSpecs } from '../../scenario/parameters.ts';
import type { NewScenario } from './new-scenario.ts';
import type { NewSetting, NewValue } from './setting.ts';

/**
 * The text of a scenario file: keys in the order of the shipped ones, a parameter a line with its reason in both
 * languages. JSON's quotes are YAML's too.
 * @param id file name without folder and ending
 */
export function scenarioText(id: string, scenario: NewScenario): string {
  const { prefecture, title, question, baseYear, endYear, documents, settings } = scenario;
  return [
    `# ${prefecture.name.zh}（${prefecture.code}），由 luohu new 仅据 data/ 生成；assumption 均非本市公布，why 说明借自何处，核实后请替换`,
    `# ${prefecture.name.en}, made by luohu new from data/ alone: replace what is marked assumption as soon as you know better`,
    `id: ${JSON.stringify(id)}`,
    `title: {zh: ${quoted(title.zh)}, en: ${quoted(title.en)}}`,
    'question:',
    `  zh: ${quoted(question.zh)}`,
    `  en: ${quoted(question.en)}`,
    `city: ${quoted(prefecture.code)}`,
    `baseYear: ${baseYear}`,
    `endYear: ${endYear}`,
    'seed: luohu',
    `documents: [${documents.map(({ id }) => id).join(', ')}]`,
    'uncertainty: prior',
    'definition: place',
    'parameters:',
    ...settings.flatMap(settingLines),
    '',
  ].join('\n');
}

function settingLines({ name, values }: NewSetting): string[] {
  const { unit } = parameterSpecs[name];
  const [only] = values;
  if (values.length === 1) return [`  ${name}: ${valueText(unit, only)}`];
  return [`  ${name}:`, ...values.map((value) => `    - ${valueText(unit, value)}`)];
}

/** `{value: 0.3, unit: share, assumption: true, range: [0.2, 0.4], why: {zh: "...", en: "..."}}` */
function valueText(unit: string, { from, value, range, mark, why }: NewValue): string {
  const keys = [
    ...(from === null ? [] : [`from: ${from}`]),
    `value: ${value}`,
    `unit: ${unit}`,
    ...(mark === 'assumption' ? ['assumption: true'] : [`source: ${pair(why)}`, `confidence: ${mark}`]),
    ...(range === null ? [] : [`range: [${range[0]}, ${range[1]}]`]),
    ...(mark === 'assumption' ? [`why: ${pair(why)}`] : []),
  ];
  return `{${keys.join(', ')}}`;
}

const pair = ({ zh, en }: Localized): string => `{zh: ${quoted(zh)}, en: ${quoted(en)}}`;

const quoted = (text: string): string => JSON.stringify(text);
