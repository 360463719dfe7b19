import path from 'node:path';
import type { Store } from './store.ts';

/** A folder of a store as a store of its own. */
export const within = (store: Store, folder: string): Store => ({
  place: `${store.place}/${folder}`,
  folder: store.folder && path.join(store.folder, folder),
  get: (key) => store.get(`${folder}/${key}`),
  put: (key, content) => store.put(`${folder}/${key}`, content),
  list: async (prefix) => (await store.list(`${folder}/${prefix}`)).map((key) => key.slice(folder.length + 1)),
  remove: (below) => store.remove(`${folder}/${below}`),
});
