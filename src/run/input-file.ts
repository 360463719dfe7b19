import path from 'node:path';
import type { RecordingReader } from '../scenario/tables.ts';
import { sha256 } from './hash.ts';
import { packageRoot } from './package.ts';
import { isPlaceScenario } from './place-name.ts';

/** A file that was read, and what it held. */
export interface InputFile {
  /** Relative to the package where it lies inside it, with forward slashes. */
  readonly path: string;
  readonly sha256: string;
}

/** Record of a file read from an absolute place. */
export const inputFile = (place: string, text: string): InputFile => ({ path: shownPath(place), sha256: sha256(text) });

/** Records of the files of data/ that were read. */
export const dataFiles = ({ files }: RecordingReader): InputFile[] =>
  [...files].map(([name, text]) => inputFile(placeOf(`data/${name}`), text));

/** Path as the manifest writes it: relative to the package for files in it, with forward slashes on every system. */
export function shownPath(place: string): string {
  if (isPlaceScenario(place)) return place;
  const inside = path.relative(packageRoot, place);
  const shown = inside.startsWith('..') || path.isAbsolute(inside) ? place : inside;
  return shown.split(path.sep).join('/');
}

/** Absolute place of a path written in a manifest. */
export const placeOf = (shown: string): string => (isPlaceScenario(shown) ? shown : path.resolve(packageRoot, shown));

/** Absolute place of a path as a user wrote it. */
export const absolute = (given: string): string => (isPlaceScenario(given) ? given : path.resolve(given));
