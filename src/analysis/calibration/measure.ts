import type { Asked } from '../../indicator/asked.ts';
import type { ReplicateResult } from '../../indicator/result.ts';
import { readForTarget, targetValue } from '../hindcast/target-value.ts';
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
    return [{ kind, area, year, observed: targetScales[kind.scale](value, all), source }];
  });
}

/** What has to be measured of a replicate for them. */
export const askedFor = (targets: readonly FittedTarget[]): Asked[] =>
  targets.map(({ kind: { indicator }, year }) => ({
    indicators: [...readForTarget(indicator), residents],
    from: year,
    to: year,
  }));

/** The same figures in one replicate, on their scales. */
export const measured = (targets: readonly FittedTarget[], result: ReplicateResult): number[] =>
  targets.map(({ kind: { indicator, scale }, area, year }) =>
    targetScales[scale](
      targetValue({ indicator, area, year }, result),
      targetValue({ indicator: residents, area, year }, result),
    ),
  );
