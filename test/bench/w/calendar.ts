import { PERSONS, VILLAGE, YEARS } from './world.ts';

/** Entries of one page: a row can be entered twice a year (who dies and who comes) for any later one. */
const PAGE = 2 * PERSONS * VILLAGE * (YEARS + 1);

/**
 * The events of one village by year: which rows to look at, so that nobody else is. An entry is a hint: who was replaced
 * since has another year in the column, and the entry is passed over.
 */
export interface Calendar {
  /** Rows inside the village: [year * PAGE + n]. */
  readonly row: Uint16Array;
  /** End of each year's entries in `row`. */
  readonly end: Int32Array;
}

export const createCalendar = (): Calendar =>
  clear({ row: new Uint16Array((YEARS + 1) * PAGE), end: new Int32Array(YEARS + 1) });

/** Takes out all entries. */
export function clear(calendar: Calendar): Calendar {
  for (let year = 0; year <= YEARS; year++) calendar.end[year] = firstOf(year);
  return calendar;
}

/** Where a year's entries begin in `row`. */
export const firstOf = (year: number): number => year * PAGE;

/** Enters a row for a year of the run; a later year is only given back, as all are. */
export function enter({ row, end }: Calendar, year: number, entry: number): number {
  if (year <= YEARS) row[end[year]++] = entry;
  return year;
}
