import type { z } from 'zod';
import type { Localized } from '../language/language.ts';
import type { Finding, Path, Source } from './finding.ts';
import { isFormat, type Kind, messages } from './messages.ts';
import { parameterNames } from './parameters.ts';
import { scenarioFileSchema } from './schema.ts';
import { suggest } from './suggest.ts';

type SchemaIssue = z.core.$ZodIssue;
type UnionIssue = Extract<SchemaIssue, { code: 'invalid_union' }>;

/** Everything in one file that the schema refuses, in the user's words and place. */
export function schemaFindings(source: Source): Finding[] {
  const { error } = scenarioFileSchema.safeParse(source.value);
  return (error?.issues ?? []).flatMap((issue) => findingsOf(issue, [], source));
}

function findingsOf(issue: SchemaIssue, above: Path, source: Source): Finding[] {
  const path = [...above, ...issue.path];
  const value = valueAt(source.value, path);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(source, path, key));
  if (issue.code === 'invalid_union') return findingsOfUnion(issue, path, value, source);
  if (value === undefined) return [{ source, path, at: 'value', text: messages.required() }];
  return [{ source, path, at: 'value', text: sentence(issue, path, value) }];
}

function unknownKey(source: Source, path: Path, key: string): Finding {
  const parameter = path.length === 1 && path[0] === 'parameters';
  const text = parameter
    ? messages.unknownParameter(key, suggest(key, parameterNames))
    : messages.unknownKey(key, suggest(key, keysAt(path)));
  return { source, path: [...path, key], at: 'key', text };
}

/** Keys a map at this path may have. */
function keysAt(path: Path): readonly string[] {
  const [top, second] = path;
  if (top === undefined) return Object.keys(scenarioFileSchema.shape);
  if (top === 'title' || top === 'question' || isReason(path)) return ['zh', 'en'];
  if (top === 'fiscal') return ['value', 'range', 'source', 'confidence', 'why'];
  if (top === 'policy') return second === undefined ? ['without', 'add'] : ['clause', 'from'];
  return ['value', 'unit', 'source', 'confidence', 'assumption', 'range', 'why', ...(path.length > 2 ? ['from'] : [])];
}

/** Of the alternatives of a union only the mistakes of the one the user meant are of use. */
function findingsOfUnion(issue: UnionIssue, path: Path, value: unknown, source: Source): Finding[] {
  const say = (text: Localized): Finding[] => [{ source, path, at: 'value', text }];
  if (value === undefined) return say(messages.required());
  if (isReason(path)) return findingsOfReason(issue, path, value, source);
  if (path[0] === 'seed') return say(value === '' ? messages.notEmpty() : messages.kind('scalar', value));
  if (typeof value !== 'object' || value === null)
    return say(path[0] === 'fiscal' ? messages.kind('number', value) : messages.setting(value));
  const [single, dated] = issue.errors;
  const meant = (Array.isArray(value) ? dated : single) ?? [];
  return meant.flatMap((inner) => findingsOf(inner, path, source));
}

/** Whether the path is that of a source or reason of a parameter, which may be a text or a pair of them. */
const isReason = (path: Path): boolean =>
  path[0] === 'parameters' && (path.at(-1) === 'source' || path.at(-1) === 'why');

function findingsOfReason(issue: UnionIssue, path: Path, value: unknown, source: Source): Finding[] {
  const [text, pair] = issue.errors;
  const isPair = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isPair && typeof value !== 'string') return [{ source, path, at: 'value', text: messages.reason(value) }];
  return ((isPair ? pair : text) ?? []).flatMap((inner) => findingsOf(inner, path, source));
}

function sentence(issue: SchemaIssue, path: Path, value: unknown): Localized {
  if (path[0] === 'city') return messages.format('cityCode', value);
  if (path.at(-1) === 'range' && Array.isArray(value)) return messages.kind('tuple', value);
  if (path[0] === 'uncalibrated' && typeof value === 'string')
    return messages.unknownParameter(value, suggest(value, parameterNames));
  if (isFormat(issue.message)) return messages.format(issue.message, value);
  switch (issue.code) {
    case 'invalid_type':
      return messages.kind(issue.expected as Kind, value);
    case 'invalid_value':
      return messages.oneOf(
        issue.values,
        value,
        typeof value === 'string' ? suggest(value, issue.values.map(String)) : undefined,
      );
    case 'too_small':
      return typeof value === 'number' ? messages.atLeast(Number(issue.minimum), value) : messages.notEmpty();
    case 'too_big':
      return typeof value === 'number'
        ? messages.atMost(Number(issue.maximum), value)
        : messages.tooLong(Number(issue.maximum));
    default:
      return messages.other(value);
  }
}

function valueAt(top: unknown, path: Path): unknown {
  let value = top;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}
