import type { Calibration } from './calibration.ts';
import type { CoefficientKind } from './coefficient.ts';
import type { Finding, Path, Source } from './finding.ts';
import type { Given, Merged } from './merge.ts';
import { messages } from './messages.ts';
import { parameterSpecs } from './parameters.ts';
import { suggest } from './suggest.ts';
import type { TableFile } from './table-shape.ts';

/** What exists outside the scenario: the ids in data/documents and the prefectures of the census file. */
export interface Known {
  readonly knownDocuments: ReadonlySet<string>;
  readonly knownCities: ReadonlySet<string>;
  /** Census years there are data for; when left out, both are taken to exist. */
  readonly knownBaseYears?: ((city: string) => readonly number[]) | undefined;
  /** Codes of a city's counties in a census, none where the city or its census is not known; when left out, codes are not looked up. */
  readonly knownCounties?: ((city: string, year: 2010 | 2020) => readonly string[]) | undefined;
  /** The place a document is of, where it does not reach the city; null where it does. */
  readonly ownerOfDocument?: ((document: string, city: string) => string | null) | undefined;
  /** Documents in force in a city without being listed: the nation's and the region's; when left out, none. */
  readonly knownBaseDocuments?: ((city: string) => readonly string[]) | undefined;
  /** Readings of a clause, the default first; when left out, readings are not looked up. */
  readonly knownReadings?: ((document: string, clause: string) => readonly string[]) | undefined;
  /** Last year of the vital tables; when left out, no year is beyond them. */
  readonly lastVitalYear?: number | undefined;
  /** A calibration by name, null where there is none; when left out, no calibration can be named. */
  readonly knownCalibration?: ((name: string) => Calibration | null) | undefined;
  /** Kinds of the fiscal coefficients by id; when left out, they are not looked up. */
  readonly knownCoefficients?: (() => ReadonlyMap<string, CoefficientKind>) | undefined;
  /** What is wrong with a table of one's own in a city under some documents; when left out, tables are not looked into. */
  readonly tableMistakes?: ((name: string, table: TableFile, where: TablePlace) => readonly TableMistake[]) | undefined;
  /** Clause ids of a document; when left out, clauses are not looked up. */
  readonly knownClauses?: ((document: string) => readonly string[]) | undefined;
}

/** Where and when a table counts. */
export interface TablePlace {
  readonly city: string;
  readonly baseYear: number;
  readonly endYear: number;
  readonly documents: readonly string[];
}

/** A mistake at its path inside a table. */
interface TableMistake {
  readonly path: Path;
  readonly at: 'key' | 'value';
  readonly text: Finding['text'];
}

const required = ['title', 'question', 'city', 'baseYear', 'endYear', 'documents'] as const;

const at = ({ source, path }: Given<unknown>, text: Finding['text']): Finding => ({ source, path, at: 'value', text });

/** Mistakes between the keys of a merged scenario. `written` tells whether any file gave a key, sound or not. */
export function scenarioErrors(
  merged: Merged,
  top: Source,
  written: (key: string) => boolean,
  known: Known,
): Finding[] {
  const findings = [
    ...required
      .filter((key) => !written(key))
      .map((key): Finding => ({ source: top, path: [key], at: 'value', text: messages.required() })),
    ...yearErrors(merged),
    ...cityErrors(merged, known),
    ...countyErrors(merged, known),
    ...documentErrors(merged, known),
    ...clauseErrors(merged, known),
    ...readingErrors(merged, known),
    ...calibrationErrors(merged, known),
  ];
  // what tables may name depends on the place and its law
  return findings.length > 0 ? findings : tableErrors(merged, known);
}

function tableErrors({ tables, city, baseYear, endYear, documents }: Merged, { tableMistakes }: Known): Finding[] {
  if (!tableMistakes || !city || !baseYear || !endYear || !documents) return [];
  const [at, from, to] = [city.value, baseYear.value, endYear.value];
  const where: TablePlace = { city: at, baseYear: from, endYear: to, documents: documents.value };
  return [...tables].flatMap(([name, { value, source, path }]) =>
    tableMistakes(name, value, where).map((mistake) => ({ ...mistake, source, path: [...path, ...mistake.path] })),
  );
}

function yearErrors({ baseYear, endYear }: Merged): Finding[] {
  if (baseYear === undefined || endYear === undefined || endYear.value > baseYear.value) return [];
  return [at(endYear, messages.endAfterBase(baseYear.value, endYear.value))];
}

function cityErrors({ city, baseYear }: Merged, { knownCities, knownBaseYears }: Known): Finding[] {
  if (city === undefined) return [];
  if (!knownCities.has(city.value)) {
    const prefecture = `${city.value.slice(0, 4)}00`;
    const nearest = knownCities.has(prefecture) ? prefecture : suggest(city.value, knownCities);
    return [at(city, messages.unknownCity(city.value, nearest))];
  }
  const years = knownBaseYears?.(city.value);
  if (baseYear === undefined || years === undefined || years.includes(baseYear.value)) return [];
  return [at(baseYear, messages.noSuchCensus(years, city.value, baseYear.value))];
}

/** Values of a county must be of one of the city. */
function countyErrors({ counties, city, baseYear }: Merged, { knownCounties }: Known): Finding[] {
  if (counties.size === 0 || city === undefined || baseYear === undefined || !knownCounties) return [];
  const codes = knownCounties(city.value, baseYear.value);
  const wrong = new Map([...counties].map(([key, given]) => [key.split(' ')[0], given]));
  return [...wrong].flatMap(([code, { source, path }]): Finding[] =>
    codes.length === 0 || codes.includes(code)
      ? []
      : [{ source, path: path.slice(0, 2), at: 'key', text: messages.unknownCounty(code, suggest(code, codes)) }],
  );
}

