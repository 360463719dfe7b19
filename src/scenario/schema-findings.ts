import type { z } from 'zod';
import type { Localized } from '../language/language.ts';
import type { Finding, Path, Source } from './finding.ts';
import { isFormat, isKind, messages } from './messages.ts';
import { optionsOf, schemaAt, shapeOf } from './schema-at.ts';
import { suggest } from './suggest.ts';

type Schema = z.core.$ZodType;
type SchemaIssue = z.core.$ZodIssue;

/** What a schema makes of a file: its value with the defaults filled in, or everything it refuses. */
type Checked<T> =
  | { readonly value: T; readonly findings: readonly [] }
  | { readonly value?: undefined; readonly findings: readonly Finding[] };

/**
 * Checks a file against a schema, every mistake in the user's words and place. A schema says what a thing is called by the
 * `error` of its parts, a name of `formats`; its keys and alternatives are what a mistyped word is compared with.
 */
export function checkShape<T>(source: Source, schema: z.ZodType<T>): Checked<T> {
  const { success, data, error } = schema.safeParse(source.value);
  if (success) return { value: data, findings: [] };
  return { findings: error.issues.flatMap((issue) => findingsOf(issue, { source, path: [], schema })) };
}

/** Where in the file, and in the language of the file, paths of issues start. */
interface Place {
  readonly source: Source;
  readonly path: Path;
  readonly schema: Schema | undefined;
}

function findingsOf(issue: SchemaIssue, above: Place): Finding[] {
  const { source } = above;
  const path = [...above.path, ...issue.path];
  const schema = schemaAt(above.schema, issue.path, valueAt(source.value, above.path));
  const value = valueAt(source.value, path);
  const say = (text: Localized): Finding[] => [{ source, path, at: 'value', text }];
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(shapeOf(schema, value) ?? {});
    return issue.keys.map((key) => ({ source, path: [...path, key], at: 'key', text: unknownKey(key, known, issue) }));
  }
  if (value === undefined) return say(messages.required());
  if (issue.code === 'invalid_union' && issue.discriminator === undefined) {
    const meant = meantOf(issue.errors);
    const inner = { source, path, schema: optionsOf(schema)[meant] };
    if (meant >= 0) return issue.errors[meant].flatMap((each) => findingsOf(each, inner));
  }
  return say(sentence(issue, value, schema));
}

const unknownKey = (key: string, known: readonly string[], { message }: SchemaIssue): Localized =>
  isFormat(message)
    ? messages.format(message, key, suggest(key, known))
    : messages.unknownKey(key, suggest(key, known), known);

/** Which alternative of a union the user meant: the one whose type the value has; -1 where it has none of theirs. */
const meantOf = (alternatives: readonly (readonly SchemaIssue[])[]): number =>
  alternatives.findIndex((errors) => errors.some((e) => e.code !== 'invalid_type' || e.path.length > 0));

function sentence(issue: SchemaIssue, value: unknown, schema: Schema | undefined): Localized {
  const near = (allowed: readonly unknown[]): string | undefined =>
    typeof value === 'string' ? suggest(value, allowed.map(String)) : undefined;
  if (isFormat(issue.message))
    return messages.format(issue.message, value, issue.code === 'invalid_value' ? near(issue.values) : undefined);
  if (schema?._zod.def.type === 'tuple') return messages.kind('tuple', value);
  switch (issue.code) {
    case 'invalid_type':
      return isKind(issue.expected) ? messages.kind(issue.expected, value) : messages.other(value);
    case 'invalid_value':
      return messages.oneOf(issue.values, value, near(issue.values));
    case 'invalid_union': {
      if (issue.discriminator === undefined) return plainKind(issue.errors, value);
      const allowed = 'options' in issue ? (issue.options as string[]) : []; // zod gives them without declaring it
      return messages.oneOf(allowed, value, near(allowed));
    }
    case 'too_small':
      return tooSmall(issue, value);
    case 'too_big':
      return typeof value === 'number'
        ? messages.atMost(Number(issue.maximum), value)
        : messages.tooLong(Number(issue.maximum));
    default:
      return messages.other(value);
  }
}

function tooSmall({ minimum, inclusive }: z.core.$ZodIssueTooSmall, value: unknown): Localized {
  const limit = Number(minimum);
  if (typeof value === 'number')
    return inclusive === false ? messages.above(limit, value) : messages.atLeast(limit, value);
  return limit > 1 ? messages.atLeastItems(limit) : messages.notEmpty();
}

const plainTypes: readonly string[] = ['string', 'number', 'int', 'boolean'];

/** Of alternatives none of which has the type of the value, the only one that is a plain value. */
function plainKind(alternatives: readonly (readonly SchemaIssue[])[], value: unknown): Localized {
  const plain = alternatives.flatMap(([e]) => (e?.code === 'invalid_type' ? [e.expected] : [])).filter(isKind);
  const [kind, ...others] = plain.filter((expected) => plainTypes.includes(expected));
  return kind === undefined || others.length > 0 ? messages.other(value) : messages.kind(kind, value);
}

function valueAt(top: unknown, path: Path): unknown {
  let value = top;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}
