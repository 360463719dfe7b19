import type { Columns, Table, TableSpec } from '../../../src/population/columns.ts';

/** Bytes read from and written to columns. */
export interface Accesses {
  read: number;
  written: number;
}

/**
 * The same table with columns that count: every element read or written adds its bytes, however often it is touched. Methods of
 * typed arrays (fill, set, subarray) reach the elements uncounted.
 */
export function countAccesses<S extends TableSpec>(table: Table<S>, accesses: Accesses): Table<S> {
  const counted = Object.entries(table.columns).map(([name, column]) => {
    const bytes = column.BYTES_PER_ELEMENT;
    const proxy = new Proxy(column, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key, target);
        if (typeof value === 'function') return value.bind(target);
        if (isElement(key)) accesses.read += bytes;
        return value;
      },
      set(target, key, value) {
        if (isElement(key)) accesses.written += bytes;
        return Reflect.set(target, key, value, target);
      },
    });
    return [name, proxy];
  });
  const columns = Object.fromEntries(counted) as Columns<S>;
  return new Proxy(table, { get: (target, key) => (key === 'columns' ? columns : Reflect.get(target, key)) });
}

const isElement = (key: string | symbol): boolean => typeof key === 'string' && key.charCodeAt(0) < 58; // begins with a digit
