import { canonicalJson, sha256 } from '../hash.ts';
import type { Figure } from './figure.ts';

/** Hash of what figures say, wherever they are written. */
export const hashOfFigures = (figures: readonly Figure[]): string =>
  sha256(
    canonicalJson(
      figures
        .map(({ area, year, indicator, value, error }) => [area, year, indicator, value, error] as const)
        .sort((a, b) => (a.join() < b.join() ? -1 : 1)),
    ),
  );
