import type { Language } from '../../language/language.ts';
import type { Shard } from '../../run/shard.ts';
import { InputError } from '../../scenario/errors.ts';
import { lastOf, wordOption } from '../options.ts';
import { runCliMessages as told } from './messages.ts';

/** `--store`: where finished replicates go that were made on many machines. */
export const storeOption = (lang: Language) => ({ store: wordOption('store', told.store(), lang) }) as const;

/** Namespace of who shares a server with nobody. */
export const DEFAULT_NAMESPACE = 'luohu';

/** `--namespace`: what keeps several users of one server apart. */
export const namespaceOption = (lang: Language) =>
  ({ namespace: { ...wordOption('namespace', told.namespace(), lang), default: DEFAULT_NAMESPACE } }) as const;

/** `--shard i/n`. */
export const shardOption = (lang: Language) =>
  ({
    shard: {
      describe: told.shard()[lang],
      type: 'string',
      requiresArg: true,
      coerce: (given: unknown): Shard => readShard(String(lastOf<unknown>('shard', lang)(given)), lang),
    },
  }) as const;

function readShard(given: string, lang: Language): Shard {
  const [, index, count] = /^(\d{1,6})\/(\d{1,6})$/.exec(given) ?? [];
  if (index !== undefined && Number(index) < Number(count)) return { index: Number(index), count: Number(count) };
  throw new InputError([{ message: told.notAShard(given)[lang] }]);
}
