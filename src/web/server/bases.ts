import { baseOf, baseRequest } from '../../run/base.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { closeSession, openSession, type Session } from '../../run/session.ts';
import { toBaseFile } from '../scene/base-file.ts';
import { basedOn } from '../scene/based-on.ts';

/** Makes sampled base populations on a thread of its own, each once for all scenarios that share it. */
export interface Bases {
  /** The base population of a scenario as a file. */
  file(inputs: Inputs, sample: number): Promise<Uint8Array<ArrayBuffer>>;
  close(): Promise<void>;
}

export function openBases(): Bases {
  let session: Session | null = null;
  const made = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  const make = async (inputs: Inputs, sample: number): Promise<Uint8Array<ArrayBuffer>> => {
    session ??= openSession(1);
    const { buffers } = await baseOf(session, { ...baseRequest(inputs), sample });
    return toBaseFile(buffers);
  };
  return {
    file(inputs, sample) {
      const key = JSON.stringify([inputs.city.code, basedOn(inputs.scenario), sample]);
      let file = made.get(key);
      if (file === undefined) {
        file = make(inputs, sample);
        made.set(key, file);
        file.catch(() => made.delete(key));
      }
      return file;
    },
    close: async () => {
      if (session) await closeSession(session);
    },
  };
}
