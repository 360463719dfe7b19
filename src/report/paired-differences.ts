import { summarize } from '../result/summary.ts';
import type { IndicatorRow } from './chart-input.ts';
import type { CityReplicates } from './read/read-replicates.ts';
import type { RunTold } from './read/read-run.ts';

/** The distribution of a difference over replicates, with its standard error. */
export interface DifferenceRow extends IndicatorRow {
  readonly mcse: number;
}

/** What of a run tells which other runs it is paired with. */
type Paired = Pick<RunTold, 'manifest'>;

/** What runs of the same people and the same luck have in common: city, base year, seed, sample and version. */
export const pairing = ({ manifest: { scenario, options, package: made } }: Paired) =>
  ({
    city: scenario.city,
    baseYear: scenario.baseYear,
    seed: options.seed,
    sample: options.sample,
    version: made.version,
  }) as const;
export type Pairing = ReturnType<typeof pairing>;

/** What two runs do not have in common of what pairs need; nothing where their replicates are pairs. */
export const unpaired = (a: Pairing, b: Pairing): (keyof Pairing)[] =>
  (Object.keys(a) as (keyof Pairing)[]).filter((key) => a[key] !== b[key]);

/** Whether replicates of two runs have the same people and the same luck. */
export const arePaired = (a: Paired, b: Paired): boolean => unpaired(pairing(a), pairing(b)).length === 0;

/**
 * Differences of a run from the base run in every year both have, subtracted replicate by replicate and then summarised; flows
 * also added up since the base year, as `<indicator>.cumulative`. Null where replicates cannot be paired.
 * @param area whose replicates they are
 */
export function pairedDifferences(
  base: Pick<RunTold, 'manifest' | 'replicates'>,
  run: Pick<RunTold, 'manifest' | 'replicates'>,
  area = 'city',
): DifferenceRow[] | null {
  if (!arePaired(base, run)) return null;
  const [first, second] = [withCumulative(base.replicates), withCumulative(run.replicates)];
  const rows: DifferenceRow[] = [];
  for (const [indicator, values] of second) {
    const others = first.get(indicator);
    const replicates = [...values.keys()].filter((replicate) => others?.has(replicate)).sort((a, b) => a - b);
    if (others === undefined || replicates.length === 0) continue;
    const years = [...values.get(replicates[0])!.keys()].filter((year) => others.get(replicates[0])!.has(year));
    for (const year of years.sort((a, b) => a - b)) {
      const differences = replicates.map((r) => values.get(r)!.get(year)! - others.get(r)!.get(year)!);
      rows.push({ area, year, indicator, unit: '', ...summarize(differences) });
    }
  }
  return rows;
}

/** The replicates' values and, for persons who settled, their sums since the base year. */
export function withCumulative(replicates: CityReplicates): CityReplicates {
  const settled = replicates.get('settled_persons');
  if (settled === undefined) return replicates;
  const sums = new Map([...settled].map(([replicate, years]) => [replicate, runningSums(years)]));
  return new Map([...replicates, ['settled_persons.cumulative', sums]]);
}

/** Each year's sum of the values up to it. */
function runningSums(years: ReadonlyMap<number, number>): Map<number, number> {
  const sums = new Map<number, number>();
  let sum = 0;
  for (const [year, value] of [...years].sort(([a], [b]) => a - b)) {
    sum += value;
    sums.set(year, sum);
  }
  return sums;
}
