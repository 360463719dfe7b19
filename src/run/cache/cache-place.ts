import os from 'node:os';
import path from 'node:path';
import type { Localized } from '../../language/language.ts';
import { cacheMessages } from './messages.ts';

/** Where base populations are kept, and how many bytes of them at most. */
export interface CachePlace {
  readonly folder: string;
  readonly maxBytes: number;
  /** What is wrong with the settings; the default has taken its place. */
  readonly complaint: Localized | null;
}

const DEFAULT_BYTES = 2e9;
const units = { '': 1, K: 1e3, M: 1e6, G: 1e9, T: 1e12 } as const;

/**
 * The place the environment names: LUOHU_CACHE, else luohu in XDG_CACHE_HOME, else in the user's own cache folder; LUOHU_CACHE_MAX
 * is a number of bytes or one with K, M, G or T. Null for `LUOHU_CACHE=off`.
 */
export function cachePlace(env: NodeJS.ProcessEnv = process.env, platform = process.platform): CachePlace | null {
  const asked = env['LUOHU_CACHE'] ?? '';
  if (asked.toLowerCase() === 'off') return null;
  const most = env['LUOHU_CACHE_MAX'] ?? '';
  const maxBytes = most === '' ? DEFAULT_BYTES : bytesOf(most);
  return {
    folder: asked === '' ? path.join(userCache(env, platform), 'luohu') : path.resolve(asked),
    maxBytes: maxBytes ?? DEFAULT_BYTES,
    complaint: maxBytes === null ? cacheMessages.notASize(most, DEFAULT_BYTES) : null,
  };
}

function userCache(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (platform === 'win32') return env['LOCALAPPDATA'] || path.join(os.homedir(), 'AppData', 'Local');
  // a relative path there is to be ignored (XDG Base Directory Specification 0.8)
  const xdg = env['XDG_CACHE_HOME'] ?? '';
  return path.isAbsolute(xdg) ? xdg : path.join(os.homedir(), '.cache');
}

function bytesOf(text: string): number | null {
  const [, digits, unit] = /^(\d+(?:\.\d+)?)\s*([KMGT]?)B?$/i.exec(text.trim()) ?? [];
  return digits === undefined ? null : Math.floor(Number(digits) * units[unit.toUpperCase() as keyof typeof units]);
}
