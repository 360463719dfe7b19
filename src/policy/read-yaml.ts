import type { z } from 'zod';
import type { Language, Localized } from '../language/language.ts';
import { InputError, type Issue } from '../scenario/errors.ts';
import type { Path } from '../scenario/finding.ts';
import { type Kind, messages } from '../scenario/messages.ts';
import { suggest } from '../scenario/suggest.ts';
import { parseYamlSource, type YamlSource } from '../scenario/yaml-source.ts';

/** A YAML text checked against a schema, with a way to point at any place in it. */
export interface ReadYaml<T> {
  readonly value: T;
  /** An issue at a path of the file, with its line and column. */
  readonly issueAt: (path: Path, message: string) => Issue;
}

/**
 * Reads a YAML text against a strict schema.
 * @throws InputError with every mistake, each one line with its position
 */
export function readYaml<T>(text: string, file: string, schema: z.ZodType<T>, language: Language): ReadYaml<T> {
  const source = parseYamlSource(file, text, language);
  const parsed = schema.safeParse(source.value);
  if (parsed.success)
    return { value: parsed.data, issueAt: (path, message) => ({ ...source.place(path, 'value'), message }) };
  throw new InputError(parsed.error.issues.flatMap((issue) => issuesOf(issue, [], source, language)));
}

function issuesOf(issue: z.core.$ZodIssue, above: Path, source: YamlSource, language: Language): Issue[] {
  const path = [...above, ...issue.path];
  const value = valueAt(source.value, path);
  const say = (message: Localized): Issue[] => [{ ...source.place(path, 'value'), message: message[language] }];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      ...source.place([...path, key], 'key'),
      message: messages.unknownKey(key, undefined)[language],
    }));
  if (value === undefined || value === null) return say(messages.required());
  if (issue.code === 'invalid_union') {
    if (issue.discriminator !== undefined)
      return say(sentence({ ...issue, code: 'invalid_value', values: optionsOf(issue) } as z.core.$ZodIssue, value));
    const inner = meant(issue.errors);
    return inner ? inner.flatMap((e) => issuesOf(e, path, source, language)) : say(messages.other(value));
  }
  return say(sentence(issue, value));
}

/**
 * Of the alternatives of a union the one the user meant: whose type the value has, else the only one that is a plain value.
 */
function meant(alternatives: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] | undefined {
  const fitting = alternatives.find((errors) => errors.some((e) => e.code !== 'invalid_type' || e.path.length > 0));
  const plain = alternatives.filter(([e]) => e?.code === 'invalid_type' && plainTypes.includes(e.expected));
  return fitting ?? (plain.length === 1 ? plain[0] : undefined);
}

const plainTypes: readonly string[] = ['string', 'number', 'int', 'boolean'];

function sentence(issue: z.core.$ZodIssue, value: unknown): Localized {
  switch (issue.code) {
    case 'invalid_type':
      return messages.kind(kindOf(issue.expected), value);
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      return messages.oneOf(allowed, value, typeof value === 'string' ? suggest(value, allowed) : undefined);
    }
    case 'too_small':
      return typeof value === 'number' ? messages.atLeast(Number(issue.minimum), value) : messages.notEmpty();
    case 'too_big':
      return messages.atMost(Number(issue.maximum), value);
    case 'invalid_format':
    case 'custom':
      return {
        zh: `应为${issue.message}，实际为 ${String(value)}`,
        en: `must be ${issue.message}, got ${String(value)}`,
      };
    default:
      return messages.other(value);
  }
}

/** Names of the alternatives of a union told apart by a key; zod gives them without declaring it. */
const optionsOf = (issue: object): string[] => ('options' in issue ? (issue.options as string[]) : []);

const kindOf = (expected: string): Kind =>
  expected === 'number' || expected === 'int' || expected === 'array' || expected === 'object' ? expected : 'string';

function valueAt(top: unknown, path: Path): unknown {
  let value = top;
  for (const step of path) value = (value as Record<PropertyKey, unknown> | undefined | null)?.[step];
  return value;
}
