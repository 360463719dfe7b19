/** One mistake in an input, placed as exactly as is known. Lines and columns count from 1. */
export interface Issue {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** Dotted path inside the file, for example `parameters.income.town.value`. */
  readonly path?: string;
  /** What is allowed and what was given: `must be ..., got ...`. No full stop. */
  readonly message: string;
}

/** All mistakes found in what the user wrote; whoever shows it prints one line an issue. */
export class InputError extends Error {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(issues.map(formatIssue).join('\n'));
    this.name = 'InputError';
    this.issues = issues;
  }
}

/** `file:line:column: path message`, without the parts that are not known, always one line. */
export function formatIssue(issue: Issue): string {
  const place = [issue.file, issue.line, issue.column].filter((part) => part !== undefined).join(':');
  const text = issue.path === undefined ? issue.message : `${issue.path} ${issue.message}`;
  return (place === '' ? text : `${place}: ${text}`).replace(/\s*[\r\n]+\s*/g, ' ');
}
