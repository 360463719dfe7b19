import { expect, test } from 'vitest';
import { indicators } from '../../src/indicator/indicators.ts';
import type { IndicatorRow } from '../../src/result/merge.ts';
import { sampleMarks } from '../../src/result/sample-marks.ts';
import { summarize } from '../../src/result/summary.ts';

const row = (indicator: string, mean: number, area = 'city'): IndicatorRow => ({
  area,
  year: 2030,
  indicator,
  unit: indicators.find(({ name }) => name === indicator)!.unit,
  ...summarize([mean]),
});

const rows = [
  row('resident_population', 2_000_000),
  row('births', 9000),
  row('births', 150, '150221'),
  row('resident_population', 12_000, '150221'),
  row('resident_urbanization_rate', 60, '150221'),
  row('resident_urbanization_rate', 60),
  row('rent_subsidy_households.settled', 9000),
  row('school_places_short.primary', 9000),
  row('school_places.primary', 9000),
];

test('few simulated people, and what runs out, are marked', () => {
  expect(rows.map(sampleMarks(rows, 0.05))).toEqual(['ok', 'ok', 'few', 'ok', 'few', 'ok', 'scarce', 'scarce', 'ok']);
});

test('of everybody nothing is marked', () => {
  expect(new Set(rows.map(sampleMarks(rows, 1)))).toEqual(new Set(['whole']));
});
