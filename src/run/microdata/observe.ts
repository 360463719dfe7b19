import { createHash, randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, renameSync } from 'node:fs';
import path from 'node:path';
import type { ReplicateResult } from '../../indicator/result.ts';
import { type Place, type PopulationName, populations } from '../../people/column/column.ts';
import { type Table, tablesFor } from '../../people/table/compile-table.ts';
import { type TableCounter, tableCounter } from '../../people/table/count-table.ts';
import { routeTold } from '../../policy/words.ts';
import type { State } from '../../process/state.ts';
import type { Observe } from '../job.ts';
import { partName } from './choice.ts';
import { type LivePeople, livePeople, sourceOf } from './live.ts';
import { type MicrodataWriter, microdataMetadata, microdataWriter } from './write-year.ts';

/** What looks on at a replicate; null where nobody asked for tables or people. */
export const observer: Observe = (context, replicate) => {
  const { scenario, microdata, weight } = context;
  const writes = microdata?.only.includes(replicate) ? microdata : null;
  if (scenario.tables === undefined && writes === null) return null;
  // of its own, because a machine whose lease ended may still be at the same replicate; begins with a dot as all that is being written
  const own = randomUUID();
  const unfinished = (population: PopulationName): string => `.${partName(replicate, population)}.${own}`;
  let state: State;
  let people: LivePeople;
  let tables: readonly { readonly table: Table; readonly counter: TableCounter }[] = [];
  let writers: readonly MicrodataWriter[] = [];
  /** Values of the tables by year end. */
  const years: Float64Array[][] = [];

  function yearEnd(withEvents: boolean): void {
    const view = people.look(state.year, withEvents);
    for (const { table, counter } of tables) counter.count(state.year, sourceOf(view, table.population));
    years.push(tables.map(({ counter }) => counter.values.slice()));
    populations.forEach((population, p) => {
      if (population === 'events' ? withEvents : writes?.years.includes(state.year)) writers[p]?.add(view);
    });
    people.turn();
  }

  return {
    onBegin(begun, workspace) {
      state = begun;
      const place = placeOf(begun);
      people = livePeople(workspace, begun.ledger, place);
      tables = tablesFor(scenario.tables ?? {}, place).map((table) => ({
        table,
        counter: tableCounter(table, place.areas.length, weight),
      }));
      writers =
        writes === null
          ? []
          : populations.map((population) =>
              microdataWriter(
                writes.folder === null ? null : path.join(writes.folder, unfinished(population)),
                population,
                { replicate, weight },
                microdataMetadata(population, place, {}),
              ),
            );
      yearEnd(false);
    },
    onYearEnd: () => yearEnd(true),
    finish(result) {
      const counted = withCells(
        result,
        tables.flatMap(({ counter }) => counter.names),
        years,
      );
      if (writes === null) return counted;
      const { folder } = writes;
      const parts = populations.map((population, p) => {
        const written = writers[p].finish();
        if (folder === null) return [population, written] as const;
        const file = keepFile(
          path.join(folder, unfinished(population)),
          path.join(folder, partName(replicate, population)),
        );
        return [population, { ...written, file }] as const;
      });
      return { ...counted, microdata: Object.fromEntries(parts) };
    },
  };
};

/** Sees a file through to the disk and gives it its name. @returns SHA-256 of its bytes */
function keepFile(from: string, to: string): string {
  const hash = createHash('sha256');
  const piece = new Uint8Array(1 << 20);
  const file = openSync(from, 'r+');
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) hash.update(piece.subarray(0, read));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(from, to);
  return hash.digest('hex');
}

const placeOf = ({ city, law }: State): Place => ({
  areas: city.areas,
  routes: law.routes.map(routeTold),
  checked: true,
});

/** A result with the cells of tables behind its indicators. */
function withCells(
  result: ReplicateResult,
  names: readonly string[],
  years: readonly (readonly Float64Array[])[],
): ReplicateResult {
  if (names.length === 0) return result;
  const { areas, indicators } = result;
  const width = indicators.length + names.length;
  const values = new Float64Array(years.length * areas.length * width);
  years.forEach((tables, y) => {
    for (let a = 0; a < areas.length; a++) {
      const from = (y * areas.length + a) * indicators.length;
      let at = (y * areas.length + a) * width;
      values.set(result.values.subarray(from, from + indicators.length), at);
      at += indicators.length;
      for (const counted of tables) {
        const cells = counted.length / areas.length;
        values.set(counted.subarray(a * cells, (a + 1) * cells), at);
        at += cells;
      }
    }
  });
  return { ...result, indicators: [...indicators, ...names], values };
}
