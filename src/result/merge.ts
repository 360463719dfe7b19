import type { IndicatorUnit } from '../indicator/indicators.ts';
import { unitOf } from '../indicator/indicators.ts';
import type { ReplicateResult } from '../indicator/result.ts';
import type { Localized } from '../language/language.ts';
import { type Summary, summarize } from './summary.ts';

/** One line of indicators.csv. */
export interface IndicatorRow extends Summary {
  /** `city`, or the code of an area. */
  readonly area: string;
  readonly year: number;
  readonly indicator: string;
  readonly unit: IndicatorUnit;
}

/** One line of settlements.csv: persons who settled in a year, by the clause that let them. */
export interface SettlementRow {
  readonly year: number;
  readonly area: string;
  readonly route: string;
  readonly document: string;
  readonly clause: string;
  /** The name its document gives the route, where it is not one of the field's words. */
  readonly called?: Localized | undefined;
  readonly persons_mean: number;
  readonly persons_mcse: number;
}

/** Results in replicate order, whatever order they arrived in. Throws when they are not replicates of one run. */
export function inReplicateOrder(results: readonly ReplicateResult[]): readonly ReplicateResult[] {
  const ordered = [...results].sort((a, b) => a.replicate - b.replicate);
  const shape = (result: ReplicateResult) =>
    JSON.stringify([result.indicators, result.years, result.areas, result.routes, result.values.length]);
  const first = ordered[0];
  if (first === undefined) throw new Error('no replicate to merge');
  if (ordered.some((result) => shape(result) !== shape(first))) throw new Error('replicates of different shape');
  return ordered;
}

/** Summary of every number over replicates; numbers defined in no replicate are left out. By area, year and indicator. */
export function mergeIndicators(results: readonly ReplicateResult[]): IndicatorRow[] {
  const ordered = inReplicateOrder(results);
  const { areas, years, indicators } = ordered[0];
  const rows: IndicatorRow[] = [];
  areas.forEach((area, a) => {
    years.forEach((year, y) => {
      indicators.forEach((indicator, i) => {
        const cell = (y * areas.length + a) * indicators.length + i;
        const summary = summarize(ordered.map((result) => result.values[cell]));
        if (summary.replicates > 0) rows.push({ area, year, indicator, unit: unitOf(indicator), ...summary });
      });
    });
  });
  return rows;
}

/**
 * Mean settled persons by year, area, route and clause; what nobody took in any replicate is left out. One clause may open a
 * route in several forms (other relatives for other people): they are added up within each replicate.
 */
export function mergeSettlements(results: readonly ReplicateResult[]): SettlementRow[] {
  const ordered = inReplicateOrder(results);
  const { areas, years, routes } = ordered[0];
  const rows: SettlementRow[] = [];
  years.forEach((year, y) => {
    areas.forEach((area, a) => {
      const first = (y * areas.length + a) * routes.length;
      for (const forms of sameClause(routes)) {
        const persons = summarize(
          ordered.map(({ settlements }) => forms.reduce((sum, r) => sum + settlements[first + r], 0)),
        );
        if (!(persons.mean > 0)) continue;
        const { name, document, clause, called } = routes[forms[0]];
        rows.push({
          year,
          area,
          route: name,
          document,
          clause,
          called,
          persons_mean: persons.mean,
          persons_mcse: persons.mcse,
        });
      }
    });
  });
  return rows;
}

/** Indices of routes grouped by name, document and clause, in the order of their first form. */
function sameClause(routes: ReplicateResult['routes']): number[][] {
  const groups = new Map<string, number[]>();
  routes.forEach(({ name, document, clause }, r) => {
    const key = `${document}:${clause} ${name}`;
    groups.set(key, [...(groups.get(key) ?? []), r]);
  });
  return [...groups.values()];
}
