import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IndicatorRow } from '../../src/report/chart-input.ts';
import { columnSides, pivot, rowSides, statistics } from '../../src/web/scene/pivot.ts';
import { fromRunsAddress, type RunsState, toRunsAddress } from '../../src/web/scene/runs-address.ts';

const row = (area: string, year: number, indicator: string, p50: number): IndicatorRow => ({
  ...{ area, year, indicator, unit: 'persons', mean: p50 + 1, p05: p50 - 5, p25: p50 - 2, p50, p75: p50 + 2 },
  p95: p50 + 5,
});
const rows = [
  row('city', 2020, 'births', 10),
  row('city', 2021, 'births', 12),
  row('150202', 2020, 'births', 4),
  row('150202', 2021, 'births', Number.NaN),
  row('city', 2020, 'deaths', 7),
];
const keys = { area: ['city', '150202', '150203'], indicator: ['births'], year: ['2020', '2021'] };

describe('a pivot', () => {
  it('puts a statistic of areas by years, without areas nobody counted', () => {
    expect(pivot(rows, { rows: 'area', columns: 'year', statistic: 'p95', keys })).toEqual({
      rows: ['city', '150202'],
      columns: ['2020', '2021'],
      cells: [
        [15, 17],
        [9, null],
      ],
    });
  });

  it('of indicators in one year leaves the other years out', () => {
    const asked = { ...keys, indicator: ['deaths', 'births'], year: ['2020'] };
    expect(pivot(rows, { rows: 'indicator', columns: 'area', statistic: 'p50', keys: asked })).toEqual({
      rows: ['deaths', 'births'],
      columns: ['city', '150202'],
      cells: [
        [7, null],
        [10, 4],
      ],
    });
  });

  it('turned round has the same numbers', () => {
    const over = pivot(rows, { rows: 'year', columns: 'area', statistic: 'mean', keys });
    const down = pivot(rows, { rows: 'area', columns: 'year', statistic: 'mean', keys });
    expect(over.rows.map((_, r) => over.columns.map((_, c) => down.cells[c][r]))).toEqual(over.cells);
  });

  it('of a side by itself is refused', () => {
    expect(() => pivot(rows, { rows: 'year', columns: 'year', statistic: 'mean', keys })).toThrow('the same');
  });
});

const id = fc.constantFrom('', '0123456789abcdef', 'ffffffffffffffff');
const states = fc.record<RunsState>({
  lang: fc.constantFrom('zh', 'en'),
  run: id,
  base: id,
  indicator: fc.constantFrom('births', 'moves.inside.town'),
  area: fc.constantFrom('city', '150202'),
  year: fc.constantFrom(null, 2031),
  find: fc.string(),
  rows: fc.constantFrom(...rowSides),
  columns: fc.constantFrom(...columnSides),
  statistic: fc.constantFrom(...statistics),
});

describe('the address of the page of results', () => {
  it('keeps every choice', () => {
    fc.assert(
      fc.property(
        states.filter(({ rows: down, columns }) => down !== columns),
        (state) => {
          expect(fromRunsAddress(toRunsAddress(state), 'en')).toEqual(state);
        },
      ),
    );
  });

  it.each(['run=../../etc', 'rows=year&columns=year', 'statistic=max', 'lang=fr', 'year=x'])(
    'takes %s as if it said nothing',
    (said) => {
      const state = fromRunsAddress(`?${said}`, 'zh');
      expect(state).toMatchObject({ run: '', statistic: 'mean', lang: 'zh', year: null });
      expect(state.rows).not.toBe(state.columns);
    },
  );
});
