import type { Language } from '../language/language.ts';
import { isSystemProblem, systemProblem } from '../language/system-problem.ts';
import { Failure, Interrupted, JobFailed, TooLittleMemory } from '../run/errors.ts';
import { formatIssue, InputError, inLanguage } from '../scenario/errors.ts';
import { ExitStatus } from './exit-status.ts';
import { messages } from './messages.ts';
import { UsageError } from './usage-error.ts';

/** Lines to print for an error that ended a command, and its exit status. */
interface ErrorReport {
  readonly status: ExitStatus;
  readonly lines: readonly string[];
}

export function reportError(error: unknown, lang: Language): ErrorReport {
  if (error instanceof InputError) {
    const lines = error.issues.map((issue) => formatIssue(inLanguage(issue, lang)));
    return { status: ExitStatus.wrongInput, lines };
  }
  if (error instanceof Interrupted) {
    const line = error.written ? messages.interruptedShort() : messages.interrupted();
    return { status: ExitStatus.interrupted, lines: [line[lang]] };
  }
  if (error instanceof JobFailed) {
    return { status: ExitStatus.failed, lines: [messages.jobFailed(error.job, error.detail)[lang]] };
  }
  if (error instanceof Failure) return { status: ExitStatus.failed, lines: [error.told[lang]] };
  if (error instanceof TooLittleMemory) return { status: ExitStatus.failed, lines: [memoryLine(error, lang)] };
  if (error instanceof UsageError) return { status: ExitStatus.wrongInput, lines: [oneLine(error.message)] };
  if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') {
    return { status: ExitStatus.failed, lines: [messages.notBuilt()[lang]] };
  }
  return { status: ExitStatus.failed, lines: [systemLine(error, lang)] };
}

/** What the system refused and where, in words where its code is known; any other error as it tells itself. */
function systemLine(error: unknown, lang: Language): string {
  const { path } = error as NodeJS.ErrnoException;
  const where = path === undefined ? '' : `${path}: `;
  return oneLine(isSystemProblem(error) ? `${where}${systemProblem(error)[lang]}` : systemProblem(error)[lang]);
}

function memoryLine({ shortage }: TooLittleMemory, lang: Language): string {
  const { neededBytes, availableBytes, workers, fittingSample, fittingWorkers } = shortage;
  const fitting: string[] = [];
  if (fittingWorkers !== null) fitting.push(`--workers ${fittingWorkers}`);
  if (fittingSample !== null) fitting.push(`--sample ${fittingSample}`);
  const advice = fitting.length > 0 ? messages.fits(fitting.join(messages.or()[lang])) : messages.nothingFits();
  return messages.tooLittleMemory(neededBytes, availableBytes, workers)[lang] + advice[lang];
}

const oneLine = (text: string): string => text.replace(/\s*[\r\n]+\s*/g, ' ');
