import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit, type YAMLError } from 'yaml';
import type { Language, Localized } from '../language/language.ts';
import { InputError, type Issue, said, steeringIn } from './errors.ts';
import type { Path, Source } from './finding.ts';
import { messages } from './messages.ts';

const MAX_CHARACTERS = 1_000_000;
const MAX_ALIASES = 20;
/** Line and column, both from 1. */
interface Position {
  readonly line: number;
  readonly column: number;
}

/** A parsed YAML file that still knows where everything stands; the place of what is missing is that of its map. */
export interface YamlSource extends Source {
  readonly file: string;
  readonly text: string;
}

/** Reads YAML 1.2 whose top is a map. Throws `InputError` for anything else, with the place of every mistake. */
export function parseYamlSource(file: string, text: string, language?: Language): YamlSource {
  const fail = (message: Localized, position: Position = { line: 1, column: 1 }): never => {
    throw new InputError([{ file, ...position, ...said(message, language) }]);
  };
  if (text.length > MAX_CHARACTERS) fail(messages.tooLarge(MAX_CHARACTERS, text.length));
  if (text.includes('\uFFFD') || text.includes('\0')) fail(messages.notUtf8());

  const lines = new LineCounter();
  const steers = steeringIn(text);
  if (steers !== null) fail(messages.steering(steers.code), { line: steers.line, column: steers.column });
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
    stringKeys: true,
  });
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const mistakes = syntaxMistakes([...document.errors, ...document.warnings], text);
  if (mistakes.length > 0) {
    throw new InputError(
      mistakes.map(({ offset, message }): Issue => ({ file, ...position(offset), ...said(message, language) })),
    );
  }

  // the same written by its number, which only double quotes allow
  if (text.includes('\\'))
    visit(document, {
      Scalar(_, { value, range }) {
        const found = typeof value === 'string' ? steeringIn(value) : null;
        if (found !== null) fail(messages.steering(found.code), position(range?.[0] ?? 0));
      },
    });

  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    const excessive = error instanceof Error && error.message.startsWith('Excessive');
    fail(excessive ? messages.tooManyAliases(MAX_ALIASES) : messages.unknownAlias());
  }
  if (value === null || value === undefined) fail(messages.empty());
  if (!isMap(document.contents)) fail(messages.notAMap(value));

  return {
    file,
    text,
    value: value as Record<string, unknown>,
    place: (path, at) => ({
      file,
      ...position(offsetOf(document.contents, path, at)),
      ...(path.length === 0 ? {} : { path: path.map(String).join('.') }),
    }),
  };
}

interface Mistake {
  readonly offset: number;
  readonly message: Localized;
}

/** Every repeated key; of the other mistakes the first, because the rest follow from it. */
function syntaxMistakes(errors: readonly YAMLError[], text: string): Mistake[] {
  const inOrder = [...errors].sort((a, b) => a.pos[0] - b.pos[0]);
  const repeated = inOrder.filter((error) => error.code === 'DUPLICATE_KEY');
  const other = inOrder.find((error) => error.code !== 'DUPLICATE_KEY');
  return (other === undefined ? repeated : [other]).map((error) => {
    const offset = error.pos[0];
    return { offset, message: syntaxMessage(error.code, text, offset) };
  });
}

function syntaxMessage(code: string, text: string, offset: number): Localized {
  const line = lineAt(text, offset);
  if (code === 'DUPLICATE_KEY') return messages.duplicateKey(/^[^:\s]+/.exec(text.slice(offset))?.[0] ?? line);
  if (code === 'TAB_AS_INDENT') return messages.tab();
  if (code === 'MULTIPLE_DOCS') return messages.severalDocuments();
  if (code === 'RESOURCE_EXHAUSTION') return messages.tooDeep();
  if (code === 'NON_STRING_KEY') return messages.keyNotText(line);
  if (code === 'TAG_RESOLVE_FAILED') return messages.unknownTag(line);
  return messages.notYaml(line);
}

/** The line a mistake stands in; at the end of the file the last one with anything in it. */
function lineAt(text: string, offset: number): string {
  const rest = text.slice(offset).split(/\r?\n/, 1)[0] ?? '';
  const before = text.slice(0, offset).trimEnd().split(/\r?\n/).at(-1) ?? '';
  return rest.trim() === '' ? before.trim() : `${text.slice(0, offset).split(/\r?\n/).at(-1) ?? ''}${rest}`.trim();
}

/** Offset of the node at `path`; where the path ends early, of the last node found. */
function offsetOf(top: unknown, path: Path, at: 'key' | 'value'): number {
  let node = top;
  let offset = startOf(top) ?? 0;
  for (const [depth, step] of path.entries()) {
    const child = childOf(node, step);
    if (child === undefined) return offset;
    const keyOffset = startOf(child.key);
    const valueOffset = startOf(child.value);
    const wantsKey = at === 'key' && depth === path.length - 1;
    offset = (wantsKey ? (keyOffset ?? valueOffset) : (valueOffset ?? keyOffset)) ?? offset;
    node = child.value;
  }
  return offset;
}

function childOf(node: unknown, step: PropertyKey): { readonly key?: unknown; readonly value: unknown } | undefined {
  if (isMap(node)) return node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(step));
  if (isSeq(node) && Number(step) in node.items) return { value: node.items[Number(step)] };
  return undefined;
}

const startOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined);
