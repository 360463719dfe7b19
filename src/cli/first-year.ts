/**
 * First year a city can still decide about, as this version is written: levers and documents that are begun take effect here unless told. A
 * date of its own, because results must not depend on the clock.
 */
export const FIRST_YEAR = 2027;
