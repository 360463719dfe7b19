import type { Localized } from '../language/language.ts';
import { type Calibration, drawsFor } from './calibration.ts';
import type { CountyParameterName } from './county-parameters.ts';
import { type Given, type Merged, type ReplacedKey, replacedKeys } from './merge.ts';
import { type ParameterName, parameterNames, parameterSpecs } from './parameters.ts';
import type { DatedValue, Origin, ParameterSetting, Scenario } from './scenario.ts';
import type { WrittenValue } from './schema.ts';
import { inBoth } from './shaped.ts';
import { type Structure, structuralValue } from './structures.ts';
import { withDraws } from './with-draws.ts';

/**
 * The scenario of a merge without mistakes; what nobody gave takes its default.
 * @param calibrationOf the calibrations there are, by name
 */
export function buildScenario(
  id: string,
  file: string,
  merged: Merged,
  calibrationOf: (name: string) => Calibration | null = () => null,
): Scenario {
  const scenario = ownScenario(id, file, merged);
  if (merged.calibration === undefined) return scenario;
  const name = merged.calibration.value;
  const calibration = calibrationOf(name);
  if (calibration === null) throw new Error('a calibration passed the check without being there');
  const draws = drawsFor(calibration, scenario);
  const kept = draws.parameters.filter(
    (each) => merged.setAbove.has(each) || merged.uncalibrated?.value.includes(each),
  );
  return withDraws(scenario, draws, name, { kept, origin: originOf(merged.calibration) });
}

function ownScenario(id: string, file: string, merged: Merged): Scenario {
  const baseYear = value(merged.baseYear);
  const structure = (merged.structure?.value ?? {}) as Structure;
  const parameters = parameterNames.map((name) => [
    name,
    settingOf(name, merged.parameters.get(name), baseYear, structure),
  ]);
  return {
    id,
    file,
    title: titleOf(merged),
    question: inBoth(value(merged.question)),
    city: value(merged.city),
    baseYear,
    endYear: value(merged.endYear),
    seed: String(merged.seed?.value ?? 'luohu'),
    replicates: merged.replicates?.value ?? 20,
    documents: value(merged.documents),
    policy: {
      without: merged.without.map((entry) => entry.value),
      add: merged.add.map((entry) => entry.value),
      readings: Object.fromEntries([...merged.readings].map(([clause, given]) => [clause, given.value])),
    },
    uncertainty: merged.uncertainty?.value ?? 'prior',
    definition: merged.definition?.value ?? 'law',
    structure,
    ...(merged.fiscal.size === 0
      ? {}
      : { fiscal: Object.fromEntries([...merged.fiscal].map(([id, given]) => [id, given.value])) }),
    ...(merged.tables.size === 0
      ? {}
      : { tables: Object.fromEntries([...merged.tables].map(([name, given]) => [name, given.value])) }),
    parameters: Object.fromEntries(parameters) as Record<ParameterName, ParameterSetting>,
    ...(merged.counties.size === 0 ? {} : { counties: countiesOf(merged, baseYear) }),
  };
}

/** Settings of single counties, by code and parameter. */
function countiesOf({ counties }: Merged, baseYear: number): NonNullable<Scenario['counties']> {
  const settings: Record<string, Partial<Record<CountyParameterName, ParameterSetting>>> = {};
  for (const [key, given] of counties) {
    const [code, name] = key.split(' ') as [string, CountyParameterName];
    settings[code] = { ...settings[code], [name]: givenSetting(given, baseYear) };
  }
  return settings;
}

/** The title, and in brackets what options of the command line made of the law, of its count and of the base year. */
function titleOf({ title, without, definition, baseYear }: Merged): Scenario['title'] {
  const { zh, en } = inBoth(value(title));
  const options = [...without, definition, baseYear]
    .filter((given) => given !== undefined)
    .flatMap(({ value: said, source, path }) => {
      const place = source.place(path, 'key');
      return place.file === undefined ? [`${place.path} ${said}`] : [];
    });
  if (options.length === 0) return { zh, en };
  return { zh: `${zh}（${options.join(' ')}）`, en: `${en} (${options.join(' ')})` };
}

function value<T>(given: Given<T> | undefined): T {
  if (given === undefined) throw new Error('a required key passed the check without a value');
  return given.value;
}

const contestedEffect: Localized = { zh: '有争议的效应', en: 'contested effect' };

function settingOf(
  name: ParameterName,
  given: Given<WrittenValue | readonly WrittenValue[]> | undefined,
  baseYear: number,
  structure: Structure,
): ParameterSetting {
  if (given === undefined) {
    const { value, range, mark, source } = parameterSpecs[name];
    const contested = structuralValue(structure, name);
    if (contested) return [{ ...contested, from: baseYear, mark: 'assumption', source: contestedEffect }];
    return [{ from: baseYear, value, range, mark, source, origin: 'default' }];
  }
  return givenSetting(given, baseYear);
}

function givenSetting(given: Given<WrittenValue | readonly WrittenValue[]>, baseYear: number): ParameterSetting {
  const { source, path } = given;
  if (!isList(given.value)) return [datedValue(given.value, originOf({ source, path }), baseYear)];
  return given.value.map((entry, index) => datedValue(entry, originOf({ source, path: [...path, index] }), baseYear));
}

const isList = (setting: WrittenValue | readonly WrittenValue[]): setting is readonly WrittenValue[] =>
  Array.isArray(setting);

/** Where the value of a key came from: `file:line:column`, an option of the command line, or absent for the default. */
export type Origins = Readonly<Partial<Record<ReplacedKey | 'without' | 'add', readonly Origin[]>>>;

/** Origins of the keys outside `parameters`; one for each entry of the changes to the law. */
export function originsOf(merged: Merged): Origins {
  const replaced = replacedKeys.flatMap((key) => (merged[key] === undefined ? [] : [[key, [originOf(merged[key])]]]));
  return { ...Object.fromEntries(replaced), without: merged.without.map(originOf), add: merged.add.map(originOf) };
}

function originOf({ source, path }: Pick<Given<unknown>, 'source' | 'path'>): Origin {
  const place = source.place(path, 'key');
  return place.file === undefined ? String(place.path) : [place.file, place.line, place.column].join(':');
}

function datedValue(written: WrittenValue, origin: string, baseYear: number): DatedValue {
  return {
    from: written.from ?? baseYear,
    value: written.value,
    range: written.range ?? null,
    mark: written.assumption ? 'assumption' : (written.confidence ?? 'published'),
    source: reasonOf(written),
    origin,
  };
}

/** Source and reason as one text in each language. */
function reasonOf({ source, why }: WrittenValue): Localized {
  const said = [source, why].flatMap((text) => (text === undefined ? [] : [inBoth(text)]));
  return { zh: said.map(({ zh }) => zh).join('；'), en: said.map(({ en }) => en).join('; ') };
}
