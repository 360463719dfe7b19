import type { z } from 'zod';
import type { Language, Localized } from '../language/language.ts';
import { InputError, type Issue } from './errors.ts';
import { type Path, toIssue } from './finding.ts';
import { checkShape } from './schema-findings.ts';
import { parseYamlSource, type YamlSource } from './yaml-source.ts';

/** A YAML text checked against a schema, with a way to point at any place in it. */
export interface ReadYaml<T> {
  readonly value: T;
  readonly source: YamlSource;
  /** An issue at a path of the file, with its line and column. */
  readonly issueAt: (path: Path, text: Localized) => Issue;
}

/**
 * Reads a YAML text against a strict schema.
 * @param language of the messages; both where the reader's is not known
 * @throws InputError with every mistake, each one line with its position
 */
export function readYaml<T>(text: string, file: string, schema: z.ZodType<T>, language?: Language): ReadYaml<T> {
  const source = parseYamlSource(file, text, language);
  const { value, findings } = checkShape(source, schema);
  if (findings.length > 0) throw new InputError(findings.map((finding) => toIssue(finding, language)));
  return {
    value: value as T,
    source,
    issueAt: (path, message) => toIssue({ source, path, at: 'value', text: message }, language),
  };
}
