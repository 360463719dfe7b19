import type { Language } from '../language/language.ts';
import { Interrupted } from '../run/errors.ts';
import { closeSession, type Session } from '../run/session.ts';
import { analysisMessages } from './analysis-messages.ts';
import { interruptSignal } from './interrupt.ts';
import { type Progress, showProgress } from './progress.ts';
import { sessionOf } from './session-of.ts';

/**
 * Does the simulations of an analysis on a session of its own, with progress on stderr. When Ctrl-C ends it, says that what was
 * finished is kept.
 */
export async function withSession<T>(
  workers: number,
  lang: Language,
  work: (session: Session, signal: AbortSignal, progress: Progress) => Promise<T>,
): Promise<T> {
  const session = sessionOf(workers, lang);
  const { signal, release } = interruptSignal();
  const progress = showProgress(process.stderr, lang);
  try {
    return await work(session, signal, progress);
  } catch (error) {
    progress.stop();
    if (error instanceof Interrupted) process.stderr.write(`${analysisMessages.stopped()[lang]}\n`);
    throw error;
  } finally {
    progress.stop();
    release();
    await closeSession(session);
  }
}
