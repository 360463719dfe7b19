import type { Language } from '../language/language.ts';
import { buildScenario, type Origins, originsOf } from './build-scenario.ts';
import { type Known, scenarioErrors, scenarioWarnings } from './check-scenario.ts';
import { commandLineSource, type Overrides } from './command-line.ts';
import { InputError, type Issue } from './errors.ts';
import { type Finding, type Path, type Source, toIssue } from './finding.ts';
import { fiscalFindings } from './fiscal-values.ts';
import { type Layer, type Merged, merge } from './merge.ts';
import { messages } from './messages.ts';
import { type ReadText, readChain } from './read-chain.ts';
import type { Scenario } from './scenario.ts';
import { scenarioFileSchema } from './schema.ts';
import { checkShape } from './schema-findings.ts';
import { valueFindings } from './value-rules.ts';
import type { YamlSource } from './yaml-source.ts';

export interface LoadOptions extends Known {
  readonly read: ReadText;
  /** Language of the messages. */
  readonly lang: Language;
  readonly overrides?: Overrides;
}

/** Tables of figures a scenario names. */
export interface NamedTables {
  /** Id of the scenario that names them, which a variation shares. */
  readonly id: string;
  /** As they are written, relative to the file that names them. */
  readonly files: readonly { readonly name: string; readonly source: Source; readonly path: Path }[];
  /** The file that names them. */
  readonly by: string;
}

interface LoadedScenario {
  readonly scenario: Scenario;
  readonly warnings: readonly Issue[];
  /** Where the keys outside `parameters` came from. */
  readonly origins: Origins;
  /** Tables of figures it names; null without any. */
  readonly observations: NamedTables | null;
  /** The files read, the scenario first, then what it extends. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/**
 * Reads a scenario file and what it extends, checks everything and fills in the defaults. Throws `InputError` with all
 * mistakes at once, in the order of files and lines.
 */
export function loadScenario(path: string, options: LoadOptions): LoadedScenario {
  const { read, lang, overrides = {} } = options;
  // 1 the file and its parents
  const { sources, issues } = readChain(path, read, lang);
  const top = sources[0];
  if (top === undefined) throw new InputError(issues);
  // 2 each of them by itself, and the command line as one more
  const layers = [commandLineSource(overrides), ...sources].map((source): Layer => {
    const stated = Object.hasOwn(source.value, 'fiscal') ? options.knownCoefficients?.() : undefined;
    const money = stated ? fiscalFindings(source, ['fiscal'], stated) : [];
    return {
      source,
      findings: [...checkShape(source, scenarioFileSchema).findings, ...valueFindings(source), ...money],
    };
  });
  // 3 together
  const merged = merge(layers);
  const written = (key: string): boolean => layers.some(({ source }) => Object.hasOwn(source.value, key));
  const id = idOf(sources);
  // 4 what only the whole can be asked; a chain that broke off is not the whole
  const broken = issues.length > 0 || Object.hasOwn(sources.at(-1)!.value, 'extends');
  const whole = broken ? [] : [...scenarioErrors(merged, top, written, options), ...idErrors(top, id)];
  const findings = [...layers.flatMap((layer) => layer.findings), ...whole];
  if (issues.length + findings.length > 0) {
    throw new InputError(inOrder([...findings.map((finding) => toIssue(finding, lang)), ...issues], sources));
  }
  return {
    scenario: buildScenario(id, path, merged, options.knownCalibration),
    warnings: scenarioWarnings(merged, options).map((finding) => toIssue(finding, lang)),
    origins: originsOf(merged),
    observations: tablesOf(merged, sources),
    files: sources.map(({ file, text }) => ({ path: file, text })),
  };
}

function tablesOf({ observations }: Merged, sources: readonly YamlSource[]): NamedTables | null {
  if (observations === undefined) return null;
  const { value, source, path } = observations;
  const from = (sources as readonly Source[]).indexOf(source);
  if (from < 0) return null;
  const files =
    typeof value === 'string'
      ? [{ name: value, source, path }]
      : value.map((name, n) => ({ name, source, path: [...path, n] }));
  return { id: idOf(sources.slice(from)), files, by: sources[from].file };
}

/** File name without folders and ending. */
const nameOf = ({ file }: YamlSource): string => (file.split(/[\\/]/).at(-1) ?? '').replace(/\.ya?ml$/, '');

/** `<city>`, or `<city>.<name>` where the city is the file at the end of the chain of parents. */
function idOf(sources: readonly YamlSource[]): string {
  const [top, ...parents] = sources.map(nameOf);
  return parents.length === 0 ? String(top) : `${parents.at(-1)}.${top}`;
}

function idErrors(top: YamlSource, id: string): Finding[] {
  const given = top.value['id'];
  const at = { source: top, path: ['id'], at: 'value' } as const;
  if (!/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(nameOf(top)))
    return [{ ...at, path: [], text: messages.fileName(nameOf(top)) }];
  return typeof given === 'string' && given !== '' && given !== id
    ? [{ ...at, text: messages.idOfFile(id, given) }]
    : [];
}

/** Issues in the order a reader meets them; the same line of the same mistake once. */
function inOrder(issues: readonly Issue[], sources: readonly YamlSource[]): Issue[] {
  const rank = ({ file }: Issue): number => sources.findIndex((source) => source.file === file);
  const unique = new Map(issues.map((issue) => [JSON.stringify(issue), issue]));
  return [...unique.values()].sort(
    (a, b) => rank(a) - rank(b) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
}
