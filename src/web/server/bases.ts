import { setImmediate } from 'node:timers/promises';
import { adoptPopulation, type PopulationBuffers, shareBuffers } from '../../population/population.ts';
import { baseKey } from '../../random/key.ts';
import { baseOf, baseRequest } from '../../run/base.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { samplePopulation } from '../../run/sample-population.ts';
import { closeSession, openSession, type Session } from '../../run/session.ts';
import { toBaseFile } from '../scene/base-file.ts';
import { basedOn } from '../scene/based-on.ts';
import { samples } from '../scene/scene.ts';

/**
 * Makes sampled base populations on a thread of its own: a city is synthesised once, for all scenarios that share it, and thinned
 * to every sample offered.
 */
export interface Bases {
  /** The base population of a scenario as a file; `sample` is one of those offered. */
  file(inputs: Inputs, sample: number): Promise<Uint8Array<ArrayBuffer>>;
  close(): Promise<void>;
}

type Files = ReadonlyMap<number, Uint8Array<ArrayBuffer>>;

export function openBases(): Bases {
  let session: Session | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  const made = new Map<string, Promise<Files>>();
  const make = async (inputs: Inputs): Promise<Files> => {
    session ??= openSession(1);
    const { buffers } = await baseOf(session, baseRequest(inputs));
    session.made = null;
    return thinned(buffers, inputs.scenario.seed);
  };
  return {
    async file(inputs, sample) {
      const key = JSON.stringify([inputs.city.code, basedOn(inputs.scenario)]);
      let files = made.get(key);
      if (files === undefined) {
        // one city after the other: a whole population is in memory while it is thinned
        files = turn.then(() => make(inputs));
        turn = files.catch(() => made.delete(key));
        made.set(key, files);
      }
      const file = (await files).get(sample);
      if (file === undefined) throw new Error(`no sample of ${sample} is offered`);
      return file;
    },
    close: async () => {
      if (session) await closeSession(session);
    },
  };
}

/** Every sample offered, as the workers of the command line take it. */
async function thinned(buffers: PopulationBuffers, seed: string): Promise<Files> {
  const whole = adoptPopulation(buffers);
  const files = new Map<number, Uint8Array<ArrayBuffer>>();
  for (const sample of samples) {
    const kept = samplePopulation(whole, sample, baseKey(seed));
    files.set(sample, toBaseFile(shareBuffers(kept)));
    await setImmediate();
  }
  return files;
}
