import type { Language, Localized } from '../../language/language.ts';
import type { ChartInput, IndicatorRow } from '../chart-input.ts';
import type { ChartSpec } from '../head.ts';

/** Everything the page's program draws from; it stands in the page as JSON. */
export interface PageData {
  readonly lang: Language;
  readonly runs: readonly PageRun[];
  /** For each run but the first: differences from the first, or null where they cannot be paired. Absent for one run. */
  readonly differences?: readonly (PackedRows | null)[];
}

interface PageRun {
  readonly name: Localized;
  readonly input: Omit<ChartInput, 'indicators'>;
  readonly indicators: PackedRows;
  /** Charts made elsewhere, by the name of their figure. */
  readonly extras: Readonly<Record<string, Readonly<Record<Language, ChartSpec>>>>;
}

/** Rows of indicators by area and name: the years, and each statistic as a list over them. */
type PackedRows = readonly {
  readonly area: string;
  readonly indicator: string;
  readonly unit: string;
  readonly years: readonly number[];
  readonly statistics: readonly (readonly (number | null)[])[];
}[];

const statistics = ['mean', 'p05', 'p25', 'p50', 'p75', 'p95'] as const;

/** Rows as the page holds them: without repeating names, every digit kept. */
export function packRows(rows: readonly IndicatorRow[]): PackedRows {
  const series = new Map<string, IndicatorRow[]>();
  for (const row of rows) {
    const key = `${row.area} ${row.indicator}`;
    const found = series.get(key);
    if (found) found.push(row);
    else series.set(key, [row]);
  }
  return [...series.values()].map((all) => ({
    area: all[0].area,
    indicator: all[0].indicator,
    unit: all[0].unit,
    years: all.map(({ year }) => year),
    statistics: statistics.map((name) => all.map((row) => (Number.isFinite(row[name]) ? row[name] : null))),
  }));
}

/** The rows again. */
export const unpackRows = (packed: PackedRows): IndicatorRow[] =>
  packed.flatMap(({ area, indicator, unit, years, statistics: values }) =>
    years.map((year, i) => {
      const [mean, p05, p25, p50, p75, p95] = values.map((list) => list[i] ?? Number.NaN) as [
        number,
        number,
        number,
        number,
        number,
        number,
      ];
      return { area, year, indicator, unit, mean, p05, p25, p50, p75, p95 };
    }),
  );

/** The tables of a run as charts read them. */
export const inputOf = (run: PageRun): ChartInput => ({ ...run.input, indicators: unpackRows(run.indicators) });
