import { setTimeout } from 'node:timers/promises';
import type { Store } from './store.ts';

/** Seconds to wait before each further try: half a minute in all, what a server takes to start again. */
const WAITS_S = [0.5, 1, 2, 4, 8, 16];

/** A store that is tried again for a while when it does not answer, because it is reached over a network. */
export function patientStore(store: Store, waits: readonly number[] = WAITS_S): Store {
  const again = async <T>(attempt: () => Promise<T>): Promise<T> => {
    for (const seconds of waits) {
      try {
        return await attempt();
      } catch {
        await setTimeout(seconds * 1000);
      }
    }
    return attempt();
  };
  return {
    place: store.place,
    folder: store.folder,
    get: (key) => again(() => store.get(key)),
    put: (key, content) => again(() => store.put(key, content)),
    list: (prefix) => again(() => store.list(prefix)),
    remove: (folder) => again(() => store.remove(folder)),
  };
}
