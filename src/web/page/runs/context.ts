import type { Language } from '../../../language/language.ts';
import type { RunsState } from '../../scene/runs-address.ts';
import type { RunsWords } from './words.ts';

/** What every part of the page of results is built from. */
export interface RunsContext {
  readonly lang: Language;
  readonly t: RunsWords;
  state(): RunsState;
  /** Changes the state, its address and what is shown. */
  set(patch: Partial<RunsState>): void;
}

/** A day and minute as a reader writes them, in the time of this machine. */
export function momentText(iso: string): string {
  const at = new Date(iso);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** Bytes as kB, MB or GB. */
export function sizeText(bytes: number): string {
  const [unit, size] = bytes >= 1e9 ? ['GB', 1e9] : bytes >= 1e6 ? ['MB', 1e6] : ['kB', 1e3];
  return `${(bytes / Number(size)).toPrecision(bytes / Number(size) < 100 ? 2 : 3)} ${unit}`;
}
