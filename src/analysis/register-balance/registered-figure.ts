import { provinceOf } from '../../scenario/city/regions.ts';
import { registeredFile } from '../../scenario/city/registered-by-area.ts';
import { loadObservations } from '../../scenario/load-observations.ts';
import { numberAt, type ReadText, readTable, textAt } from '../../scenario/tables.ts';
import type { Ranged } from './ranged.ts';

/** A published number of registered persons at the end of a year. */
interface RegisteredFigure extends Ranged {
  readonly year: number;
  readonly sources: readonly string[];
}

/** Marks of rows that nobody counted. */
const NOT_COUNTED = ['assumption', 'interpolated', 'suspect', 'conflicting'];

/**
 * Registered persons of an area by year: the yearbook's figure, else a bulletin's. The range holds every source's figure of the
 * year and what it was rounded by: 5,000 where it ends in four zeros. Years that nobody counted are absent.
 * @param code six digits, as data/registered-population/ has them: those of 2020
 */
export function registeredFigures(read: ReadText, code: string): ReadonlyMap<number, RegisteredFigure> {
  const table = readTable(read, registeredFile(provinceOf(code)), [
    'year',
    'area_code',
    'registered',
    'source',
    'confidence',
  ]);
  const yearbook = table.rows
    .filter((row) => textAt(row, 'area_code') === code)
    .filter((row) => !NOT_COUNTED.some((mark) => textAt(row, 'confidence').includes(mark)))
    .map((row) => ({
      year: numberAt(table, row, 'year'),
      value: numberAt(table, row, 'registered'),
      source: textAt(row, 'source'),
    }));
  const bulletins = loadObservations(read, code, []).filter(
    ({ indicator, confidence }) => indicator === 'registered_population' && confidence !== 'derived',
  );
  const figures = new Map<number, RegisteredFigure>();
  for (const { year, value, source } of [...yearbook, ...bulletins]) {
    const known = figures.get(year);
    const [low, high] = [value - roundingOf(value), value + roundingOf(value)];
    figures.set(year, {
      year,
      value: known?.value ?? value,
      low: Math.min(low, known?.low ?? low),
      high: Math.max(high, known?.high ?? high),
      sources: [...new Set([...(known?.sources ?? []), source])],
    });
  }
  return new Map([...figures].sort(([a], [b]) => a - b));
}

/** Half of the last place a printed number seems to have. */
function roundingOf(value: number): number {
  if (value % 10_000 === 0) return 5000;
  return value % 100 === 0 ? 50 : 0;
}
