import { InputError, said } from '../../scenario/errors.ts';
import { runMessages } from '../messages.ts';

/** A Redis server and the names under which our jobs lie in it. */
export interface Engine {
  /** The address as messages name it: without a password. */
  readonly shown: string;
  readonly host: string;
  readonly port: number;
  readonly username?: string;
  readonly password?: string;
  readonly db: number;
  readonly tls: boolean;
  /** Prefix of every key, so that several users can share a server. */
  readonly namespace: string;
}

const DEFAULT_PORT = 6379;

/**
 * Reads `redis://[user[:password]@]host[:port][/database]`; `rediss://` is the same over TLS. A password in the environment
 * (LUOHU_REDIS_PASSWORD) does not show in the list of processes.
 * @throws InputError for any other address or a namespace that is not a name
 */
export function readEngine(address: string, namespace: string, env: NodeJS.ProcessEnv = process.env): Engine {
  const refuse = (message: ReturnType<typeof runMessages.notAnEngine>): never => {
    throw new InputError([said(message)]);
  };
  if (!/^rediss?:\/\/./.test(address) || !URL.canParse(address)) return refuse(runMessages.notAnEngine(address));
  if (!/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(namespace)) return refuse(runMessages.notANamespace(namespace));
  const url = new URL(address);
  const db = url.pathname.replace(/^\//, '') || '0';
  if (url.hostname === '' || !/^\d{1,3}$/.test(db)) return refuse(runMessages.notAnEngine(withoutPassword(url)));
  const username = decodeURIComponent(url.username);
  const password = decodeURIComponent(url.password) || env['LUOHU_REDIS_PASSWORD'] || '';
  return {
    shown: withoutPassword(url),
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || DEFAULT_PORT),
    ...(username === '' ? {} : { username }),
    ...(password === '' ? {} : { password }),
    db: Number(db),
    tls: url.protocol === 'rediss:',
    namespace,
  };
}

const withoutPassword = (url: URL): string => `${url.protocol}//${url.host}${url.pathname === '/' ? '' : url.pathname}`;
