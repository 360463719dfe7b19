import { createHash } from 'node:crypto';
import { text } from '../../language/language.ts';
import { columnsByPopulation } from '../../people/column/all.ts';
import type { Column, Place, PopulationName, View } from '../../people/column/column.ts';
import { openParquet, type ParquetColumn } from '../parquet-file.ts';
import { presence, rowsOf } from './live.ts';

/** Rows of a group: what is held at a time, and what a reader takes at once. */
const GROUP_ROWS = 100_000;

type ParquetType = ParquetColumn['type'];

const types: Readonly<Record<Column['type'], ParquetType>> = {
  identity: 'INT64',
  code: 'STRING',
  flag: 'BOOLEAN',
  whole: 'INT32',
  number: 'DOUBLE',
};

/** What every file of microdata has before its own columns. */
export const leadingColumns = [
  {
    name: 'replicate',
    type: 'whole',
    label: text('重复', 'Replicate'),
    definition: text('第几次重复，从 0 数起', 'Number of the replicate, from 0'),
  },
  {
    name: 'weight',
    type: 'number',
    label: text('权数', 'Weight'),
    definition: text(
      '一行代表多少个人、户或事件；全部家庭为 1，抽样为其倒数',
      'How many persons, households or events a row stands for: 1 of all households, of a sample one over its share',
    ),
  },
] as const;

/** The columns of a file of microdata, as Parquet has them. */
export const parquetColumns = (population: PopulationName): readonly Omit<ParquetColumn, 'data'>[] => [
  ...leadingColumns.map(({ name, type }) => ({ name, type: types[type] })),
  ...columnsByPopulation[population].map(({ name, type, gaps }) => ({ name, type: types[type], gaps })),
];

/** Rows of one population of one replicate: written to a file, or only hashed where there is none. */
export interface MicrodataWriter {
  /** Adds everybody of a year end. */
  readonly add: (view: View) => void;
  readonly finish: () => { readonly rows: number; readonly sha256: string };
}

/**
 * @param file null to make the hash alone
 * @param metadata texts kept in the file
 */
export function microdataWriter(
  file: string | null,
  population: PopulationName,
  { replicate, weight }: { readonly replicate: number; readonly weight: number },
  metadata: Readonly<Record<string, string>>,
): MicrodataWriter {
  const columns = columnsByPopulation[population];
  const parquet = file === null ? null : openParquet(file, parquetColumns(population), metadata);
  const hash = createHash('sha256');
  const group = new Int32Array(GROUP_ROWS);
  // of one column at a time
  const [room, wholeRoom] = [new Float64Array(GROUP_ROWS), new Int32Array(GROUP_ROWS)];
  let written = 0;

  return {
    add(view) {
      const readers = columns.map((column) => column.open(view));
      const names = columns.map((column) => column.labels(view.place).map(({ name }) => name));
      const isThere = presence(view, population);
      const rows = rowsOf(view, population);
      let held = 0;
      const write = (): void => {
        if (held === 0) return;
        const data: ParquetColumn['data'][] = [
          new Int32Array(held).fill(replicate),
          new Float64Array(held).fill(weight),
        ];
        columns.forEach((column, c) => {
          const values = room.subarray(0, held);
          const read = readers[c];
          for (let n = 0; n < held; n++) values[n] = read(group[n]);
          hash.update(bytesOf(values, column, wholeRoom));
          if (parquet !== null) data.push(dataOf(values, column, names[c]));
        });
        parquet?.write(data);
        written += held;
        held = 0;
      };
      for (let row = 0; row < rows; row++) {
        if (!isThere(row)) continue;
        group[held++] = row;
        if (held === GROUP_ROWS) write();
      }
      write();
    },
    finish() {
      parquet?.finish();
      return { rows: written, sha256: hash.digest('hex') };
    },
  };
}

/** Gaps in hashed whole numbers. */
const NOTHING = -(2 ** 31);

/** The values as bytes that are the same everywhere: of identities and measures doubles, of all else whole numbers of 32 bits. */
function bytesOf(values: Float64Array, { type }: Column, room: Int32Array): Uint8Array {
  if (type === 'identity' || type === 'number') return bytesIn(values);
  const whole = room.subarray(0, values.length);
  for (let n = 0; n < values.length; n++) whole[n] = Number.isNaN(values[n]) ? NOTHING : values[n];
  return bytesIn(whole);
}

const bytesIn = ({ buffer, byteOffset, byteLength }: Float64Array | Int32Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** The values as the file has them. Loops written out: `from` with a function takes five times as long. */
function dataOf(values: Float64Array, { type, gaps }: Column, names: readonly string[]): ParquetColumn['data'] {
  const rows = values.length;
  switch (type) {
    case 'identity': {
      if (!gaps) {
        const whole = new BigInt64Array(rows);
        for (let n = 0; n < rows; n++) whole[n] = BigInt(values[n]);
        return whole;
      }
      return listOf(values, (value) => (Number.isNaN(value) ? null : BigInt(value)));
    }
    case 'code':
      return listOf(values, (value) => (Number.isNaN(value) ? null : names[value]));
    case 'flag':
      return listOf(values, (value) => value === 1);
    case 'whole':
      return gaps ? listOf(values, (value) => (Number.isNaN(value) ? null : value)) : new Int32Array(values);
    case 'number':
      return values.slice();
  }
}

function listOf<T>(values: Float64Array, of: (value: number) => T): T[] {
  const list = new Array<T>(values.length);
  for (let n = 0; n < values.length; n++) list[n] = of(values[n]);
  return list;
}

/** What a file of microdata tells of itself: of every column name, definition, unit and categories, in both languages. */
export function microdataMetadata(
  population: PopulationName,
  place: Place,
  about: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> {
  const own = columnsByPopulation[population].map(({ name, label, definition, type, unit, labels }) => ({
    name,
    label,
    definition,
    type,
    unit,
    ...(type === 'code' ? { categories: labels(place) } : {}),
  }));
  const columns = [...leadingColumns.map((column) => ({ ...column, unit: null })), ...own];
  const { areas, routes } = place;
  return {
    luohu: JSON.stringify({
      ...about,
      population,
      columns,
      areas: areas.map(({ code, name, central }) => ({ code, name, central })),
      routes: routes.map(({ name, document, clause, called }) => ({ name, document, clause, called })),
    }),
  };
}
