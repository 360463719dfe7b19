import type { Inputs } from './load-inputs.ts';

/** Digits of the scenario hash in the name of the result folder. */
const HASH_DIGITS = 10;

/** Name of a run's folder: `<scenario>-<hash>`. */
export const folderName = ({ scenario, hash }: Pick<Inputs, 'scenario' | 'hash'>): string =>
  `${scenario.id}-${hash.slice(0, HASH_DIGITS)}`;
