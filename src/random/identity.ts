/**
 * Identities are unique integers that never depend on how many others exist: a draw keyed by them survives any change of
 * scenario. An identity has two words: `identity` (32 bits) and `lineage` (16 bits).
 *
 * - A person of the base population: its row, lineage 0.
 * - An in-migrant: bit 31 set, then area (6 bits), years since 2000 (7 bits) and slot within area and year (18 bits), lineage 0.
 * - A student who arrives to study: the same, half of the years on, so that nobody else has it in a run of less than 64 years.
 * - A parent who comes to live with children: as students, counted from the other end.
 * - A person born during the run: the mother's identity, and the mother's lineage followed by one hexadecimal digit, the
 *   birth order (1..15) among her births during the run. Four generations fit, 15 births each.
 */
export const FIRST_INMIGRANT_YEAR = 2000;
const SLOT_BITS = 18;
const YEAR_BITS = 7;

/** Slots available to one area in one year. */
const INMIGRANT_SLOTS = 2 ** SLOT_BITS;

/**
 * @param numbered from 0 for the first group of arrivals; below 0 for the second, which counts from the other end, so that how many come of the one
 *   changes nobody of the other
 */
export function inMigrantIdentity(area: number, year: number, numbered: number): number {
  const slot = numbered < 0 ? INMIGRANT_SLOTS + numbered : numbered;
  const offset = year - FIRST_INMIGRANT_YEAR;
  if (slot < 0 || slot >= INMIGRANT_SLOTS)
    throw new RangeError(`more than ${INMIGRANT_SLOTS} in-migrants in one area and year`);
  if (offset < 0 || offset >= 2 ** YEAR_BITS)
    throw new RangeError(`year ${year} outside the range of in-migrant identities`);
  if (area < 0 || area >= 64) throw new RangeError(`area ${area} outside the range of in-migrant identities`);
  return (0x80000000 | (area << (SLOT_BITS + YEAR_BITS)) | (offset << SLOT_BITS) | slot) >>> 0;
}

/** @param numbered from 0, among those who come to study in an area and year */
export function studentIdentity(area: number, year: number, numbered: number): number {
  const offset = (year - FIRST_INMIGRANT_YEAR + 2 ** (YEAR_BITS - 1)) % 2 ** YEAR_BITS;
  return inMigrantIdentity(area, FIRST_INMIGRANT_YEAR + offset, numbered);
}

/** @param numbered from 0, among the parents who come to live with children in an area and year */
export const elderIdentity = (area: number, year: number, numbered: number): number =>
  studentIdentity(area, year, -1 - numbered);

/** Lineage word of a child, from the mother's and the child's birth order (1..15) among her births during the run. */
export function childLineage(motherLineage: number, birthOrder: number): number {
  if (birthOrder < 1 || birthOrder > 15) throw new RangeError(`birth order ${birthOrder} outside 1..15`);
  const lineage = (motherLineage << 4) | birthOrder;
  if (lineage >= 0xfff0) throw new RangeError('more than four generations born in one run');
  return lineage;
}
