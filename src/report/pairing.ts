/** What runs of the same people and the same luck have in common. */
export interface Pairing {
  readonly city: string;
  readonly baseYear: number;
  readonly seed: string;
  readonly sample: number;
  readonly version: string;
}

/** What of a manifest tells which other runs its run is paired with. */
interface PairedRun {
  readonly scenario: { readonly city: string; readonly baseYear: number };
  readonly options: { readonly seed: string; readonly sample: number };
  readonly package: { readonly version: string };
}

export const pairing = ({ scenario, options, package: made }: PairedRun): Pairing => ({
  city: scenario.city,
  baseYear: scenario.baseYear,
  seed: options.seed,
  sample: options.sample,
  version: made.version,
});

/** What two runs do not have in common of what pairs need; nothing where their replicates are pairs. */
export const unpaired = (a: Pairing, b: Pairing): (keyof Pairing)[] =>
  (Object.keys(a) as (keyof Pairing)[]).filter((key) => a[key] !== b[key]);
