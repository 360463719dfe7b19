import type { Localized } from '../language/language.ts';
import { messages } from './messages.ts';

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;

/** Whether reading failed because there is nothing at the path. */
export const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '');

/** What to tell of a file that could not be read, from the code Node gives the error; any other error is thrown on. */
export function fileProblem(error: unknown): Localized {
  const code = codeOf(error);
  if (code === undefined) throw error;
  if (isMissing(error)) return messages.missingFile();
  if (code === 'EISDIR') return messages.folder();
  if (code === 'ENOTREG') return messages.notAFile();
  return code === 'EFBIG' ? messages.hugeFile() : messages.unreadable(code);
}
