import type { DrawKey } from './draw.ts';
import { designKey } from './key.ts';

/** Key of what is spread over the replicates of a run, and the numbers that are given instead of drawn. */
export interface Design extends DrawKey {
  /** Standard normal numbers by name, of one replicate: what figures have told of it. */
  readonly given?: Readonly<Record<string, number>> | undefined;
  /** Whether what is not given stays in its middle. */
  readonly middle?: boolean | undefined;
}

/** The design of a scenario: drawn by its seed, save for what was given to this replicate. */
export const designOf = ({
  seed,
  given,
  uncertainty,
}: {
  readonly seed: string;
  readonly given?: Design['given'];
  readonly uncertainty: 'prior' | 'fixed';
}): Design => ({ ...designKey(seed), given, middle: uncertainty === 'fixed' });
