import { provinceOf } from './city/regions.ts';
import { numberAt, type ReadText, readTable, textAt } from './tables.ts';

/** A published figure of a city or one of its areas, for charts and scores. */
export interface ObservedValue {
  /** `city` or a six-digit division code. */
  readonly area: string;
  readonly year: number;
  readonly indicator: string;
  readonly value: number;
  readonly source: string;
  /** As in the data: published, derived, recalled. */
  readonly confidence: string;
}

/** Table of a province's published figures (000000: the nation's). */
export const observationsFile = (province: string): string => `observations/${province}.csv`;

/** Marks of figures that are not to be shown beside results: sources contradict each other, or the figure was filled in. */
const DOUBTFUL = ['conflicting', 'interpolated', 'assumption'];

/** Observed series of a city (six-digit code) and of the areas given, doubtful figures left out. Source: data/observations/. */
export function loadObservations(read: ReadText, city: string, areas: readonly string[]): ObservedValue[] {
  const table = readTable(read, observationsFile(provinceOf(city)), [
    'area_code',
    'year',
    'indicator',
    'value',
    'source',
    'confidence',
  ]);
  const wanted = new Map([[city, 'city'], ...areas.map((code) => [code, code] as const)]);
  return table.rows
    .filter((row) => wanted.has(textAt(row, 'area_code')) && textAt(row, 'year') !== '')
    .filter((row) => !DOUBTFUL.some((mark) => textAt(row, 'confidence').includes(mark)))
    .map((row) => ({
      area: wanted.get(textAt(row, 'area_code'))!,
      year: numberAt(table, row, 'year'),
      indicator: textAt(row, 'indicator'),
      value: numberAt(table, row, 'value'),
      source: textAt(row, 'source'),
      confidence: textAt(row, 'confidence'),
    }));
}
