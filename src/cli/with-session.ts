import type { Language, Localized } from '../language/language.ts';
import { Interrupted } from '../run/errors.ts';
import { closeSession, type Session } from '../run/session.ts';
import { interruptSignal } from './interrupt.ts';
import { type Progress, showProgress } from './progress.ts';
import { sessionOf } from './session-of.ts';

/**
 * Does simulations on a session of its own, with progress on stderr, until they end or Ctrl-C ends them.
 * @param stopped what to say when Ctrl-C did, beside that it did: of what is kept
 */
export async function withSession<T>(
  { workers, lang, stopped }: { readonly workers: number; readonly lang: Language; readonly stopped?: Localized },
  work: (session: Session, signal: AbortSignal, progress: Progress) => Promise<T>,
): Promise<T> {
  const session = sessionOf(workers, lang);
  const { signal, release } = interruptSignal();
  const progress = showProgress(process.stderr, lang);
  try {
    return await work(session, signal, progress);
  } catch (error) {
    progress.stop();
    if (error instanceof Interrupted && stopped !== undefined) process.stderr.write(`${stopped[lang]}\n`);
    throw error;
  } finally {
    progress.stop();
    release();
    await closeSession(session);
  }
}
