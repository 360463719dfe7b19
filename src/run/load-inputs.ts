import path from 'node:path';
import type { Language, Localized } from '../language/language.ts';
import type { PolicyDocument } from '../policy/document.ts';
import { isBaseDocument } from '../policy/select-rules.ts';
import type { Origins } from '../scenario/build-scenario.ts';
import { checkProvince, checkTables } from '../scenario/check-tables.ts';
import { provinceOf } from '../scenario/city/regions.ts';
import type { CityData } from '../scenario/city-data.ts';
import { InputError, type Issue, inLanguage } from '../scenario/errors.ts';
import { loadCityData } from '../scenario/load-city-data.ts';
import { loadScenario } from '../scenario/load-scenario.ts';
import { readData } from '../scenario/read-data.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type ReadText, recordingReader } from '../scenario/tables.ts';
import { withArrivalFactors } from './arrival-factors.ts';
import { assertSample } from './assert-sample.ts';
import { CITY_SIZES } from './city-sizes.ts';
import type { RecordedCommand } from './command.ts';
import { documentWarnings } from './document-warnings.ts';
import { absolute, dataFiles, type InputFile, inputFile, placeOf, shownPath } from './input-file.ts';
import { known } from './known.ts';
import { shippedTables } from './microdata/shipped.ts';
import { type OwnObservations, observationsOf, ownFigures } from './observations/of-scenario.ts';
import {
  assertReplaced,
  extendedFile,
  type OwnDocuments,
  ownDocumentFiles,
  readOwnDocuments,
  withOwn,
} from './own-files.ts';
import { packageVersion } from './package.ts';
import { isPlaceScenario } from './place-name.ts';
import { type PlaceSources, placeSources, scenarioOfPlace } from './place-scenario.ts';
import { documentFiles, readDocuments } from './read-documents.ts';
import { readUserFile } from './read-user-file.ts';
import { resolveScenario } from './resolve-scenario.ts';
import { scenarioHash } from './scenario-hash.ts';

/** Everything a run reads, checked, before anything is computed. */
export interface Inputs {
  readonly command: RecordedCommand;
  readonly scenario: Scenario;
  /** Name of the fit of the scenario's own figures, which variations share; absent without figures. */
  readonly figuresOf?: string;
  readonly city: CityData;
  readonly documents: readonly PolicyDocument[];
  readonly warnings: readonly Issue[];
  /** What a result says of the scenario's own figures and of their fit; absent without any. */
  readonly remarks?: readonly Localized[];
  /** Where the keys of the scenario outside its parameters came from. */
  readonly origins: Origins;
  /** Every file read: the scenario and what it extends, then data in order of path. */
  readonly files: readonly InputFile[];
  /** Scenario hash: names the result folder. */
  readonly hash: string;
}

/** The same run with another share of the households, another number of replicates and, where it is said, of base populations. */
export function withDesign(
  inputs: Inputs,
  { sample, replicates, bases }: { readonly sample: number; readonly replicates: number; readonly bases?: number },
): Inputs {
  const { files } = inputs;
  const scenario = { ...inputs.scenario, replicates };
  const { microdata } = inputs.command;
  const written = microdata && {
    microdata: { ...microdata, only: microdata.only.filter((replicate) => replicate < replicates) },
  };
  const overrides = { ...inputs.command.overrides, replicates };
  const command = { ...inputs.command, ...written, sample, overrides, ...(bases === undefined ? {} : { bases }) };
  return { ...inputs, command, scenario, hash: hashOf({ command, scenario, files }) };
}

/** The same inputs in another share of the households. */
export function withSample(inputs: Inputs, sample: number): Inputs {
  const command = { ...inputs.command, sample };
  return { ...inputs, command, hash: hashOf({ ...inputs, command }) };
}

/** Inputs whose command was changed, under the hash they have now. */
export const withHash = (inputs: Inputs): Inputs => ({ ...inputs, hash: hashOf(inputs) });

/** Scenario hash of a run of this package. */
export function hashOf({ command, scenario, files }: Pick<Inputs, 'command' | 'scenario' | 'files'>): string {
  const { sample, wholeOnly = false, bases, microdata, documents = [] } = command;
  const own = files
    .filter(({ path: file }) => documents.includes(file))
    .map(({ path: file, sha256 }) => ({ path: `documents/${path.posix.basename(file)}`, sha256 }));
  const data = [...files.filter(({ path: file }) => file.startsWith('data/')), ...own];
  return scenarioHash({ version: packageVersion, scenario, data, sample, wholeOnly, bases, microdata });
}

/** What all scenarios of one command have in common. */
export interface SharedData {
  /** Reads each file of data/ once. */
  readonly read: ReadText;
  readonly documents: readonly PolicyDocument[];
  readonly places: PlaceSources;
}

