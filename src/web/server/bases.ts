import { baseOf, baseRequest } from '../../run/base.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { closeSession, openSession, type Session } from '../../run/session.ts';
import { toBaseFile } from '../scene/base-file.ts';

/** Makes sampled base populations on a thread of its own, each once. */
export interface Bases {
  /** The base population of a scenario as a file. */
  file(inputs: Inputs, sample: number): Promise<Uint8Array<ArrayBuffer>>;
  close(): Promise<void>;
}

export function openBases(): Bases {
  let session: Session | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  const made = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  const make = async (inputs: Inputs, sample: number): Promise<Uint8Array<ArrayBuffer>> => {
    session ??= openSession(1);
    const base = await baseOf(session, { ...baseRequest(inputs), sample });
    return toBaseFile(base.buffers) as Uint8Array<ArrayBuffer>;
  };
  return {
    file(inputs, sample) {
      const key = `${inputs.scenario.id} ${sample}`;
      const known = made.get(key);
      if (known) return known;
      // one after the other: a whole population is in memory while it is thinned
      const making = turn.then(() => make(inputs, sample));
      turn = making.catch(() => {});
      made.set(key, making);
      making.catch(() => made.delete(key));
      return making;
    },
    close: async () => {
      if (session) await closeSession(session);
    },
  };
}
