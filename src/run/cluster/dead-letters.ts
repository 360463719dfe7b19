import { z } from 'zod';
import type { Localized } from '../../language/language.ts';
import { canonicalJson, sha256 } from '../hash.ts';
import { jsonIn } from '../record/json.ts';
import { localizedShape } from '../record/shapes.ts';
import type { Store } from '../store/store.ts';

/** Folder of a store that holds the jobs nobody may do, one file each. */
export const DEAD_LETTERS = 'dead-letters';

/** A job that nobody may do, as it is kept to be looked at. */
interface DeadLetter {
  readonly format: 1;
  readonly reason: Localized;
  /** Who found it. */
  readonly worker: string;
  /** ISO time. */
  readonly found: string;
  /** What the job held, as JSON, its beginning. */
  readonly job: string;
}

const letterShape: z.ZodType<DeadLetter> = z.strictObject({
  format: z.literal(1),
  reason: localizedShape,
  worker: z.string().max(300),
  found: z.string().max(40),
  job: z.string().max(5000),
});

/** Characters of a job that are kept. */
const KEPT = 2000;
/** Letters one worker keeps: whoever floods the queue must not fill the store. */
const MOST = 1000;

/** Keeps jobs nobody may do in a store. The same job makes the same file, however often it comes. */
export function deadLetters(store: Store, worker: string): (data: unknown, reason: Localized) => Promise<void> {
  const kept = new Set<string>();
  return async (data, reason) => {
    const whole = canonicalJson(data) ?? 'undefined';
    const name = sha256(whole).slice(0, 16);
    if (kept.has(name) || kept.size >= MOST) return;
    kept.add(name);
    const found = new Date().toISOString();
    const letter: DeadLetter = { format: 1, reason, worker, found, job: whole.slice(0, KEPT) };
    await store.put(`${DEAD_LETTERS}/${name}.json`, new TextEncoder().encode(`${JSON.stringify(letter, null, 2)}\n`));
  };
}

/** The dead letters a store holds, in order of their names; what is none is passed over. */
export async function deadLettersIn(store: Store): Promise<DeadLetter[]> {
  const letters: DeadLetter[] = [];
  for (const key of (await store.list(`${DEAD_LETTERS}/`)).slice(0, MOST)) {
    const bytes = await store.get(key);
    const letter = bytes === null ? null : jsonIn(bytes, letterShape);
    if (letter !== null) letters.push(letter);
  }
  return letters;
}
