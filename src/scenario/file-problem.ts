import type { Localized } from '../language/language.ts';
import { isSystemProblem, systemProblem } from '../language/system-problem.ts';
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
  return code === 'EFBIG' ? messages.hugeFile() : messages.unreadable(systemWords(error, code));
}

/** In words where the code is known, else the code. */
const systemWords = (error: unknown, code: string): Localized =>
  isSystemProblem(error) ? systemProblem(error) : { zh: code, en: code };
