import { PERSONS, VILLAGE, YEARS } from './world.ts';

/** Years an event can be entered for: the last year plus the longest waiting time. */
const PAGES = 2 * (YEARS + 1);
/** Entries of one page: every row can be entered once in each year for any later one. */
const PAGE = PERSONS * VILLAGE * (YEARS + 1);

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

export const createCalendar = (): Calendar => clear({ row: new Uint16Array(PAGES * PAGE), end: new Int32Array(PAGES) });

/** Takes out all entries. */
export function clear(calendar: Calendar): Calendar {
  for (let year = 0; year < PAGES; year++) calendar.end[year] = firstOf(year);
  return calendar;
}

/** Where a year's entries begin in `row`. */
export const firstOf = (year: number): number => year * PAGE;

/** Enters a row for a year, which is also returned. Years after the run are taken like any other: a test would cost more. */
export function enter({ row, end }: Calendar, year: number, entry: number): number {
  row[end[year]!++] = entry;
  return year;
}
