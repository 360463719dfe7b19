import type { Entry } from '../indicator/indicators.ts';
import type { ReplicateResult } from '../indicator/result.ts';
import type { Localized } from '../language/language.ts';
import { openParquet } from '../run/parquet-file.ts';
import { inReplicateOrder } from './merge.ts';

/** Rows of the first row group and of each that follows: a reader learns the columns from a small one. */
const FIRST_ROWS = 1000;
const GROUP_ROWS = 100_000;

/** Columns of rows that are not written yet. */
interface Rows {
  readonly replicate: number[];
  readonly area: string[];
  readonly year: number[];
  readonly indicator: string[];
  readonly value: number[];
}

const noRows = (): Rows => ({ replicate: [], area: [], year: [], indicator: [], value: [] });

/** What the file says of itself, as texts of its metadata: JSON by key. */
interface Described {
  readonly scenario: { readonly id: string; readonly title: Localized };
  readonly areas: readonly { readonly code: string; readonly name: Localized }[];
  readonly entries: readonly Entry[];
}

/**
 * Names, units and definitions of the indicators and the names of the areas, as key-value metadata of the file: `luohu.scenario`,
 * `luohu.areas`, `luohu.indicators`, each one JSON text.
 */
const metadataOf = ({ scenario, areas, entries }: Described, written: ReadonlySet<string>): Record<string, string> => ({
  'luohu.scenario': JSON.stringify({ id: scenario.id, title: scenario.title }),
  'luohu.areas': JSON.stringify(Object.fromEntries(areas.map(({ code, name }) => [code, name]))),
  'luohu.indicators': JSON.stringify(
    Object.fromEntries(
      entries
        .filter(({ name }) => written.has(name))
        .map(({ name, label, unit, kind, definition }) => [name, { name: label, unit, kind, definition }]),
    ),
  ),
});

/**
 * Writes every defined number of every replicate as one row: scenario, replicate, area, year, indicator, value. Row groups are
 * written as they fill, so that the memory it takes does not grow with the number of replicates.
 */
export function writeReplicates(file: string, described: Described, results: readonly ReplicateResult[]): void {
  const scenario = described.scenario.id;
  const written = new Set(results.flatMap(({ indicators }) => indicators));
  const parquet = openParquet(file, columns, metadataOf(described, written));
  let rows = noRows();
  let room = FIRST_ROWS;
  const write = () => {
    const { replicate, area, year, indicator, value } = rows;
    parquet.write([value.map(() => scenario), replicate, area, year, indicator, value]);
    rows = noRows();
    room = GROUP_ROWS;
  };
  for (const { replicate, areas, years, indicators, values } of inReplicateOrder(results)) {
    values.forEach((value, cell) => {
      if (Number.isNaN(value)) return;
      const place = Math.floor(cell / indicators.length);
      rows.replicate.push(replicate);
      rows.area.push(areas[place % areas.length]);
      rows.year.push(years[Math.floor(place / areas.length)]);
      rows.indicator.push(indicators[cell % indicators.length]);
      rows.value.push(value);
      if (rows.value.length === room) write();
    });
  }
  if (rows.value.length > 0) write();
  parquet.finish();
}

const columns = [
  { name: 'scenario', type: 'STRING' },
  { name: 'replicate', type: 'INT32' },
  { name: 'area', type: 'STRING' },
  { name: 'year', type: 'INT32' },
  { name: 'indicator', type: 'STRING' },
  { name: 'value', type: 'DOUBLE' },
] as const;
