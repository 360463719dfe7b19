import { allocateMemory } from './shared-memory.ts';

/**
 * Struct-of-arrays storage: a table is a set of typed arrays ("columns") cut from one shared buffer.
 *
 * The buffer starts with a header of eight 32-bit words: magic, version, signature of the column list, rows, capacity.
 * A worker adopts a buffer only after the header matches (`adoptTable`), so that a stale or foreign buffer cannot be read.
 */
const MAGIC = 0x4c554f48; // "LUOH"
const VERSION = 1;
const HEADER_BYTES = 64;

type ColumnArray =
  | Uint8Array<ArrayBufferLike>
  | Int16Array<ArrayBufferLike>
  | Uint16Array<ArrayBufferLike>
  | Int32Array<ArrayBufferLike>
  | Uint32Array<ArrayBufferLike>
  | Float32Array<ArrayBufferLike>;

interface ArrayTypes {
  u8: Uint8Array<ArrayBufferLike>;
  i16: Int16Array<ArrayBufferLike>;
  u16: Uint16Array<ArrayBufferLike>;
  i32: Int32Array<ArrayBufferLike>;
  u32: Uint32Array<ArrayBufferLike>;
  f32: Float32Array<ArrayBufferLike>;
}

const constructors = {
  u8: Uint8Array,
  i16: Int16Array,
  u16: Uint16Array,
  i32: Int32Array,
  u32: Uint32Array,
  f32: Float32Array,
} as const;

/** One column: array type, unit (or the code object it holds) and meaning. */
export interface ColumnSpec {
  readonly type: keyof ArrayTypes;
  readonly unit: string;
  readonly meaning: string;
}

export type TableSpec = Readonly<Record<string, ColumnSpec>>;

export type Columns<S extends TableSpec> = { readonly [K in keyof S]: ArrayTypes[S[K]['type']] };

/** A table: its columns (each `capacity` long), the rows in use and the buffer everything lives in. */
export interface Table<S extends TableSpec> {
  readonly spec: S;
  readonly columns: Columns<S>;
  readonly capacity: number;
  readonly buffer: SharedArrayBuffer | ArrayBuffer;
  rows: number;
}

/** Bytes one row takes over all columns. */
export function bytesPerRow(spec: TableSpec): number {
  return Object.values(spec).reduce((sum, column) => sum + constructors[column.type].BYTES_PER_ELEMENT, 0);
}

/** An empty table of the given capacity over one new shared buffer. */
export function allocateTable<S extends TableSpec>(spec: S, capacity: number): Table<S> {
  const buffer = allocateMemory(tableBytes(spec, capacity));
  const header = new Uint32Array(buffer, 0, HEADER_BYTES / 4);
  header.set([MAGIC, VERSION, signature(spec), 0, capacity]);
  return tableOver(spec, buffer, capacity, 0);
}

function tableOver<S extends TableSpec>(
  spec: S,
  buffer: SharedArrayBuffer | ArrayBuffer,
  capacity: number,
  rows: number,
): Table<S> {
  return { spec, columns: cut(spec, buffer, capacity), capacity, buffer, rows };
}

/** Records the row count in the header, so that an adopting thread sees it. */
export function sealTable<S extends TableSpec>(table: Table<S>): Table<S> {
  new Uint32Array(table.buffer, 0, HEADER_BYTES / 4)[3] = table.rows;
  return table;
}

/** The table in a buffer filled elsewhere. Throws when magic, version or column list differ. */
export function adoptTable<S extends TableSpec>(spec: S, buffer: SharedArrayBuffer | ArrayBuffer): Table<S> {
  const header = new Uint32Array(buffer, 0, HEADER_BYTES / 4);
  if (header[0] !== MAGIC) throw new Error('not a luohu table');
  if (header[1] !== VERSION) throw new Error(`table version ${header[1]}, expected ${VERSION}`);
  if (header[2] !== signature(spec)) throw new Error('table has other columns than expected');
  return tableOver(spec, buffer, header[4], header[3]);
}

/** Copies the used rows of every column into a table of (at least) the same capacity: one memory copy a column. */
export function copyRows<S extends TableSpec>(from: Table<S>, to: Table<S>): void {
  if (to.capacity < from.rows) throw new Error(`capacity ${to.capacity} below ${from.rows} rows`);
  for (const name of Object.keys(from.spec) as (keyof S)[]) {
    (to.columns[name] as Uint8Array).set((from.columns[name] as Uint8Array).subarray(0, from.rows));
  }
  to.rows = from.rows;
}

/** Bytes of the whole buffer of a table. */
function tableBytes(spec: TableSpec, capacity: number): number {
  let bytes = HEADER_BYTES;
  for (const column of Object.values(spec)) bytes += align(capacity * constructors[column.type].BYTES_PER_ELEMENT);
  return bytes;
}

function cut<S extends TableSpec>(spec: S, buffer: SharedArrayBuffer | ArrayBuffer, capacity: number): Columns<S> {
  let offset = HEADER_BYTES;
  const columns = Object.entries(spec).map(([name, { type }]): readonly [string, ColumnArray] => {
    const Type = constructors[type];
    const column = new Type(buffer as ArrayBuffer, offset, capacity);
    offset += align(capacity * Type.BYTES_PER_ELEMENT);
    return [name, column];
  });
  return Object.fromEntries(columns) as Columns<S>;
}

const align = (bytes: number): number => Math.ceil(bytes / 64) * 64;

function signature(spec: TableSpec): number {
  let hash = 0x811c9dc5;
  for (const [name, column] of Object.entries(spec)) {
    for (const character of `${name}:${column.type};`) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  }
  return hash >>> 0;
}
