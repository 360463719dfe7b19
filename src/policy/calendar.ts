/** Day of the year the law of a year is asked on where no other day is meant. */
export const MIDDLE_OF_YEAR = 183;

/** Day of the year of an ISO date, 1..366. */
export function dayOfYear(iso: string): number {
  const [year, month, day] = splitDate(iso);
  let days = day;
  for (let m = 1; m < month; m++) days += daysInMonth(year, m);
  return days;
}

export function yearOf(iso: string): number {
  return splitDate(iso)[0];
}

/** Whether the text names a day that exists. */
export function isDate(iso: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return false;
  const [year, month, day] = splitDate(iso);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function daysInYear(year: number): number {
  return isLeap(year) ? 366 : 365;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (monthLengths[month - 1] as number);

const splitDate = (iso: string): [number, number, number] => [
  Number(iso.slice(0, 4)),
  Number(iso.slice(5, 7)),
  Number(iso.slice(8, 10)),
];
