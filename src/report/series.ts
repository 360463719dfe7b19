import type { ChartInput, IndicatorRow } from './chart-input.ts';

/** Rows of one indicator in one area, in order of years; years without a finite value are left out. */
export function series(input: ChartInput, indicator: string, area = 'city'): IndicatorRow[] {
  return input.indicators
    .filter((row) => row.indicator === indicator && row.area === area)
    .filter((row) => [row.mean, row.p05, row.p25, row.p75, row.p95].every(Number.isFinite))
    .sort((a, b) => a.year - b.year);
}

/**
 * A series of yearly flows. A run starts from a stock, so nothing has flowed yet in the base year: that year is left out
 * unless something is reported for it. Of a region it always is: some of its places began earlier, and theirs alone would be shown.
 */
export function flowSeries(input: ChartInput, indicator: string): IndicatorRow[] {
  const isRegion = (input.parts ?? 'counties') !== 'counties';
  return series(input, indicator).filter((row) => row.year > input.scenario.baseYear || (!isRegion && row.p95 !== 0));
}
