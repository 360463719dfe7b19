import { Document, isCollection, isNode } from 'yaml';
import { type Language, text } from '../language/language.ts';
import type { Origins } from './build-scenario.ts';
import type { CountyParameterName } from './county-parameters.ts';
import type { Path } from './finding.ts';
import { type ParameterName, parameterNames, parameterSpecs } from './parameters.ts';
import type { DatedValue, Origin, ParameterSetting, Scenario } from './scenario.ts';
import { unitName } from './unit-names.ts';

/**
 * The scenario as a file without `extends` or defaults, every value followed by where it came from. Read again it gives
 * the same scenario, and its order is fixed, so that two of them can be compared line by line.
 * @param lang of the comments; in Chinese they name the unit, whose key a file must write as it is
 */
export function resolvedYaml(scenario: Scenario, origins: Origins = {}, lang: Language = 'en'): string {
  const {
    title,
    question,
    city,
    baseYear,
    endYear,
    seed,
    replicates,
    documents,
    policy,
    uncertainty,
    definition,
    structure,
    fiscal,
    tables,
    posterior,
    counties = {},
  } = scenario;
  const plain = {
    title,
    question,
    city,
    baseYear,
    endYear,
    seed,
    replicates,
    documents,
    uncertainty,
    definition,
    structure,
    ...(posterior ? { calibration: posterior.calibration, uncalibrated: posterior.kept } : {}),
  };
  const parameters = Object.fromEntries(parameterNames.map((name) => [name, written(name, scenario.parameters[name])]));
  const own = Object.entries(counties).map(([code, settings]) => [
    code,
    Object.fromEntries(settingsOf(settings).map(([name, setting]) => [name, written(name, setting)])),
  ]);
  const whole = {
    ...plain,
    policy,
    ...(fiscal ? { fiscal } : {}),
    ...(tables ? { tables } : {}),
    parameters,
    ...(own.length > 0 ? { counties: Object.fromEntries(own) } : {}),
  };
  const document = new Document(whole, { aliasDuplicateObjects: false }); // reasons are shared, and anchors hard to read

  for (const key of Object.keys(plain) as (keyof typeof plain)[])
    note(document, [key], origins[key]?.[0] ?? said(DEFAULT, lang));
  for (const list of ['without', 'add'] as const) {
    origins[list]?.forEach((origin, index) => {
      note(document, ['policy', list, index], origin);
    });
  }
  const notes = (above: Path, name: ParameterName, setting: ParameterSetting): void => {
    for (const [index, { origin }] of setting.entries())
      note(document, [...above, name, ...(setting.length === 1 ? [] : [index])], commentOf(name, origin, lang));
  };
  for (const name of parameterNames) notes(['parameters'], name, scenario.parameters[name]);
  for (const [code, settings] of Object.entries(counties))
    for (const [name, setting] of settingsOf(settings)) notes(['counties', code], name, setting);
  document.commentBefore = ` ${scenario.id} (${scenario.file})`;
  return document.toString({ lineWidth: 0 });
}

const DEFAULT: Origin = 'default';
const said = (origin: Origin, lang: Language): string => (lang === 'zh' && origin === DEFAULT ? '缺省值' : origin);

const commentOf = (name: ParameterName, origin: Origin, lang: Language): string =>
  text(`${unitName(parameterSpecs[name].unit, 'zh')}；${said(origin, 'zh')}`, origin)[lang];

/** Puts a value on one line with a comment behind it, as a rule its origin. */
function note(document: Document, path: Path, comment: string): void {
  const node = document.getIn(path, true);
  if (!isNode(node)) return;
  if (isCollection(node)) node.flow = true;
  node.comment = ` ${comment}`;
}

const settingsOf = (settings: NonNullable<Scenario['counties']>[string]) =>
  Object.entries(settings) as [CountyParameterName, ParameterSetting][];

function written(name: ParameterName, setting: ParameterSetting): object {
  const [first, ...later] = setting.map((entry) => ({ from: entry.from, ...writtenValue(name, entry) }));
  if (later.length > 0) return [first, ...later];
  return writtenValue(name, setting[0]);
}

function writtenValue(name: ParameterName, { value, mark, source, range }: DatedValue): object {
  const reason = source.zh === source.en ? source.en : source;
  return {
    value,
    unit: parameterSpecs[name].unit,
    ...(mark === 'assumption' ? { assumption: true } : { source: reason, confidence: mark }),
    ...(range === null ? {} : { range }),
    ...(mark === 'assumption' && reason !== '' ? { why: reason } : {}),
  };
}
