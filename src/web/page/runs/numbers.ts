import type { IndicatorRow } from '../../../report/chart-input.ts';
import { unpackRows } from '../../../report/page/page-data.ts';
import { ask } from '../api.ts';

type Packed = Parameters<typeof unpackRows>[0];

/** Rows of indicators of a result in every area and year; what was asked for before is not asked for again while the page shows it. */
export interface Numbers {
  of(id: string, indicators: readonly string[]): Promise<readonly IndicatorRow[]>;
}

export function openNumbers(): Numbers {
  const kept = new Map<string, Promise<readonly IndicatorRow[]>>();
  const key = (id: string, indicator: string): string => `${id} ${indicator}`;
  return {
    async of(id, indicators) {
      const missing = indicators.filter((name) => !kept.has(key(id, name)));
      if (missing.length > 0) {
        const query = new URLSearchParams(missing.map((name) => ['indicator', name]));
        const asked = ask<Packed>(`api/results/${id}/rows?${query}`, 'GET').then(unpackRows);
        for (const name of missing) {
          const rows = asked.then((all) => all.filter(({ indicator }) => indicator === name));
          rows.catch(() => kept.delete(key(id, name)));
          kept.set(key(id, name), rows);
        }
      }
      return (await Promise.all(indicators.map((name) => kept.get(key(id, name))!))).flat();
    },
  };
}
