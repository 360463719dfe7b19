import type { Source } from './finding.ts';

/** What the command line says against the file. `from` is the base year, `to` the end year. */
export interface Overrides {
  readonly seed?: string;
  readonly replicates?: number;
  readonly from?: number;
  readonly to?: number;
  readonly without?: readonly string[];
  readonly definition?: string;
}

const optionOf: Readonly<Record<string, string>> = {
  seed: '--seed',
  replicates: '--replicates',
  baseYear: '--from',
  endYear: '--to',
  policy: '--without',
  definition: '--definition',
};

/** The options written as a scenario file, so that the same rules read them; places are the names of the options. */
export function commandLineSource({ seed, replicates, from, to, without, definition }: Overrides): Source {
  const said = { seed, replicates, baseYear: from, endYear: to, policy: without && { without }, definition };
  return {
    value: Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
    place: ([key]) => ({ path: optionOf[String(key)] ?? String(key) }),
  };
}
