import type { Language } from '../language/language.ts';
import { openBaseCache } from '../run/cache/base-cache.ts';
import { cachePlace } from '../run/cache/cache-place.ts';
import type { ThreadDied } from '../run/errors.ts';
import { openSession, type Session } from '../run/session.ts';
import { tell } from './tell.ts';

/**
 * A session that tells its user where base populations cannot be kept.
 * @param say how a line is told
 */
export const sessionOf = (
  workers: number,
  lang: Language,
  say: (line: string) => void = tell,
  onDeath?: (died: ThreadDied) => void,
): Session =>
  openSession(
    workers,
    onDeath,
    openBaseCache(cachePlace(), (told) => say(told[lang])),
  );
