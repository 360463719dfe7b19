import type { ReplicateResult } from '../../indicator/result.ts';
import type { Target } from '../hindcast/targets.ts';
import { residents, type TargetKind, targetKinds, targetScales } from './target-kinds.ts';

/** A figure to fit: one kind in one area, as observed, on the scale of its kind. */
export interface FittedTarget {
  readonly kind: TargetKind;
  /** Six-digit code of an area; `code+code` where only their sum can be compared. */
  readonly area: string;
  readonly year: number;
  readonly observed: number;
  readonly source: string;
}

/** The targets of one prefecture that are fitted, by area; the city's own are left out, because they are the sum of its areas. */
export function fittedTargets(targets: readonly Target[]): FittedTarget[] {
  const persons = new Map(
    targets.filter(({ indicator }) => indicator === residents).map(({ area, value }) => [area, value]),
  );
  return targets.flatMap(({ indicator, area, year, value, source }) => {
    const kind = targetKinds.find((each) => each.indicator === indicator);
    const all = persons.get(area);
    if (kind === undefined || all === undefined || area === 'city') return [];
    const count = kind.scale === 'points' ? (value * all) / 100 : value;
    return [{ kind, area, year, observed: targetScales[kind.scale](count, all), source }];
  });
}

/** The same figures in one replicate, on their scales. */
export function measured(targets: readonly FittedTarget[], result: ReplicateResult): number[] {
  const personsOf = (indicator: string, area: string, year: number): number =>
    area.split('+').reduce((sum, code) => {
      const row = result.years.indexOf(year) * result.areas.length + result.areas.indexOf(code);
      return sum + result.values[row * result.indicators.length + result.indicators.indexOf(indicator)]!;
    }, 0);
  return targets.map(({ kind, area, year }) =>
    targetScales[kind.scale](personsOf(kind.persons, area, year), personsOf(residents, area, year)),
  );
}
