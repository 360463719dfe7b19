/** A part in per cent of the whole; NaN of nothing. */
export const percent = (part: number, whole: number): number => (whole > 0 ? (100 * part) / whole : Number.NaN);
