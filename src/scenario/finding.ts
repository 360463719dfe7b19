import type { Language, Localized } from '../language/language.ts';
import { type Issue, said } from './errors.ts';

/** Keys and list positions from the top of a file to a value. */
export type Path = readonly PropertyKey[];

/** Something a scenario is written in: a file or the command line. */
export interface Source {
  /** Plain maps, lists, texts, numbers and booleans. */
  readonly value: Readonly<Record<string, unknown>>;
  /** Where to send the reader for a value, or for its key. */
  readonly place: (path: Path, at: 'key' | 'value') => Omit<Issue, 'message'>;
}

/** A mistake or a warning before it is put into the reader's language. */
export interface Finding {
  readonly source: Source;
  readonly path: Path;
  readonly at: 'key' | 'value';
  readonly text: Localized;
}

/** The finding as the one line a user reads; in both languages where the reader's is not known. */
export function toIssue({ source, path, at, text }: Finding, language?: Language): Issue {
  return { ...source.place(path, at), ...said(text, language) };
}