function documentErrors({ documents, city }: Merged, { knownDocuments, ownerOfDocument }: Known): Finding[] {
  if (documents === undefined) return [];
  return documents.value.flatMap((id, index, ids) => {
    const entry = { ...documents, path: [...documents.path, index] };
    if (!knownDocuments.has(id)) return [at(entry, messages.unknownDocument(id, suggest(id, knownDocuments)))];
    const owner = city === undefined ? null : (ownerOfDocument?.(id, city.value) ?? null);
    if (owner !== null) return [at(entry, messages.documentOfAnother(id, owner, city?.value ?? ''))];
    return ids.indexOf(id) < index ? [at(entry, messages.documentTwice(id))] : [];
  });
}

/** Clauses taken out must be of this city's law; clauses tried may be of any document. */
function clauseErrors({ documents, city, without, add }: Merged, known: Known): Finding[] {
  const base = city === undefined ? [] : (known.knownBaseDocuments?.(city.value) ?? []);
  const listed = documents === undefined ? undefined : new Set([...documents.value, ...base]);
  return [
    ...without.flatMap((entry) => {
      const unknown = unknownReference(entry, entry.value, known);
      const [id = ''] = entry.value.split(':');
      if (unknown.length > 0 || listed === undefined || listed.has(id)) return unknown;
      return [at(entry, messages.notInDocuments(entry.value))];
    }),
    ...add.flatMap((entry) =>
      unknownReference({ ...entry, path: [...entry.path, 'clause'] }, entry.value.clause, known),
    ),
  ];
}

/** A reading must be one the clause has. */
function readingErrors({ readings }: Merged, known: Known): Finding[] {
  return [...readings].flatMap(([reference, given]) => {
    const unknown = unknownReference(given, reference, known);
    if (unknown.length > 0 || known.knownReadings === undefined) return unknown;
    const [document = '', clause = ''] = reference.split(':');
    const names = known.knownReadings(document, clause);
    return names.includes(given.value) ? [] : [at(given, messages.unknownReading(names, given.value))];
  });
}

function calibrationErrors({ calibration, uncalibrated }: Merged, { knownCalibration }: Known): Finding[] {
  if (calibration === undefined) return uncalibrated ? [at(uncalibrated, messages.uncalibratedAlone())] : [];
  return knownCalibration?.(calibration.value) ? [] : [at(calibration, messages.unknownCalibration(calibration.value))];
}

function unknownReference(
  entry: Given<unknown>,
  reference: string,
  { knownDocuments, knownClauses }: Known,
): Finding[] {
  const [id = '', clause] = reference.split(':');
  if (!knownDocuments.has(id)) return [at(entry, messages.unknownDocument(id, suggest(id, knownDocuments)))];
  const clauses = clause === undefined ? undefined : knownClauses?.(id);
  if (clause === undefined || clauses === undefined || clauses.includes(clause)) return [];
  return [at(entry, messages.unknownClause(id, clause, suggest(clause, clauses)))];
}

/** How far beyond its usual range an amount is rather a slip of the pen: ten times, or a tenth. */
const FAR = 10;

/** Amounts (money, households) far outside their usual range: allowed, but hardly meant. Shares and rates have limits of their own. */
function implausible(parameters: Merged['parameters']): Finding[] {
  return [...parameters].flatMap(([name, setting]) => {
    const { unit, range, value: usual } = parameterSpecs[name];
    if (!unit.startsWith('yuan/') && unit !== 'households') return [];
    const [low, high] = range ?? [usual, usual];
    const values = Array.isArray(setting.value) ? setting.value : [setting.value];
    return values.flatMap(({ value }, index) => {
      if (value >= low / FAR && value <= high * FAR) return [];
      const path = [...setting.path, ...(Array.isArray(setting.value) ? [index] : []), 'value'];
      return [at({ ...setting, path }, messages.implausible(value, low, high))];
    });
  });
}

/** Values and clauses that never come into force, years without tables of their own: allowed, but hardly meant. */
export function scenarioWarnings(
  { baseYear, endYear, parameters, add }: Merged,
  { lastVitalYear = Number.POSITIVE_INFINITY }: Known,
): Finding[] {
  if (baseYear === undefined || endYear === undefined) return [];
  const [first, last] = [baseYear.value, endYear.value];
  const beyond = last > lastVitalYear ? [at(endYear, messages.beyondVitalTables(lastVitalYear, last, first))] : [];
  const late = add
    .filter(({ value }) => Number(value.from.slice(0, 4)) > last)
    .map((entry) => at({ ...entry, path: [...entry.path, 'from'] }, messages.neverInForce(last, entry.value.from)));
  const idle = [...parameters.values()].flatMap((setting) => {
    if (!Array.isArray(setting.value)) return [];
    const years = setting.value.map((entry) => Number(entry.from));
    return years.flatMap((year, index) => {
      const entry = { ...setting, path: [...setting.path, index, 'from'] };
      const next = years[index + 1];
      if (year > last) return [at(entry, messages.neverInForce(last, year))];
      return next !== undefined && next <= first ? [at(entry, messages.superseded(first, next))] : [];
    });
  });
  return [...beyond, ...late, ...idle, ...implausible(parameters)];
}
