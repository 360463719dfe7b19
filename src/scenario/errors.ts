import type { Language, Localized } from '../language/language.ts';

/** One mistake in an input, placed as exactly as is known. Lines and columns count from 1. */
export interface Issue {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** Dotted path inside the file, for example `parameters.income.town.value`. */
  readonly path?: string;
  /** What is allowed and what was given: `must be ..., got ...`. No full stop. */
  readonly message: string;
  /** The same in Chinese, where whoever finds the mistake does not know the reader's language. */
  readonly zh?: string;
}

/** A message as an issue carries it; in both languages where the reader's is not known. */
export const said = (text: Localized, language?: Language): Pick<Issue, 'message' | 'zh'> =>
  language === undefined ? { message: text.en, zh: text.zh } : { message: text[language] };

/** The issue as one reader is told it. */
export const inLanguage = ({ zh, ...issue }: Issue, lang: Language): Issue =>
  lang === 'zh' && zh !== undefined ? { ...issue, message: zh } : issue;

/** All mistakes found in what the user wrote; whoever shows it prints one line an issue. */
export class InputError extends Error {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(issues.map(formatIssue).join('\n'));
    this.name = 'InputError';
    this.issues = issues;
  }
}

/**
 * `file:line:column: path message`, without the parts that are not known, always one line; a file without a name is `""`.
 * Characters that are not seen but steer a terminal or turn the reading direction are written as codes.
 */
export function formatIssue(issue: Issue): string {
  const file = issue.file === '' ? '""' : issue.file;
  const place = [file, issue.line, issue.column].filter((part) => part !== undefined).join(':');
  const text = issue.path === undefined ? issue.message : `${issue.path} ${issue.message}`;
  return visible((place === '' ? text : `${place}: ${text}`).replace(/\s*[\r\n]+\s*/g, ' '));
}

/** Control and format characters and separators of lines as `\\u001b`; line feeds and tabs stay where several lines are told. */
export const visible = (text: string, keep = ''): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (c) =>
    keep.includes(c) ? c : `\\u${c.codePointAt(0)!.toString(16).padStart(4, '0')}`,
  );

/**
 * Characters that are not seen and steer a terminal or turn the direction of reading, so that a reader sees something else than what is
 * read: controls but tab and ends of lines, marks of direction, separators of lines.
 */
const STEERING = /(?![\t\n\r\u0085])\p{Cc}|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

/** The first such character of a text, and where it stands; null where there is none. */
export function steeringIn(
  text: string,
): { readonly code: number; readonly line: number; readonly column: number } | null {
  const at = text.search(STEERING);
  if (at < 0) return null;
  const before = text.slice(0, at).split('\n');
  return { code: text.codePointAt(at)!, line: before.length, column: before.at(-1)!.length + 1 };
}
