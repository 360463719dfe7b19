import { summarize } from '../result/summary.ts';
import type { IndicatorRow } from './chart-input.ts';
import { pairing, unpaired } from './pairing.ts';
import type { CityReplicates } from './read/read-replicates.ts';
import type { RunTold } from './read/read-run.ts';

/** The distribution of a difference over replicates, with its standard error. */
export interface DifferenceRow extends IndicatorRow {
  readonly mcse: number;
}

/** Whether replicates of two runs have the same people and the same luck. */
export const arePaired = (a: RunTold, b: RunTold): boolean =>
  unpaired(pairing(a.manifest), pairing(b.manifest)).length === 0;

/** Differences of an indicator in a year, one a replicate, in the order of the replicates. */
interface DifferenceValues {
  readonly indicator: string;
  readonly year: number;
  readonly values: readonly number[];
}

/** Values of a run less those of the base run, replicate by replicate, in every year both have. */
export function differenceValues(base: CityReplicates, run: CityReplicates): DifferenceValues[] {
  return [...run].flatMap(([indicator, values]) => {
    const others = base.get(indicator);
    const replicates = [...values.keys()].filter((replicate) => others?.has(replicate)).sort((a, b) => a - b);
    if (others === undefined || replicates.length === 0) return [];
    const years = [...values.get(replicates[0])!.keys()].filter((year) => others.get(replicates[0])!.has(year));
    return years
      .sort((a, b) => a - b)
      .map((year) => ({
        indicator,
        year,
        values: replicates.map((r) => values.get(r)!.get(year)! - others.get(r)!.get(year)!),
      }));
  });
}

/**
 * Differences of a run from the base run in every year both have, subtracted replicate by replicate and then summarised; flows
 * also added up since the base year, as `<indicator>.cumulative`. Null where replicates cannot be paired.
 */
export function pairedDifferences(base: RunTold, run: RunTold): DifferenceRow[] | null {
  if (!arePaired(base, run)) return null;
  return differenceValues(withCumulative(base.replicates), withCumulative(run.replicates)).map(
    ({ indicator, year, values }) => ({ area: 'city', year, indicator, unit: '', ...summarize(values) }),
  );
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
