import type { Language, Localized } from '../../language/language.ts';
import type { ChartInput, IndicatorRow, Outlines, SettlementRow } from '../chart-input.ts';
import type { ChartSpec } from '../head.ts';
import type { PackedTable } from './own-table.ts';

/** Everything the page's program draws from; it stands in the page as JSON. */
export interface PageData {
  readonly lang: Language;
  /** Area and year the page opens with, where the address names no others. */
  readonly opened?: { readonly area?: string; readonly year?: number };
  readonly runs: readonly PageRun[];
  /** Base maps, each once however many runs and charts are drawn on it. */
  readonly outlines: readonly Outlines[];
  /** For each run but the first: differences from the first, or null where they cannot be paired. Absent for one run. */
  readonly differences?: readonly (PackedRows | null)[];
}

interface PageRun {
  readonly name: Localized;
  readonly input: Omit<ChartInput, 'indicators' | 'settlements' | 'outlines'>;
  readonly indicators: PackedRows;
  readonly settlements: PackedSettlements;
  /** Tables of one's own. */
  readonly tables: readonly PackedTable[];
  /** Which of the base maps it is drawn on; null without a map. */
  readonly outlines: number | null;
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

/** Rows of settlements by area and route: the years, and the persons of each. */
type PackedSettlements = readonly (Omit<SettlementRow, 'year' | 'persons_mean'> & {
  readonly years: readonly number[];
  readonly persons: readonly number[];
})[];

const statistics = ['mean', 'p05', 'p25', 'p50', 'p75', 'p95'] as const;

/**
 * Rows as the page holds them: without repeating names.
 * @param digits significant digits kept; all of them without it
 */
export function packRows(rows: readonly IndicatorRow[], digits?: number): PackedRows {
  const kept = (value: number): number => (digits === undefined ? value : Number(value.toPrecision(digits)));
  return grouped(rows, (row) => `${row.area} ${row.indicator}`).map((all) => ({
    area: all[0].area,
    indicator: all[0].indicator,
    unit: all[0].unit,
    years: all.map(({ year }) => year),
    statistics: statistics.map((name) => all.map((row) => (Number.isFinite(row[name]) ? kept(row[name]) : null))),
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

/** Settlements as the page holds them. */
export const packSettlements = (rows: readonly SettlementRow[]): PackedSettlements =>
  grouped(rows, ({ area, route, document, clause }) => [area, route, document, clause].join('\n')).map((all) => {
    const [{ area, route, document, clause, called }] = all;
    const persons = all.map(({ persons_mean: mean }) => mean);
    return { area, route, document, clause, called, years: all.map(({ year }) => year), persons };
  });

/** The settlements again. */
const unpackSettlements = (packed: PackedSettlements): SettlementRow[] =>
  packed.flatMap(({ years, persons, ...row }) => years.map((year, i) => ({ ...row, year, persons_mean: persons[i] })));

/** Rows of one key together, in the order their keys are first met. */
function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const found = groups.get(keyOf(row));
    if (found) found.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return [...groups.values()];
}

/** The tables of a run as charts read them. */
export const inputOf = (run: PageRun, outlines: readonly Outlines[]): ChartInput => ({
  ...run.input,
  indicators: unpackRows(run.indicators),
  settlements: unpackSettlements(run.settlements),
  ...(run.outlines === null ? {} : { outlines: outlines[run.outlines] }),
});
