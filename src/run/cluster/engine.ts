import { InputError, said } from '../../scenario/errors.ts';
import { runMessages } from '../messages.ts';

/** A server that keeps the queue, and the names under which our jobs lie in it. */
interface Server {
  /** The address as messages name it: without a password. */
  readonly shown: string;
  readonly host: string;
  readonly port: number;
  readonly username?: string;
  readonly password?: string;
  readonly tls: boolean;
  /** Keeps several users of one server apart: the prefix of every key in Redis, the schema in PostgreSQL. */
  readonly namespace: string;
}

export interface RedisEngine extends Server {
  readonly kind: 'redis';
  readonly db: number;
}

export interface PostgresEngine extends Server {
  readonly kind: 'postgres';
  readonly database: string;
}

export type Engine = RedisEngine | PostgresEngine;

const REDIS_PORT = 6379;
const POSTGRES_PORT = 5432;

/**
 * Reads `redis://[user[:password]@]host[:port][/number]`, with `rediss://` the same over TLS, or
 * `postgres://[user[:password]@]host[:port]/database[?sslmode=require]`. A password in the environment (LUOHU_REDIS_PASSWORD,
 * LUOHU_POSTGRES_PASSWORD) does not show in the list of processes.
 * @throws InputError for any other address or a namespace that is not a name
 */
export function readEngine(address: string, namespace: string, env: NodeJS.ProcessEnv = process.env): Engine {
  const engine = /^rediss?:\/\/./.test(address)
    ? readRedis(address, namespace, env)
    : /^postgres(ql)?:\/\/./.test(address)
      ? readPostgres(address, namespace, env)
      : null;
  return engine ?? refuse(runMessages.notAnEngine(masked(address)));
}

function readRedis(address: string, namespace: string, env: NodeJS.ProcessEnv): RedisEngine | null {
  const url = parsed(address);
  const db = url?.pathname.replace(/^\//, '') || '0';
  if (url === null || url.search !== '' || !/^\d{1,3}$/.test(db)) return null;
  if (!/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(namespace)) refuse(runMessages.notANamespace(namespace));
  return {
    kind: 'redis',
    ...serverOf(url, REDIS_PORT, env['LUOHU_REDIS_PASSWORD']),
    db: Number(db),
    tls: url.protocol === 'rediss:',
    namespace,
  };
}

function readPostgres(address: string, namespace: string, env: NodeJS.ProcessEnv): PostgresEngine | null {
  const url = parsed(address);
  const database = url?.pathname.replace(/^\//, '') ?? '';
  if (url === null || !/^[^/]+$/.test(database)) return null;
  if ([...url.searchParams.keys()].some((name) => name !== 'sslmode')) return null;
  const mode = url.searchParams.get('sslmode') ?? 'disable';
  if (!['disable', 'require', 'verify-full'].includes(mode)) refuse(runMessages.notAnSslMode(mode));
  // a schema's name, short enough for PostgreSQL to keep the name of the queue that is made from it whole
  if (!/^(?!pg_)[a-z_]\w{0,47}$/i.test(namespace)) refuse(runMessages.notASchema(namespace));
  return {
    kind: 'postgres',
    ...serverOf(url, POSTGRES_PORT, env['LUOHU_POSTGRES_PASSWORD']),
    database: decodeURIComponent(database),
    tls: mode !== 'disable',
    namespace,
  };
}

const refuse = (message: ReturnType<typeof runMessages.notAnEngine>): never => {
  throw new InputError([said(message)]);
};

/** The address with its parts apart; null when it is none, names no host or is wrongly encoded. */
function parsed(address: string): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  try {
    for (const part of [url.username, url.password, url.pathname]) decodeURIComponent(part);
  } catch {
    return null;
  }
  return url.hostname === '' || url.hash !== '' ? null : url;
}

function serverOf(url: URL, defaultPort: number, secret = ''): Omit<Server, 'tls' | 'namespace'> {
  const username = decodeURIComponent(url.username);
  const password = decodeURIComponent(url.password) || secret;
  return {
    shown: shownAs(url),
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || defaultPort),
    ...(username === '' ? {} : { username }),
    ...(password === '' ? {} : { password }),
  };
}

/** The address somebody else can join with who knows the password. */
function shownAs({ protocol, username, host, pathname, search }: URL): string {
  return `${protocol}//${username === '' ? '' : `${username}@`}${host}${pathname === '/' ? '' : pathname}${search}`;
}

/** What was given in place of an address, without anything that may be a password. */
const masked = (address: string): string =>
  address
    .replace(/:\/\/([^:@]*):.*@/s, (_, user: string) => (user === '' ? '://' : `://${user}@`))
    .replace(/([?&]\w*password=)[^&]*/gi, '$1…');