/** Checks the tables of data/ and reads the policy documents. Throws InputError with every mistake found. */
export function readShared(): SharedData {
  checkTables(readData);
  const texts = new Map<string, string>();
  const read: ReadText = (name) => {
    const text = texts.get(name) ?? readData(name);
    texts.set(name, text);
    return text;
  };
  const documents = readDocuments(read);
  return { read, documents, places: placeSources(read, documents) };
}

/**
 * Reads a scenario with all it builds on and the data of its city.
 * @param command its scenario is a path or the name of a place, as the user wrote it
 * @param shared read anew unless several scenarios are loaded together
 * @throws InputError with every mistake found
 */
export function loadInputs(command: RecordedCommand, lang: Language, shared = readShared()): Inputs {
  const data = recordingReader(shared.read);
  for (const file of [...documentFiles(), CITY_SIZES]) data.read(file);
  const { arrivals, overrides } = command;
  const file = resolveScenario(command.scenario, overrides.from, shared.read);
  const found = command.documents?.map(placeOf) ?? ownDocumentFiles(isPlaceScenario(file) ? undefined : file);
  const own = readOwnDocuments(found);
  const documents = withOwn(shared.documents, own);
  const places = own.read.length === 0 ? shared.places : placeSources(shared.read, documents, shared.documents);
  const loaded = orWithBroken(own.broken, () =>
    loadScenario(file, {
      read: (each) =>
        isPlaceScenario(each) ? scenarioOfPlace(places, each, overrides).text : readUserFile(extendedFile(each)),
      lang,
      overrides,
      ...known(data.read, documents, readData),
    }),
  );
  assertReplaced(own, documents, (id) => loaded.scenario.documents.includes(id));
  const counted = withShipped(loaded.scenario, command.tables, data.read);
  const asked = arrivals === undefined ? counted : withArrivalFactors(counted, arrivals);
  checkProvince(shared.read, provinceOf(asked.city));
  const city = loadCityData(data.read, asked.city, asked.baseYear);
  if (!command.wholeOnly) assertSample(command.sample, city);
  const tables = dataFiles(data).sort((a, b) => (a.path < b.path ? -1 : 1));
  const told =
    loaded.observations === null
      ? null
      : observationsOf(loaded.observations, { scenario: counted, city, lang, read: shared.read });
  const scenario = told === null ? asked : withFigures(asked, told, command);
  const used = usedOf(own, scenario).map(({ file: place, text }) => inputFile(place, text));
  const files = [
    ...loaded.files.map((read) =>
      inputFile(absolute(isPlaceScenario(read.path) ? read.path : extendedFile(read.path)), read.text),
    ),
    ...(told?.files ?? []),
    ...used,
    ...tables,
  ];
  const { documents: _documents, ...rest } = command;
  const ofOwn = used.length === 0 ? {} : { documents: used.map(({ path: place }) => place) };
  const recorded = { ...rest, ...ofOwn, scenario: shownPath(absolute(file)) };
  return {
    command: recorded,
    scenario,
    ...(told === null ? {} : { figuresOf: told.id, remarks: command.unfitted ? [] : told.remarks }),
    city,
    documents,
    warnings: [
      ...loaded.warnings,
      ...(command.unfitted ? [] : (told?.warnings ?? [])),
      ...documentWarnings(scenario, documents, lang),
      ...own.broken.map((issue) => inLanguage(issue, lang)),
    ],
    origins: loaded.origins,
    files,
    hash: hashOf({ command: recorded, scenario, files }),
  };
}

/** The scenario with its own figures, and what the fit to them tells unless that is left out. */
function withFigures(
  scenario: Scenario,
  { figures, conditioning }: OwnObservations,
  command: RecordedCommand,
): Scenario {
  const own = { ...scenario, figures: ownFigures(figures) };
  return conditioning === null || command.unfitted ? own : { ...own, conditioning };
}

/** What is made, with the mistakes of documents of one's own beside those of a scenario that may need them. */
function orWithBroken<Made>(broken: readonly Issue[], make: () => Made): Made {
  try {
    return make();
  } catch (error) {
    throw error instanceof InputError && broken.length > 0 ? new InputError([...error.issues, ...broken]) : error;
  }
}

/** Documents of one's own that a scenario is under, or tries a clause of. */
const usedOf = ({ read }: OwnDocuments, { city, documents, policy }: Scenario): OwnDocuments['read'] =>
  read.filter(
    ({ document: { id }, document }) =>
      documents.includes(id) ||
      isBaseDocument(document, city) ||
      policy.add.some(({ clause }) => clause.startsWith(`${id}:`)),
  );

/** The scenario with shipped tables; one of its own of the same name stands. */
function withShipped(scenario: Scenario, names: readonly string[] | undefined, read: ReadText): Scenario {
  if (names === undefined) return scenario;
  const shipped = shippedTables(read);
  const asked = Object.fromEntries(names.flatMap((name) => (shipped[name] ? [[name, shipped[name]]] : [])));
  return { ...scenario, tables: { ...asked, ...scenario.tables } };
}
