import { indicatorNames } from '../../indicator/indicators.ts';
import type { ReplicateResult } from '../../indicator/result.ts';
import type { ObservedValue } from '../../scenario/load-observations.ts';
import { type Summary, summarize } from '../summary.ts';

/** A published figure of the nation or a province beside what was simulated there in that year. */
export interface CountedRow {
  /** `city` for the whole, or the code of a province. */
  readonly area: string;
  readonly year: number;
  readonly indicator: string;
  readonly counted: number;
  readonly source: string;
  readonly confidence: string;
  readonly simulated: Summary;
  /** Whether the figure lies between the 5 and the 95 % quantile of the replicates. */
  readonly inside: boolean;
}

type Value = (indicator: string) => number;

/** Figures that are published of nations and provinces, as they follow from indicators of the year (`v`) and the year before. */
const compared: Readonly<Record<string, (v: Value, before: Value) => number>> = {
  resident_population: (v) => v('resident_population'),
  urban_resident_population: (v) => v('urban_resident_population'),
  resident_urbanization_rate: (v) => v('resident_urbanization_rate'),
  registered_population: (v) => v('registered_population'),
  registered_urbanization_rate: (v) => v('registered_urbanization_rate'),
  births: (v) => v('births'),
  deaths: (v) => v('deaths'),
  birth_rate: (v, before) => perMille(v('births'), v, before),
  death_rate: (v, before) => perMille(v('deaths'), v, before),
};

/** Per mille of the mean of two year ends. */
const perMille = (events: number, v: Value, before: Value): number =>
  (2000 * events) / (v('resident_population') + before('resident_population'));

/**
 * Published figures of the simulated years beside the run, the base year left out: what a base population was built to it reproduces, and
 * that is no test of it. Of several figures of one thing and year the one first listed counts.
 * @param results of a nation or a province, as `joinPlaces` gives them
 */
export function countedBeside(results: readonly ReplicateResult[], observed: readonly ObservedValue[]): CountedRow[] {
  const { years, areas } = results[0];
  const index = new Map(indicatorNames.map((name, i) => [name, i]));
  const valueAt =
    ({ values }: ReplicateResult, y: number, a: number): Value =>
    (name) =>
      values[(y * areas.length + a) * indicatorNames.length + index.get(name)!] ?? Number.NaN;
  const seen = new Set<string>();
  return observed.flatMap(({ area, year, indicator, value, source, confidence }): CountedRow[] => {
    const [y, a] = [years.indexOf(year), areas.indexOf(area)];
    const of = Object.hasOwn(compared, indicator) ? compared[indicator] : undefined;
    const key = `${area} ${year} ${indicator}`;
    if (of === undefined || y < 1 || a < 0 || seen.has(key)) return [];
    const simulated = summarize(results.map((result) => of(valueAt(result, y, a), valueAt(result, y - 1, a))));
    if (simulated.replicates === 0) return [];
    seen.add(key);
    const inside = value >= simulated.p05 && value <= simulated.p95;
    return [{ area, year, indicator, counted: value, source, confidence, simulated, inside }];
  });
}
